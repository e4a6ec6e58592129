import { spotOf, down, up } from './arranging';
import { boxesIn } from './boxes';
import { dragging } from './dragging';
import { placeAt, type Point } from './drop-place';
import { focusIn, focusOn, type FocusSpot } from './focus';
import type { Wall } from './wall.svelte';

/** Cards dragged by mouse, pen or finger. */
export function dragCards(body: HTMLElement, wall: Wall): () => void {
  let grip: Point = { x: 0, y: 0 };
  return dragging(body, {
    lift(card, at) {
      const { left, top, width } = card.getBoundingClientRect();
      grip = { x: at.x - left, y: at.y - top };
      const id = card.dataset['card'] ?? '';
      wall.held = { card: id, corner: { x: left, y: top }, width, place: undefined };
    },
    over(at) {
      const { held } = wall;
      if (!held) return;
      const fromRight = getComputedStyle(body).direction === 'rtl';
      const place = placeAt(boxesIn(body), at, held.card, fromRight);
      wall.held = { ...held, corner: { x: at.x - grip.x, y: at.y - grip.y }, place };
    },
    put() {
      const { held } = wall;
      wall.held = undefined;
      if (held) void wall.put(held);
    },
    cancel() {
      wall.held = undefined;
    },
  });
}

/** An arrow goes to the next card; with Alt it takes the card along. */
export function arrows(body: HTMLElement, wall: Wall, event: KeyboardEvent): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const focus = focusIn(body);
  if (step === undefined || !focus || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.altKey) {
    const wish = step < 0 ? up(wall.lanes, focus.card) : down(wall.lanes, focus.card);
    void wall.move(focus.card, wish);
    return;
  }
  const at = wall.cards.findIndex(({ id }) => id === focus.card);
  const next = wall.cards[at + step];
  if (next) focusOn(body, { card: next.id, part: 'move' });
}

/** The keyboard stays with a card wherever it is drawn; of one that is gone it goes to its neighbour. */
export class Following {
  #drawn: readonly string[] = [];
  #focus: FocusSpot | undefined;

  /** Right before cards are drawn anew. */
  before(body: HTMLElement | undefined): void {
    this.#focus = body && focusIn(body);
  }

  after(body: HTMLElement | undefined, drawn: readonly string[], otherwise: () => void): void {
    const was = this.#drawn;
    const focus = this.#focus;
    this.#drawn = drawn;
    if (!body || !focus || focusOn(body, focus)) return;
    const at = was.indexOf(focus.card);
    const neighbours = [...was.slice(at + 1), ...was.slice(0, at).reverse()];
    if (!neighbours.some((card) => focusOn(body, { card, part: 'move' }))) otherwise();
  }
}

/** After a menu: its card may have gone to another place meanwhile, or from the wall. */
export const backTo = (body: HTMLElement, wall: Wall, card: string): boolean =>
  spotOf(wall.lanes, card) !== undefined && focusOn(body, { card, part: 'move' });
