import { describe, expect, it } from 'vitest';
import { largeOf, seat, seatConsole, seatStrip } from './layout';
import type { Screen, Seating } from './layout';

const phone = { wide: false, sideways: false, half: false };
const sideways = { ...phone, sideways: true };
const desk = { wide: true, sideways: false, half: false };
const screens = [phone, sideways, desk].flatMap((screen) => [screen, { ...screen, half: true }]);

const group = (others: number) => Array.from({ length: others }, (_, at) => at);
const seated = (others: number, screen: Screen, wanted = 0): Seating<number> =>
  seat(group(others), screen, wanted);
const only = (others: number, screen: Screen, wanted = 0) => {
  const { pages, corner } = seated(others, screen, wanted);
  expect(pages, `${others} others`).toHaveLength(1);
  return { ...pages[0], corner };
};
const rowsOf = (rows: string | undefined) =>
  [...(rows ?? '').matchAll(/repeat\((\d+)|minmax\((?=\d+px|0, 0\.)/g)].reduce(
    (sum, [, n]) => sum + Number(n ?? 1),
    0,
  );

describe('the circle of people', () => {
  it('has two columns on a phone, once there are more than two others', () => {
    expect([1, 2, 3, 7].map((others) => only(others, phone).columns)).toEqual([1, 1, 2, 2]);
  });

  it('gives the own picture the last cell of a row that is not full', () => {
    expect(only(7, phone)).toMatchObject({
      columns: 2,
      rows: 'repeat(4, minmax(0, 1fr))',
      corner: 'cell',
    });
  });

  it('gives it a lower row where the others fill theirs', () => {
    expect(only(4, phone)).toMatchObject({ corner: 'row', rows: expect.stringContaining('0.45fr') });
  });

  it('keeps fifteen people in sight on a desk, at most five beside each other', () => {
    for (let others = 0; others <= 14; others++)
      expect(only(others, desk).columns, `${others} others`).toBeLessThanOrEqual(5);
    expect(only(11, desk)).toMatchObject({ columns: 4, rows: 'repeat(3, minmax(0, 1fr))' });
    expect(only(14, desk)).toMatchObject({ columns: 5, rows: 'repeat(3, minmax(0, 1fr))' });
  });

  it('keeps every face in sight beside the chat', () => {
    const half = { ...phone, half: true };
    expect(only(7, half)).toMatchObject({ columns: 4, rows: 'repeat(2, minmax(0, 1fr))', corner: 'cell' });
    expect(only(14, half)).toMatchObject({ columns: 5, rows: 'repeat(3, minmax(0, 1fr))' });
    expect(only(7, { ...desk, half: true }).columns).toBe(3);
  });

  it('has a cell for everybody, however many come', () => {
    for (const screen of screens) {
      for (let others = 1; others <= 20; others++) {
        for (const wanted of [0, 1, 2]) {
          const { pages, corner } = seated(others, screen, wanted);
          const one = pages.length === 1;
          for (const { people, large, columns, rows } of pages) {
            const upright = screen === phone;
            const cells = people.length + (upright ? large : 3 * large) + (one && corner === 'cell' ? 1 : 0);
            const there = columns * (rowsOf(rows) - (one && corner === 'row' ? 1 : 0));
            expect(there, JSON.stringify({ screen, others, wanted })).toBeGreaterThanOrEqual(cells);
          }
        }
      }
    }
  });
});

describe('pages of people', () => {
  it('come where not all fit: twelve people on a phone are two, and so are fifteen', () => {
    expect(seated(11, phone).pages.map(({ people }) => people.length)).toEqual([6, 5]);
    expect(seated(14, phone).pages.map(({ people }) => people.length)).toEqual([8, 6]);
    expect(seated(14, sideways).pages.map(({ people }) => people.length)).toEqual([8, 6]);
    expect(seated(18, desk).pages.map(({ people }) => people.length)).toEqual([10, 8]);
  });

  it('show everybody once, in the order of their seats, in tiles of one size', () => {
    for (const screen of screens) {
      const { pages } = seated(18, screen);
      expect(pages.flatMap(({ people }) => people)).toEqual(group(18));
      expect(new Set(pages.map(({ columns, rows }) => `${columns} ${rows}`)).size).toBe(1);
    }
  });

  it('keep everybody in place when somebody comes', () => {
    const before = seated(11, phone).pages;
    const after = seated(12, phone).pages;
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.people.slice(0, 5)).toEqual(before[1]?.people);
  });

  it('have the own picture below them, whichever is shown', () => {
    expect(seated(11, phone).corner).toBe('row');
    expect(seated(18, desk).corner).toBe('row');
  });

  it('begin with whoever is shown larger', () => {
    const { pages } = seated(11, phone, 1);
    expect(pages.map(({ people, large }) => [people.length, large])).toEqual([
      [5, 1],
      [6, 0],
    ]);
    expect(pages[0]?.rows).toBe('repeat(1, minmax(0, 2fr)) repeat(2, minmax(0, 1fr))');
  });
});

describe('the spotlight', () => {
  const sizes = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

  it('is a row of its own on a phone, twice as high as the others', () => {
    expect(only(3, phone, 1)).toMatchObject({
      columns: 2,
      rows: 'repeat(1, minmax(0, 2fr)) repeat(1, minmax(0, 1fr)) minmax(84px, 0.6fr)',
      corner: 'row',
    });
  });

  it('takes four cells elsewhere, and everyone else finds one', () => {
    for (const screen of [desk, { ...phone, half: true }]) {
      for (const others of sizes) {
        const { columns = 0, rows } = only(others, screen, 1);
        expect(columns * rowsOf(rows), `${others} others`).toBeGreaterThanOrEqual(others + 4);
        expect(columns).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('shares its size with those whom somebody keeps in view, while anybody else is there', () => {
    expect([1, 2, 3, 9].map((wanted) => largeOf(wanted, 3))).toEqual([1, 2, 2, 2]);
    expect(largeOf(1, 1)).toBe(0);
    expect(largeOf(1, 0)).toBe(0);
    expect(only(5, desk, 2)).toMatchObject({ columns: 4, rows: 'repeat(3, minmax(0, 1fr))' });
    expect(only(3, phone, 2).rows).toMatch(/^repeat\(2, minmax\(0, 2fr\)\)/);
  });
});

describe('beside a shared screen', () => {
  it('everybody has a small tile, on one page', () => {
    for (const screen of screens) {
      for (let others = 1; others <= 14; others++) {
        const { pages } = seatStrip(group(others), screen, 1);
        expect(pages).toHaveLength(1);
        expect((pages[0]?.columns ?? 0) * rowsOf(pages[0]?.rows)).toBeGreaterThanOrEqual(others + 1);
      }
    }
  });

  it('few are one column on a desk, and many are two', () => {
    expect([4, 11].map((others) => seatStrip(group(others), desk, 1).pages[0]?.columns)).toEqual([1, 2]);
  });

  it('with the chat on a phone as well stands above two low rows of everybody', () => {
    const columns = (others: number) =>
      seatStrip(group(others), { ...phone, half: true }, 1).pages[0]?.columns;
    expect([1, 3, 7, 11, 14].map(columns)).toEqual([2, 4, 4, 6, 8]);
  });
});

describe('the console', () => {
  it('shows everybody at once, up to twenty people', () => {
    expect(seatConsole(group(17), false, false).pages).toHaveLength(1);
    expect(seatConsole(group(15), true, false).pages).toHaveLength(1);
    expect([3, 9, 16, 17].map((n) => seatConsole(group(n), false, false).pages[0]?.columns)).toEqual([
      2, 3, 4, 5,
    ]);
  });

  it('turns pages beyond, with everybody on one of them', () => {
    const { pages } = seatConsole(group(23), false, false);
    expect(pages.flatMap(({ people }) => people)).toEqual(group(23));
    expect(pages).toHaveLength(2);
  });
});
