import type { CardMove } from '../../session/commands';
import type { CardView, WorksheetView } from '../../session/protocol';

/** A card where it lies on the wall. */
export interface Card extends CardView {
  id: string;
}

/** What lies under one heading, or under none, in the order of the wall. */
export interface Lane {
  /** Absent: under none. */
  group?: string;
  title?: string;
  cards: readonly Card[];
}

/** What somebody wishes of one card: under which heading, and before which other. */
export type Move = Omit<CardMove, 'type'>;

type Wall = Pick<WorksheetView, 'cards' | 'groups'>;

/**
 * The wall as it is drawn: first what lies under no heading, then each heading.
 *
 * @param moves wished here and not answered yet; they stand on the order of the server and go with its answer
 */
export function lanesOf({ cards, groups }: Wall, moves: readonly Move[] = []): readonly Lane[] {
  const line = moves.reduce((before, move) => moved(before, groups, move), inOrder(cards, groups));
  const headings = Object.entries(groups).sort(
    ([a, { order: first }], [b, { order: second }]) => first - second || compare(a, b),
  );
  return [
    { cards: line.filter(({ group }) => group === undefined) },
    ...headings.map(([group, { title }]) => ({
      group,
      title,
      cards: line.filter((card) => card.group === group),
    })),
  ];
}

export const hasHeadings = (lanes: readonly Lane[]): boolean => lanes.length > 1;

export const isMine = ({ by }: CardView, you: string): boolean => by === you;

/** As the server orders its ids where two stand at the same place. */
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function inOrder(cards: Wall['cards'], groups: Wall['groups']): readonly Card[] {
  return Object.entries(cards)
    .map(([id, card]) => under({ id, ...card }, groups, card.group))
    .sort((a, b) => a.order - b.order || compare(a.id, b.id));
}

/** A heading that is gone is none. */
function under(card: Card, groups: Wall['groups'], wished: string | undefined): Card {
  const { group, ...bare } = card;
  const there = wished !== undefined && Object.hasOwn(groups, wished) ? wished : undefined;
  if (group === there) return card;
  return there === undefined ? bare : { ...bare, group: there };
}

/** As the server will do it: before a card that is gone means last. */
function moved(line: readonly Card[], groups: Wall['groups'], move: Move): readonly Card[] {
  const at = line.findIndex(({ id }) => id === move.card);
  const card = line[at];
  if (!card) return line;
  const before = move.before === move.card ? line[at + 1]?.id : move.before;
  const rest = line.filter((other) => other !== card);
  const found = rest.findIndex(({ id }) => id === before);
  const to = found < 0 ? rest.length : found;
  return [...rest.slice(0, to), under(card, groups, move.group), ...rest.slice(to)];
}

export interface Spot {
  lane: Lane;
  card: Card;
  /** From 0, among those of its lane. */
  at: number;
}

export function spotOf(lanes: readonly Lane[], id: string): Spot | undefined {
  for (const lane of lanes) {
    const at = lane.cards.findIndex((card) => card.id === id);
    const card = lane.cards[at];
    if (card) return { lane, card, at };
  }
  return undefined;
}

const moveTo = (card: string, { group }: Lane, before: Card | undefined): Move => ({
  card,
  ...(group !== undefined && { group }),
  ...(before && { before: before.id }),
});

/** One place towards the first of its lane; nothing where it is the first. */
export function up(lanes: readonly Lane[], id: string): Move | undefined {
  const spot = spotOf(lanes, id);
  const above = spot?.lane.cards[spot.at - 1];
  return spot && above && moveTo(id, spot.lane, above);
}

/** One place towards the last of its lane; nothing where it is the last. */
export function down(lanes: readonly Lane[], id: string): Move | undefined {
  const spot = spotOf(lanes, id);
  if (!spot?.lane.cards[spot.at + 1]) return undefined;
  return moveTo(id, spot.lane, spot.lane.cards[spot.at + 2]);
}

/** To the end of another lane; nothing where it lies there already. */
export function into(lanes: readonly Lane[], id: string, group: string | undefined): Move | undefined {
  const spot = spotOf(lanes, id);
  const lane = lanes.find((one) => one.group === group);
  return spot && lane && spot.lane !== lane ? moveTo(id, lane, undefined) : undefined;
}

/** A place in a lane: before a card, or behind its last. */
export interface Place {
  group?: string;
  before?: string;
}

/** To where it was put down; nothing where it lies there already. */
export function toPlace(lanes: readonly Lane[], id: string, { group, before }: Place): Move | undefined {
  const spot = spotOf(lanes, id);
  const lane = lanes.find((one) => one.group === group);
  if (!spot || !lane) return undefined;
  const behind = lane === spot.lane ? spot.lane.cards[spot.at + 1]?.id : undefined;
  if (lane === spot.lane && (before === behind || before === id)) return undefined;
  return moveTo(
    id,
    lane,
    lane.cards.find((card) => card.id === before),
  );
}
