import { describe, expect, it } from 'vitest';
import { arrange, largeOf, pageOf, pageSize } from './layout';

const phone = { wide: false, sideways: false, half: false };
const desk = { wide: true, sideways: false, half: false };

describe('the circle of people', () => {
  it('has two columns on a phone, once there are more than two others', () => {
    expect([1, 2, 3, 7].map((others) => arrange(others, phone, 0).columns)).toEqual([1, 1, 2, 2]);
  });

  it('gives the own picture the last cell of a row that is not full', () => {
    expect(arrange(7, phone, 0)).toEqual({
      columns: 2,
      rows: 'repeat(4, minmax(0, 1fr))',
      cornerAlone: false,
    });
  });

  it('gives it a lower row where the others fill theirs', () => {
    expect(arrange(4, phone, 0)).toMatchObject({
      cornerAlone: true,
      rows: expect.stringContaining('0.45fr'),
    });
  });

  it('never has more than four beside each other', () => {
    for (let others = 0; others <= pageSize(desk, 0); others++) {
      expect(arrange(others, desk, 0).columns, `${others} others`).toBeLessThanOrEqual(4);
    }
  });

  it('turns pages where not all fit', () => {
    const people = Array.from({ length: 9 }, (_, at) => at);
    expect(pageOf(people, 1, pageSize(phone, 0))).toEqual([7, 8]);
  });

  it('keeps every face in sight beside the chat', () => {
    const half = { ...phone, half: true };
    expect(arrange(7, half, 0)).toEqual({
      columns: 4,
      rows: 'repeat(2, minmax(0, 1fr))',
      cornerAlone: false,
    });
    expect(arrange(7, { ...desk, half: true }, 0).columns).toBe(3);
  });
});

describe('the spotlight', () => {
  const sizes = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

  it('is a row of its own on a phone, twice as high as the others', () => {
    expect(arrange(3, phone, 1)).toEqual({
      columns: 2,
      rows: 'repeat(1, minmax(0, 2fr)) repeat(1, minmax(0, 1fr)) minmax(84px, 0.6fr)',
      cornerAlone: true,
    });
  });

  it('takes four cells elsewhere, and everyone else finds one', () => {
    for (const screen of [desk, { ...phone, sideways: true }, { ...phone, half: true }]) {
      for (const others of sizes) {
        const { columns, rows } = arrange(others, screen, 1);
        const cells = columns * Number(/repeat\((\d+)/.exec(rows)?.[1]);
        expect(cells, `${others} others`).toBeGreaterThanOrEqual(others + 4);
        expect(columns).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('shares its size with those whom somebody keeps in view, while anybody else is there', () => {
    expect([1, 2, 3, 9].map((wanted) => largeOf(wanted, 3))).toEqual([1, 2, 2, 2]);
    expect(largeOf(1, 1)).toBe(0);
    expect(arrange(5, desk, 2)).toMatchObject({ columns: 4, rows: 'repeat(3, minmax(0, 1fr))' });
    expect(arrange(3, phone, 2).rows).toMatch(/^repeat\(2, minmax\(0, 2fr\)\)/);
  });
});
