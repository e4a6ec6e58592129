import { createContext } from 'svelte';
import type { Command } from '../../session/commands';
import type { CardView, WorksheetView } from '../../session/protocol';
import { asks, linesOf } from './card-words';
import { hasHeadings, isMine, lanesOf, spotOf, toPlace, type Lane, type Move, type Place } from './arranging';
import type { Point } from './drop-place';
import type { enWall } from '../../i18n/en-wall';
import type { enWorksheet } from '../../i18n/en-worksheet';
import type { Speech } from '../../i18n/speech.svelte';
import type { Say } from '../../i18n/text';
import type { Announcer } from '../../ui/announcer.svelte';
import type { Form } from '../form';

/** How long the page shows what it asked for, if nothing is answered: the order of the server counts. */
const FORESEEN_MS = 4_000;

/** What a wall is drawn from; each may be another one at any time. */
export interface WallParts {
  id: () => string;
  sheet: () => WorksheetView;
  form: () => Form | undefined;
  you: () => string;
  staff: () => boolean;
  nameOf: (member: string) => string | undefined;
  /** The sentence of a refusal, or nothing. */
  send: (command: Command) => Promise<string | undefined>;
  speech: Speech;
  t: Say<typeof enWall>;
  w: Say<typeof enWorksheet>;
  announcer: Announcer;
}

/** A card in somebody's hand. */
export interface Held {
  card: string;
  /** Where the card's own corner is, and how wide it is. */
  corner: Point;
  width: number;
  /** Where it would come to lie. */
  place: Place | undefined;
}

/** One wall on one page: what is drawn, what is wished, and what is said about it. */
export class Wall {
  readonly #parts: WallParts;
  #moves = $state.raw<readonly Move[]>([]);
  /** Why the last wish was not done. */
  note = $state<string>();
  held = $state.raw<Held>();
  readonly lanes: readonly Lane[] = $derived.by(() => lanesOf(this.#parts.sheet(), this.#moves));
  readonly cards = $derived(this.lanes.flatMap(({ cards }) => cards));
  readonly ids = $derived(this.cards.map(({ id }) => id));
  readonly grouped = $derived(hasHeadings(this.lanes));
  #known: readonly string[] | undefined;

  constructor(parts: WallParts) {
    this.#parts = parts;
  }

  get staff(): boolean {
    return this.#parts.staff();
  }

  readonly isMine = (card: CardView): boolean => isMine(card, this.#parts.you());

  readonly asks = (card: CardView): string | undefined => asks(this.#parts.form(), card);

  lines(card: CardView): readonly string[] {
    const { w, speech, form } = this.#parts;
    return linesOf(w, speech.locale, form(), card);
  }

  /** Whose it is, as far as this reader may know. */
  who(card: CardView): string | undefined {
    const { t, staff, nameOf } = this.#parts;
    if (this.isMine(card)) return t(card.nameless ? 'card.you-nameless' : 'card.you');
    const name = card.name ?? (card.by === undefined ? undefined : nameOf(card.by));
    if (name === undefined) return undefined;
    if (!card.nameless) return name;
    return staff() ? t('card.nameless', { name }) : undefined;
  }

  /** "Card 3 of 7 in Friends" */
  where(id: string): string {
    const { t } = this.#parts;
    const spot = spotOf(this.lanes, id);
    if (!spot) return t('card.gone');
    const place = { n: spot.at + 1, all: spot.lane.cards.length };
    if (!this.grouped) return t('card.at', place);
    const group = spot.lane.title;
    return group === undefined ? t('card.at-none', place) : t('card.at-group', { ...place, group });
  }

  /** Whoever listens hears of cards that come, not of every one that is moved. */
  tellOfNew(): void {
    const before = this.#known;
    this.#known = this.ids;
    const n = before && this.cards.filter((card) => !before.includes(card.id) && !this.isMine(card)).length;
    if (n) this.#parts.announcer.later('new-cards', () => this.#parts.t('wall.new', { n }));
  }

  /** @param wish nothing where the card lies there already */
  async move(id: string, wish: Move | undefined, quietly = false): Promise<void> {
    const { announcer } = this.#parts;
    if (!quietly) announcer.later('card', () => this.where(id));
    if (!wish) return;
    this.#moves = [...this.#moves, wish];
    const forget = () => (this.#moves = this.#moves.filter((other) => other !== wish));
    const late = setTimeout(forget, FORESEEN_MS);
    await this.#send({ type: 'card.move', ...wish });
    clearTimeout(late);
    forget();
  }

  put({ card, place }: Held): Promise<void> {
    return this.move(card, place && toPlace(this.lanes, card, place));
  }

  takeBack = (card: string): Promise<void> =>
    this.#say({ type: 'answer.take-back', card }, 'card.taken-back');

  remove = (card: string): Promise<void> => this.#say({ type: 'card.remove', card }, 'card.removed');

  async name(group: string, title: string): Promise<boolean> {
    const { id, t, announcer } = this.#parts;
    const done = await this.#send({ type: 'card.group', worksheet: id(), group, title });
    if (done) announcer.later('group', () => t('group.made', { title }));
    return done;
  }

  dissolve = (group: string): Promise<void> => this.#say({ type: 'card.ungroup', group }, 'group.dissolved');

  async #say(command: Command, done: 'card.taken-back' | 'card.removed' | 'group.dissolved'): Promise<void> {
    const { t, announcer } = this.#parts;
    if (await this.#send(command)) announcer.later('card', () => t(done));
  }

  async #send(command: Command): Promise<boolean> {
    const refusal = await this.#parts.send(command);
    this.note = refusal;
    if (refusal !== undefined) this.#parts.announcer.now(refusal);
    return refusal === undefined;
  }
}

export const [useWall, provideWall] = createContext<Wall>();
