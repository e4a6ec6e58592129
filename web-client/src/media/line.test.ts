import { describe, expect, test } from 'vitest';
import { LineWord, bestOf, qualityOf } from './line';
import { StatsReader } from './stats';

test.each([
  [{ rttMs: 40, lossIn: 0 }, 'good'],
  [{ rttMs: 350 }, 'fair'],
  [{ lossIn: 0.04 }, 'fair'],
  [{ lossOut: 0.1 }, 'weak'],
  [{ rttMs: 700 }, 'weak'],
  [{}, 'good'],
])('%j is %s', (sample, word) => {
  expect(qualityOf(sample)).toBe(word);
});

test('the word follows the line down faster than up, and no single hiccup', () => {
  const word = new LineWord();
  expect(word.sample('weak')).toBe('good');
  expect(word.sample('good')).toBe('good');
  word.sample('weak');
  expect(word.sample('weak')).toBe('weak');
  word.sample('good');
  expect(word.sample('good')).toBe('weak');
  expect(word.sample('good')).toBe('good');
});

test('when all lines are weak, it is mine; one good one shows that it is not', () => {
  expect(bestOf(['weak', 'weak'])).toBe('weak');
  expect(bestOf(['weak', 'good', 'fair'])).toBe('good');
  expect(bestOf([])).toBe('good');
});

describe('statistics', () => {
  const pair = { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.05 };

  test('are read as what happened since the last look', () => {
    const reader = new StatsReader();
    reader.read([{ type: 'inbound-rtp', packetsLost: 50, packetsReceived: 50 }]);
    const sample = reader.read([
      { ...pair, availableOutgoingBitrate: 300_000 },
      { type: 'inbound-rtp', kind: 'audio', packetsLost: 51, packetsReceived: 100 },
      { type: 'inbound-rtp', kind: 'video', packetsLost: 0, packetsReceived: 49 },
      { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.01 },
      { type: 'remote-inbound-rtp', kind: 'video', fractionLost: 0.2 },
    ]);
    expect(sample).toEqual({ rttMs: 50, availableBps: 300_000, lossOut: 0.2, lossIn: 0.01 });
  });

  test('of paths that are not used do not count', () => {
    const unused = { ...pair, nominated: false, currentRoundTripTime: 9 };
    expect(new StatsReader().read([unused, pair])).toEqual({ rttMs: 50 });
  });

  test('that a browser does not give are absent', () => {
    expect(new StatsReader().read([{ type: 'inbound-rtp' }, { type: 'codec' }])).toEqual({});
  });
});
