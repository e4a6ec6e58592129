import type { CardView, WorksheetView } from '../../session/protocol';
import type { Address, Item } from '../../worksheets/form';

export type Cards = WorksheetView['cards'];

/** A card of one's own, with its id. */
export type OwnCard = CardView & { id: string };

/** What one person shares of these answers. */
export const ownCards = (cards: Cards, you: string, addresses: readonly Address[]): OwnCard[] =>
  Object.entries(cards).flatMap(([id, card]) =>
    card.by === you && addresses.some(({ item, row }) => item === card.item && row === card.row)
      ? [{ ...card, id }]
      : [],
  );

/** What somebody else shared: one answer, or those of one row. */
export interface Shared {
  key: string;
  /** Absent where one may not know. */
  name?: string;
  answers: readonly { item: string; words: string }[];
}

/** What the others share, in the order of the group's own; answers of one row stand together. */
export function sharedByOthers(cards: Cards, you: string): readonly Shared[] {
  const found = new Map<string, Shared>();
  const others = Object.entries(cards)
    .filter(([, { by }]) => by !== you)
    .sort(([a, one], [b, other]) => one.order - other.order || (a < b ? -1 : 1));
  for (const [id, { item, row, name, by, words }] of others) {
    if (words === undefined) continue;
    // Of one row some may bear a name and others none: those do not lie beside each other.
    const key = row === undefined ? id : `${row} ${by ?? ''}`;
    const before = found.get(key)?.answers ?? [];
    found.set(key, { key, ...(name !== undefined && { name }), answers: [...before, { item, words }] });
  }
  return [...found.values()];
}

/** Of one row its words go together: how strong something is, or when, says nothing without them. */
export function goTogether(answered: readonly (readonly [Item, Address])[]): readonly Address[] {
  const words = answered.filter(([{ type }]) => type === 'line' || type === 'text');
  return (words.length > 0 ? words : answered).map(([, address]) => address);
}
