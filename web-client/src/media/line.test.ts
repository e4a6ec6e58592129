import { expect, test } from 'vitest';
import { LineWord, bestOf, qualityOf } from './line';

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
