import { expect, test } from 'vitest';
import { HeldBack } from './held-back';

test('a picture that the bridge does not send rests only after a moment', () => {
  const held = new HeldBack();
  held.forwarded(['b']);
  held.judge(['a', 'b'], 0);
  expect(held.has('a')).toBe(false);
  held.judge(['a', 'b'], 3_000);
  expect([held.has('a'), held.has('b')]).toEqual([true, false]);
  held.forwarded(['a', 'b']);
  held.judge(['a', 'b'], 4_000);
  expect(held.has('a')).toBe(false);
});

test('one of many is that person’s trouble, half of them one’s own', () => {
  const held = new HeldBack();
  held.forwarded(['b', 'c']);
  for (const now of [0, 3_000]) held.judge(['a', 'b', 'c'], now);
  expect(held.most).toBe(false);
  held.forwarded(['c']);
  for (const now of [4_000, 7_000]) held.judge(['a', 'b', 'c'], now);
  expect(held.most).toBe(true);
});

test('without a channel nothing is known, so nothing is said', () => {
  const held = new HeldBack();
  for (const now of [0, 9_000]) held.judge(['a'], now);
  expect([held.has('a'), held.most]).toEqual([false, false]);
});

test('what comes and goes starts anew', () => {
  const held = new HeldBack();
  held.forwarded([]);
  held.judge(['a'], 0);
  held.forwarded(['a']);
  held.judge(['a'], 2_000);
  held.forwarded([]);
  held.judge(['a'], 3_000);
  expect(held.has('a')).toBe(false);
});

test('what is seen is not held back, whatever the bridge said last', () => {
  const held = new HeldBack();
  held.forwarded([]);
  for (const second of [0, 1, 2, 3, 4, 5]) {
    held.saw(new Map(Object.entries({ a: 5 * second, b: 7 })), 1_000 * second);
    held.judge(['a', 'b'], 1_000 * second);
  }
  expect([held.has('a'), held.has('b')]).toEqual([false, true]);
  for (const second of [6, 7, 8]) {
    held.saw(new Map(Object.entries({ a: 25, b: 7 })), 1_000 * second);
    held.judge(['a', 'b'], 1_000 * second);
  }
  expect(held.has('a')).toBe(true);
  held.saw(new Map(Object.entries({ a: 30, b: 7 })), 9_000);
  held.judge(['a', 'b'], 9_000);
  expect([held.has('a'), held.has('b')]).toEqual([false, true]);
});
