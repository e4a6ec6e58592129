import { expect, test } from 'vitest';
import { randomId } from './id';

test('an id is 22 letters that an address can carry', () => {
  expect(randomId((bytes) => bytes.fill(255))).toBe('_____________________w');
  expect(randomId((bytes) => bytes.fill(0))).toBe('AAAAAAAAAAAAAAAAAAAAAA');
});
