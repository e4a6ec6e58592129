import { expect, test } from 'vitest';
import { sendingFor } from './sending';

test.each([
  ['a good line to one person', 'full', 'full', false, 1, 640],
  ['a good line to many', 'full', 'full', false, 4, 480],
  ['a line with less room', 'reduced', 'full', false, 1, 480],
  ['one who saves data', 'full', 'full', true, 1, 320],
  ['somebody who saves data', 'full', 'small', false, 1, 320],
] as const)('%s: a picture of at most %5$s', (_what, step, wish, saving, others, longestSide) => {
  expect(sendingFor(step, wish, saving, others)).toMatchObject({ active: true, longestSide });
});

test('saving data sends at most 10 pictures a second', () => {
  expect(sendingFor('full', 'full', true, 1).maxFramerate).toBe(10);
});

test('a line that carries no picture, or somebody who wants none, gets none', () => {
  expect(sendingFor('paused', 'full', false, 1).active).toBe(false);
  expect(sendingFor('full', 'none', false, 1).active).toBe(false);
});
