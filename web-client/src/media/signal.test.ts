import { describe, expect, test } from 'vitest';
import { readSignal } from './signal';

const candidate = { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u' };

test.each([
  { instance: 'a', hello: true },
  { instance: 'a', description: { type: 'offer', sdp: 'v=0' } },
  { instance: 'a', description: { type: 'answer', sdp: 'v=0' } },
  { instance: 'a', candidates: [candidate] },
  { instance: 'a', want: 'small', paused: false },
])('%j is taken as it is', (signal) => {
  expect(readSignal(signal)).toEqual(signal);
});

describe('what no page of ours says', () => {
  test.each([{}, { instance: 1 }, { instance: 'a'.repeat(41) }, []])('%j is no signal', (said) => {
    expect(readSignal(said)).toBeUndefined();
  });

  test.each([
    { description: { type: 'rollback', sdp: '' } },
    { description: 'offer' },
    { description: null },
    { candidates: { length: 1 } },
    { candidates: Array.from({ length: 101 }, () => candidate) },
    { want: 'everything' },
    { paused: 'yes' },
    { hello: 1 },
  ])('%j is left out', (said) => {
    expect(readSignal({ instance: 'a', ...said })).toEqual({ instance: 'a' });
  });

  test('one bad candidate does not take the others with it', () => {
    const said = { instance: 'a', candidates: [null, 'x', { candidate: 1 }, { ...candidate, more: true }] };
    expect(readSignal(said)).toEqual({ instance: 'a', candidates: [candidate] });
  });
});
