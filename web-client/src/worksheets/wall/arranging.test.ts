import { describe, expect, it } from 'vitest';
import type { CardView } from '../../session/protocol';
import { down, into, lanesOf, spotOf, toPlace, up, type Lane, type Move } from './arranging';
import { FakeBoard } from './board.fake';

const card = (words: string, more: Partial<CardView> = {}): Omit<CardView, 'order'> => ({
  item: 'first',
  words,
  ...more,
});

/** a, b and c under no heading, d and e with friends, none at home. */
function wall(): FakeBoard {
  const board = new FakeBoard({
    groups: { gFriends: { title: 'Friends', order: 1 }, gHome: { title: 'Home', order: 2 } },
  });
  for (const id of ['a', 'b', 'c']) board.share(id, card(id));
  for (const id of ['d', 'e']) board.share(id, card(id, { group: 'gFriends' }));
  return board;
}

const drawn = (lanes: readonly Lane[]) =>
  lanes.map(({ title, cards }) => `${title ?? '-'}: ${cards.map(({ id }) => id).join('')}`);

/** What the wall looks like once the server has done it; the page shows the same before. */
function after(board: FakeBoard, move: Move | undefined): string[] {
  if (!move) return ['nothing'];
  const foreseen = drawn(lanesOf(board.sheet, [move]));
  board.take({ type: 'card.move', ...move });
  expect(drawn(lanesOf(board.sheet))).toEqual(foreseen);
  return foreseen;
}
const lanes = (board: FakeBoard) => lanesOf(board.sheet);

describe('The wall', () => {
  it('has first what lies under no heading, then each heading, by the order of the server alone', () => {
    expect(drawn(lanes(wall()))).toEqual(['-: abc', 'Friends: de', 'Home: ']);
    const { sheet } = wall();
    const groups = { gA: { title: 'Second', order: 2 }, gB: { title: 'First', order: 1 } };
    const cards = { a: { item: 'x', order: 9 }, b: { item: 'x', order: 3 } };
    expect(drawn(lanesOf({ ...sheet, groups, cards }))).toEqual(['-: ba', 'First: ', 'Second: ']);
  });

  it('takes a heading that is gone, or is none of its own, for none', () => {
    const { sheet } = wall();
    const cards = {
      a: { item: 'x', order: 1, group: 'gGone' },
      b: { item: 'x', order: 2, group: 'constructor' },
    };
    expect(drawn(lanesOf({ ...sheet, cards, groups: {} }))).toEqual(['-: ab']);
  });
});

describe('A card', () => {
  it('goes up and down by one, and not past the ends of its lane', () => {
    expect(after(wall(), up(lanes(wall()), 'b'))[0]).toBe('-: bac');
    expect(after(wall(), down(lanes(wall()), 'a'))[0]).toBe('-: bac');
    expect(after(wall(), down(lanes(wall()), 'b'))[0]).toBe('-: acb');
    expect(up(lanes(wall()), 'a')).toBeUndefined();
    expect(down(lanes(wall()), 'c')).toBeUndefined();
    expect(up(lanes(wall()), 'd')).toBeUndefined();
    expect(after(wall(), up(lanes(wall()), 'e'))).toEqual(['-: abc', 'Friends: ed', 'Home: ']);
  });

  it('goes to the end of another heading, or out of one', () => {
    expect(after(wall(), into(lanes(wall()), 'a', 'gFriends'))).toEqual(['-: bc', 'Friends: dea', 'Home: ']);
    expect(after(wall(), into(lanes(wall()), 'd', undefined))).toEqual(['-: abcd', 'Friends: e', 'Home: ']);
    expect(into(lanes(wall()), 'd', 'gFriends')).toBeUndefined();
    expect(into(lanes(wall()), 'd', 'gGone')).toBeUndefined();
  });

  it('goes to where it is put down, and nowhere if it lay there already', () => {
    const put = (id: string, group?: string, before?: string) =>
      toPlace(lanes(wall()), id, { ...(group && { group }), ...(before && { before }) });
    expect(after(wall(), put('c', undefined, 'a'))[0]).toBe('-: cab');
    expect(after(wall(), put('a', 'gFriends', 'e'))).toEqual(['-: bc', 'Friends: dae', 'Home: ']);
    expect(after(wall(), put('e', 'gHome'))).toEqual(['-: abc', 'Friends: d', 'Home: e']);
    expect(after(wall(), put('a'))[0]).toBe('-: bca');
    expect(put('a', undefined, 'b')).toBeUndefined();
    expect(put('a', undefined, 'a')).toBeUndefined();
    expect(put('c')).toBeUndefined();
    expect(put('nobody')).toBeUndefined();
  });

  it('that somebody else moves meanwhile gives way to the order of the server', () => {
    const board = wall();
    const move = up(lanes(board), 'c') as Move;
    board.take({ type: 'card.move', card: 'b' });
    expect(drawn(lanesOf(board.sheet, [move]))[0]).toBe('-: acb');
    board.take({ type: 'card.move', ...move });
    expect(drawn(lanes(board))[0]).toBe('-: acb');
    board.take({ type: 'card.remove', card: 'c' });
    expect(drawn(lanesOf(board.sheet, [move]))[0]).toBe('-: ab');
    expect(spotOf(lanes(board), 'c')).toBeUndefined();
  });
});

/** The same numbers for the same seed, from 0 to below 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe('Moves from pages that are behind', () => {
  it.each([1, 2, 3, 4, 5])('end in one order on every page, the one of the server (%i)', (seed) => {
    const random = dice(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    const board = wall();
    for (let n = 0; n < 8; n++) board.share(`k${String(n)}`, card(String(n)));
    const ids = Object.keys(board.sheet.cards);
    const pages = Array.from({ length: 6 }, () => board.sheet);
    for (let n = 0; n < 400; n++) {
      const at = Math.floor(random() * pages.length);
      const seen = lanesOf(pages[at] ?? board.sheet);
      const id = pick(ids);
      const group = pick([undefined, 'gFriends', 'gHome']);
      const before = pick([undefined, ...ids]);
      const wish = pick([
        up(seen, id),
        down(seen, id),
        into(seen, id, group),
        toPlace(seen, id, { ...(group && { group }), ...(before && { before }) }),
      ]);
      if (random() < 0.02) board.take({ type: 'card.ungroup', group: 'gHome' });
      if (random() < 0.02) board.take({ type: 'card.group', worksheet: 'w', group: 'gHome', title: 'Home' });
      if (wish) {
        const foreseen = drawn(lanesOf(board.sheet, [wish]));
        board.take({ type: 'card.move', ...wish });
        expect(drawn(lanes(board))).toEqual(foreseen);
      }
      if (random() < 0.3) pages[Math.floor(random() * pages.length)] = board.sheet;
    }
    const all = lanes(board).flatMap(({ cards }) => cards.map((one) => one.id));
    expect(all.toSorted()).toEqual(ids.toSorted());
  });
});
