import { describe, expect, it } from 'vitest';
import { arrange, pageOf, pageSize } from './layout';

const phone = { wide: false, sideways: false };
const desk = { wide: true, sideways: false };

describe('the circle of people', () => {
  it('has two columns on a phone, once there are more than two others', () => {
    expect([1, 2, 3, 7].map((others) => arrange(others, phone).columns)).toEqual([1, 1, 2, 2]);
  });

  it('gives the own picture the last cell of a row that is not full', () => {
    expect(arrange(7, phone)).toEqual({ columns: 2, rows: 'repeat(4, minmax(0, 1fr))', cornerAlone: false });
  });

  it('gives it a lower row where the others fill theirs', () => {
    expect(arrange(4, phone)).toMatchObject({ cornerAlone: true, rows: expect.stringContaining('0.45fr') });
  });

  it('never has more than four beside each other', () => {
    for (let others = 0; others <= pageSize(desk); others++) {
      expect(arrange(others, desk).columns, `${others} others`).toBeLessThanOrEqual(4);
    }
  });

  it('turns pages where not all fit', () => {
    const people = Array.from({ length: 9 }, (_, at) => at);
    expect(pageOf(people, 1, pageSize(phone))).toEqual([7, 8]);
  });
});
