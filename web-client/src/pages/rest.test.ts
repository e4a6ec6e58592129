import { expect, it } from 'vitest';
import { restUntil } from './rest';

const until = '2026-11-19T18:30:00Z';

it('lasts until its time and is over then, although nobody said so', () => {
  expect(restUntil({ breakUntil: until }, Date.parse(until) - 1)).toEqual(new Date(until));
  expect(restUntil({ breakUntil: until }, Date.parse(until))).toBeUndefined();
  expect(restUntil({}, 0)).toBeUndefined();
});
