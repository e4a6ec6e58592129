import { describe, expect, it } from 'vitest';
import { fillOf, sizeFrom } from './size';

const size = { least: 4, most: 8 };

describe('a group against what it is meant for', () => {
  it.each([
    [9, { is: 'over', n: 1 }],
    [8, { is: 'full', n: 0 }],
    [5, { is: 'room', n: 3 }],
    [4, { is: 'room', n: 4 }],
    [1, { is: 'few', n: 3 }],
  ])('says of %i people what is worth a word', (members, fill) => {
    expect(fillOf(size, members)).toEqual(fill);
  });

  it('takes two whole numbers, the smaller one first', () => {
    expect(sizeFrom('2', ' 12 ')).toEqual({ least: 2, most: 12 });
    for (const [least, most] of [
      ['12', '2'],
      ['0', '0'],
      ['1', '61'],
      ['one', '2'],
      ['', '5'],
      ['-1', '5'],
    ] as const) {
      expect(sizeFrom(least, most), `${least} to ${most}`).toBeUndefined();
    }
  });
});
