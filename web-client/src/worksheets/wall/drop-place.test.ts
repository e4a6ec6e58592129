import { describe, expect, it } from 'vitest';
import { pace, placeAt, type LaneBox } from './drop-place';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Two lanes beside each other, one below them without cards, and cards of different heights. */
const lanes: readonly LaneBox[] = [
  {
    ...box(0, 0, 200, 300),
    cards: [
      { id: 'a', ...box(10, 40, 180, 40) },
      { id: 'b', ...box(10, 90, 180, 80) },
    ],
  },
  { ...box(220, 0, 200, 300), group: 'gFriends', cards: [{ id: 'c', ...box(230, 40, 180, 40) }] },
  { ...box(0, 320, 420, 60), group: 'gHome', cards: [] },
];

/** Two rows of three and two. */
const spread: readonly LaneBox[] = [
  {
    ...box(0, 0, 300, 200),
    cards: ['a', 'b', 'c', 'd', 'e'].map((id, n) => ({
      id,
      ...box((n % 3) * 100, n < 3 ? 0 : 100, 90, 90),
    })),
  },
];

describe('A card that is put down', () => {
  it('lies before the first whose middle was not passed, or last', () => {
    expect(placeAt(lanes, { x: 100, y: 20 }, 'x')).toEqual({ before: 'a' });
    expect(placeAt(lanes, { x: 100, y: 70 }, 'x')).toEqual({ before: 'b' });
    expect(placeAt(lanes, { x: 100, y: 140 }, 'x')).toEqual({});
    expect(placeAt(lanes, { x: 300, y: 50 }, 'x')).toEqual({ group: 'gFriends', before: 'c' });
    expect(placeAt(lanes, { x: 300, y: 340 }, 'x')).toEqual({ group: 'gHome' });
  });

  it('is no neighbour of itself', () => {
    expect(placeAt(lanes, { x: 100, y: 50 }, 'a')).toEqual({ before: 'b' });
    expect(placeAt(lanes, { x: 100, y: 160 }, 'b')).toEqual({});
  });

  it('between lanes goes to the nearest; with no lane at all nowhere', () => {
    expect(placeAt(lanes, { x: 216, y: 20 }, 'x')).toEqual({ group: 'gFriends', before: 'c' });
    expect(placeAt(lanes, { x: 900, y: 900 }, 'x')).toEqual({ group: 'gHome' });
    expect(placeAt([], { x: 0, y: 0 }, 'x')).toBeUndefined();
  });

  it('among cards beside each other goes by rows, in the direction of reading', () => {
    const at = (x: number, y: number, fromRight = false) => placeAt(spread, { x, y }, 'x', fromRight)?.before;
    expect(at(20, 50)).toBe('a');
    expect(at(70, 50)).toBe('b');
    expect(at(290, 50)).toBe('d');
    expect(at(120, 150)).toBe('e');
    expect(at(200, 150)).toBeUndefined();
    expect(at(20, 50, true)).toBe('d');
  });
});

describe('What scrolls', () => {
  it('goes on at its edges alone, the faster the nearer', () => {
    const view = { top: 100, bottom: 500 };
    expect(pace(300, view)).toBe(0);
    expect(pace(490, view)).toBeGreaterThan(pace(460, view));
    expect(pace(460, view)).toBeGreaterThan(0);
    expect(pace(110, view)).toBeLessThan(0);
    expect(pace(900, view)).toBe(14);
    expect(pace(-50, view)).toBe(-14);
  });
});
