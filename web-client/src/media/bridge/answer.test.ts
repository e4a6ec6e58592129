import { describe, expect, test } from 'vitest';
import { ownSources, ownTransport, withLayers } from './answer';
import { chromiumAnswer, firefoxAnswer } from './answers.fake';

let next = 100;
const newSsrc = () => next++;

describe('Chromium’s answer', () => {
  test('gets three layers, small to large, each with a partner for repeats', () => {
    next = 100;
    const [, camera] = ownSources(withLayers(chromiumAnswer(), newSsrc), 'e1');
    expect(camera).toEqual({
      name: 'e1-v0',
      kind: 'camera',
      ssrcs: [21, 22, 100, 101, 102, 103],
      groups: [
        { semantics: 'SIM', ssrcs: [21, 100, 102] },
        { semantics: 'FID', ssrcs: [21, 22] },
        { semantics: 'FID', ssrcs: [100, 101] },
        { semantics: 'FID', ssrcs: [102, 103] },
      ],
    });
  });

  test('that has them already keeps their numbers', () => {
    const first = withLayers(chromiumAnswer(), newSsrc);
    expect(withLayers(first, newSsrc)).toBe(first);
  });

  test('is left alone in every other section', () => {
    const before = chromiumAnswer({ screen: true }).split(/^(?=m=)/m);
    const after = withLayers(chromiumAnswer({ screen: true }), newSsrc).split(/^(?=m=)/m);
    expect(after.length).toBe(before.length);
    expect(after.filter((section, index) => section !== before[index])).toHaveLength(1);
    expect(ownSources(after.join(''), 'e1')[2]).toEqual({
      name: 'e1-v1',
      kind: 'screen',
      ssrcs: [31, 32],
      groups: [{ semantics: 'FID', ssrcs: [31, 32] }],
    });
  });
});

test('Firefox would send under its own numbers whatever its answer says, so it sends one layer', () => {
  expect(withLayers(firefoxAnswer(), newSsrc)).toBe(firefoxAnswer());
  expect(ownSources(firefoxAnswer(), 'e1')).toEqual([
    { name: 'e1-a0', kind: 'audio', ssrcs: [11], groups: [] },
    { name: 'e1-v0', kind: 'camera', ssrcs: [21, 22], groups: [{ semantics: 'FID', ssrcs: [21, 22] }] },
  ]);
});

test('a section that sleeps sends nothing', () => {
  expect(ownSources(chromiumAnswer(), 'e1').map(({ kind }) => kind)).toEqual(['audio', 'camera']);
});

test('the own end of the line is told by its keys', () => {
  expect(ownTransport(chromiumAnswer())).toEqual({
    ufrag: 'FVPu',
    pwd: 'GpiFlGWyjJsYyzj1f66l5Nk/',
    fingerprints: [{ hash: 'sha-256', fingerprint: '2E:86:F2', setup: 'active' }],
  });
});
