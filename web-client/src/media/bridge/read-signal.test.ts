import { describe, expect, test } from 'vitest';
import { readBridgeSignal } from './read-signal';
import { recordedOffer, recordedSources, recordedTransport } from './recorded.fake';

const candidateOf = (part: object) => {
  const [candidate] = recordedTransport.candidates;
  const transport = { ...recordedTransport, candidates: [{ ...candidate, ...part }] };
  const read = readBridgeSignal({ kind: 'restarted', generation: '1', transport });
  return read?.kind === 'restarted' ? read.transport.candidates : undefined;
};
const sourcesOf = (sources: unknown) => {
  const read = readBridgeSignal({ kind: 'sources', generation: '1', set: { e1: sources }, gone: [] });
  return read?.kind === 'sources' ? read.set['e1'] : undefined;
};
const camera = {
  name: 'e1-v0',
  kind: 'camera',
  ssrcs: [1, 2],
  groups: [{ semantics: 'FID', ssrcs: [1, 2] }],
};

test('an offer as a bridge made it is read whole, its numbers as numbers', () => {
  expect(readBridgeSignal(recordedOffer)).toEqual({
    kind: 'offer',
    generation: '3.1',
    endpoint: 'ep000010',
    channel: recordedOffer.channel,
    sources: recordedSources,
    transport: {
      ufrag: '4b1ds1k86g8mdn',
      pwd: '3i9klohfg9p5oq3mm0qnv37ti',
      fingerprints: recordedTransport.fingerprints,
      candidates: [
        {
          ...{ foundation: '1', component: 1, protocol: 'udp', priority: 2130706431 },
          ...{ ip: '10.99.0.1', port: 10000, type: 'host', generation: 0 },
        },
      ],
    },
  });
});

test('a path by a relay keeps what it is related to', () => {
  expect(candidateOf({ type: 'relay', 'rel-addr': '198.51.100.1', 'rel-port': '9' })).toMatchObject([
    { type: 'relay', relatedAddress: '198.51.100.1', relatedPort: 9 },
  ]);
});

test.each([
  { kind: 'reset' },
  { kind: 'none' },
  { kind: 'refused', generation: '3.1' },
  { kind: 'sources', generation: '3.1', set: {}, gone: ['e2'] },
])('%j is taken as it is', (signal) => {
  expect(readBridgeSignal(signal)).toEqual(signal);
});

describe('what would break a description', () => {
  test.each([
    {},
    [],
    { kind: 'rollback', generation: '1' },
    { kind: 'refused' },
    { ...recordedOffer, generation: '1\r\na=x' },
    { ...recordedOffer, endpoint: 7 },
    { ...recordedOffer, transport: undefined },
    { ...recordedOffer, transport: { ...recordedTransport, ufrag: 'a\r\na=setup:passive' } },
    { ...recordedOffer, transport: { ...recordedTransport, fingerprints: [] } },
    {
      ...recordedOffer,
      transport: { ...recordedTransport, fingerprints: [{ hash: 'sha-256', fingerprint: 'no' }] },
    },
  ])('%# is no signal', (said) => {
    expect(readBridgeSignal(said)).toBeUndefined();
  });

  test.each([{ ip: '10.0.0.1 1 typ' }, { port: 0 }, { port: 'x' }, { type: 'magic' }, { protocol: 'smoke' }])(
    'a path with %j is left out',
    (part) => expect(candidateOf(part)).toEqual([]),
  );

  test('an address that is no channel is left out, and the sound comes all the same', () => {
    expect(readBridgeSignal({ ...recordedOffer, channel: 'https://elsewhere.example' })).not.toHaveProperty(
      'channel',
    );
  });

  test.each([
    { ...camera, name: 'a b' },
    { ...camera, kind: 'smell' },
    { ...camera, ssrcs: [] },
    { ...camera, ssrcs: [0, -1, 1.5, 2 ** 32, '7'] },
  ])('the source %j is left out', (source) => {
    expect(sourcesOf([source, camera])).toEqual([camera]);
  });

  test('a group of numbers that are not the source’s own is left out', () => {
    const foreign = { semantics: 'FID', ssrcs: [1, 9] };
    expect(sourcesOf([{ ...camera, groups: [foreign, { semantics: 'ANY', ssrcs: [1, 2] }] }])).toEqual([
      { ...camera, groups: [] },
    ]);
  });

  test('nobody has more than one sound and two pictures', () => {
    expect(sourcesOf(Array.from({ length: 9 }, () => camera))).toHaveLength(3);
  });
});
