import { expect, test } from 'vitest';
import { Hunger } from './hunger';

const LOOK_MS = 2_000;

/** Looks every two seconds, and notes when it is hungry. */
function watched(looks: readonly (number | 'gone')[], expected = true): number[] {
  const hunger = new Hunger();
  return looks.flatMap((packets, n) => {
    const rows = packets === 'gone' ? undefined : [{ type: 'inbound-rtp', packetsReceived: packets }];
    return hunger.look(rows, expected, n * LOOK_MS) === 'hungry' ? [n * LOOK_MS] : [];
  });
}
const standing = (many: number) => Array.from({ length: many }, () => 7);

test('nothing is missed while something comes', () => {
  expect(watched([0, 50, 100, 100, 150, 150, 200])).toEqual([]);
});

test('eight seconds of nothing are too many, and if asking does not help, it is asked ever more rarely', () => {
  expect(watched([7, ...standing(40)])).toEqual([10_000, 26_000, 58_000]);
});

test('with something that came, patience is as at first', () => {
  const again = [...standing(6), 8, 8, 8, 8, 8, 8];
  expect(watched([7, ...again])).toEqual([10_000, 24_000]);
});

test('nothing is missed where nobody speaks', () => {
  expect(watched([7, ...standing(40)], false)).toEqual([]);
});

test('a connection that is not there yet, or another one, is given its time', () => {
  expect(watched([7, 7, 7, 7, 'gone', 0, 0, 0, 0])).toEqual([]);
  expect(watched([7, 7, 7, 7, 'gone', 0, 0, 0, 0, 0])).toEqual([18_000]);
});

test('what is sent from here is no food', () => {
  const hunger = new Hunger();
  const rows = (sent: number) => [{ type: 'outbound-rtp', packetsReceived: sent }];
  expect(hunger.look(rows(1), true, 0)).toBeUndefined();
  expect(hunger.look(rows(900), true, 8_000)).toBe('hungry');
});
