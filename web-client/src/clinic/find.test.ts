import { expect, it } from 'vitest';
import { found } from './find';

const people = [
  { name: 'María Vega', number: 'H-1002' },
  { name: 'Sam P.', number: 'H-1003' },
  { name: 'Ana-Maria L.' },
];
const names = (typed: string) => found(people, typed).map(({ name }) => name);

it('finds people as they are typed in a hurry', () => {
  expect(names('')).toHaveLength(3);
  expect(names('maria')).toEqual(['María Vega', 'Ana-Maria L.']);
  expect(names('mar ve')).toEqual(['María Vega']);
  expect(names('h-100')).toEqual(['María Vega', 'Sam P.']);
  expect(names(' 1003 ')).toEqual(['Sam P.']);
  expect(names('ega')).toEqual([]);
});
