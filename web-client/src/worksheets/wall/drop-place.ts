import type { Place } from './arranging';

/** Where something is drawn, in pixels of the window. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface CardBox extends Box {
  id: string;
}

export interface LaneBox extends Box {
  group?: string;
  cards: readonly CardBox[];
}

export interface Point {
  x: number;
  y: number;
}

const middle = (from: number, to: number) => (from + to) / 2;

const outside = (at: number, from: number, to: number) => Math.max(from - at, 0, at - to);

const distance = ({ x, y }: Point, { top, bottom, left, right }: Box) =>
  Math.hypot(outside(x, left, right), outside(y, top, bottom));

/** Cards that stand beside each other, one row after the other. */
function rowsOf(cards: readonly CardBox[]): readonly (readonly CardBox[])[] {
  const rows: CardBox[][] = [];
  for (const card of cards) {
    const row = rows.at(-1);
    if (row?.[0] && card.top < row[0].bottom) row.push(card);
    else rows.push([card]);
  }
  return rows;
}

/**
 * Where a card would come to lie if it were put down here: in the nearest lane, before the first card whose middle was
 * not passed yet.
 *
 * @param held the card in the hand, which is no neighbour of itself
 * @param fromRight where one reads from the right
 */
export function placeAt(
  lanes: readonly LaneBox[],
  point: Point,
  held: string,
  fromRight = false,
): Place | undefined {
  let lane: LaneBox | undefined;
  for (const each of lanes) {
    if (!lane || distance(point, each) < distance(point, lane)) lane = each;
  }
  if (!lane) return undefined;
  const before = firstBehind(
    lane.cards.filter(({ id }) => id !== held),
    point,
    fromRight,
  );
  return {
    ...(lane.group !== undefined && { group: lane.group }),
    ...(before && { before: before.id }),
  };
}

function firstBehind(cards: readonly CardBox[], { x, y }: Point, fromRight: boolean): CardBox | undefined {
  const rows = rowsOf(cards);
  if (rows.every((row) => row.length === 1)) {
    return cards.find(({ top, bottom }) => y < middle(top, bottom));
  }
  const at = rows.findIndex((row) => y < Math.max(...row.map(({ bottom }) => bottom)));
  const passed = ({ left, right }: CardBox) =>
    fromRight ? x < middle(left, right) : x > middle(left, right);
  return at < 0 ? undefined : (rows[at]?.find((card) => !passed(card)) ?? rows[at + 1]?.[0]);
}

const EDGE_PX = 56;
const FASTEST_PX = 14;

/** How far what scrolls goes on in one frame while a card is held at its edge; below 0 is up. */
export function pace(y: number, { top, bottom }: Pick<Box, 'top' | 'bottom'>): number {
  const edge = Math.min(EDGE_PX, (bottom - top) / 4);
  const near = (left: number) => (Math.min(1, Math.max(0, edge - left) / edge) || 0) * FASTEST_PX;
  return near(bottom - y) - near(y - top);
}
