import { describe, expect, test } from 'vitest';
import { StatsReader } from './stats';
import type { StatsRow } from './stats';

const pair = { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.05 };
/** One stream that goes out, and what the other end says of it. */
const out = (id: string, packetsSent: number, fractionLost: number): StatsRow[] => [
  { type: 'outbound-rtp', id, packetsSent },
  { type: 'remote-inbound-rtp', id: `R${id}`, localId: id, fractionLost },
];

test('statistics are read as what happened since the last look', () => {
  const reader = new StatsReader();
  reader.read([{ type: 'inbound-rtp', id: 'a', packetsLost: 50, packetsReceived: 50 }]);
  const sample = reader.read([
    { ...pair, availableOutgoingBitrate: 300_000 },
    { type: 'inbound-rtp', id: 'a', packetsLost: 51, packetsReceived: 100 },
    { type: 'inbound-rtp', id: 'v', packetsLost: 0, packetsReceived: 49 },
  ]);
  expect(sample).toEqual({ rttMs: 50, availableBps: 300_000, lossIn: 0.01 });
});

test('what a path carries is told from the second look on, and anew for another one', () => {
  const reader = new StatsReader();
  const at = (id: string, timestamp: number, bytesSent: number, bytesReceived: number) => {
    const { sentBps, cameBps } = reader.read([{ ...pair, id, timestamp, bytesSent, bytesReceived }]);
    return [sentBps, cameBps];
  };
  expect(at('one', 1_000, 50_000, 9_000)).toEqual([undefined, undefined]);
  expect(at('one', 3_000, 75_000, 10_000)).toEqual([100_000, 4_000]);
  expect(at('two', 5_000, 80_000, 20_000)).toEqual([undefined, undefined]);
  expect(at('two', 7_000, 80_000, 21_000)).toEqual([0, 4_000]);
});

test('a stream that stopped coming takes nothing from the others', () => {
  const reader = new StatsReader();
  reader.read([
    { type: 'inbound-rtp', id: 'a', packetsLost: 0, packetsReceived: 100 },
    { type: 'inbound-rtp', id: 'v', packetsLost: 0, packetsReceived: 9_000 },
  ]);
  const sample = reader.read([{ type: 'inbound-rtp', id: 'a', packetsLost: 10, packetsReceived: 190 }]);
  expect(sample).toEqual({ lossIn: 0.1 });
});

test('statistics of paths that are not used do not count', () => {
  const unused = { ...pair, nominated: false, currentRoundTripTime: 9 };
  expect(new StatsReader().read([unused, pair])).toEqual({ rttMs: 50 });
});

test('statistics that a browser does not give are absent', () => {
  const rows = [
    { type: 'inbound-rtp' },
    { type: 'codec' },
    { type: 'remote-inbound-rtp', fractionLost: 0.5 },
  ];
  expect(new StatsReader().read(rows)).toEqual({});
});

describe('loss on the way out', () => {
  test('weighs as much as was sent: a thumbnail does not decide about the rest', () => {
    const rows = [...out('sound', 100, 0.02), ...out('large', 290, 0.02), ...out('small', 10, 0.5)];
    expect(new StatsReader().read(rows).lossOut).toBeCloseTo(0.032);
  });

  test('of a size that is not sent any more is over', () => {
    const reader = new StatsReader();
    expect(reader.read([...out('sound', 100, 0), ...out('large', 300, 0.4)]).lossOut).toBeCloseTo(0.3);
    expect(reader.read([...out('sound', 200, 0), ...out('large', 300, 0.4)]).lossOut).toBe(0);
  });

  test('is not told from a handful of packets, but from several handfuls', () => {
    const reader = new StatsReader();
    expect(reader.read(out('sound', 10, 0.1))).toEqual({});
    expect(reader.read(out('sound', 20, 0.1))).toEqual({});
    expect(reader.read(out('sound', 30, 0.1)).lossOut).toBeCloseTo(0.1);
    expect(reader.read(out('sound', 40, 0.1))).toEqual({});
  });
});
