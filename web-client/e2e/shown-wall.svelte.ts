import type { Command } from '../src/session/commands';
import type { CardView, WorksheetView } from '../src/session/protocol';
import { FakeBoard } from '../src/worksheets/wall/board.fake';
import { friends, hostile, loose, many, type Drawn } from './walls';

const WALLS: Record<string, (lang: 'en' | 'es') => Drawn> = {
  drawn: friends,
  loose,
  hostile,
  many,
  empty: () => ({ groups: [], cards: [] }),
};

/** A wall as one person sees it, on a board that nobody else has. */
export class Shown {
  readonly #board = new FakeBoard();
  readonly #staff: boolean;
  readonly you = 'pSam';
  #sheet = $state.raw<WorksheetView>(this.#board.sheet);
  /** Until the server answers. */
  answersAfterMs = 0;
  /** What it says to the next wish. */
  refuses: string | undefined;
  /** Every command of this page. */
  readonly sent: Command[] = [];

  constructor(wall: string, lang: 'en' | 'es', staff: boolean) {
    this.#staff = staff;
    const { groups, cards } = (WALLS[wall] ?? friends)(lang);
    for (const [group, title] of groups)
      this.#board.take({ type: 'card.group', worksheet: 'w', group, title });
    for (const [id, card] of cards) this.#board.share(id, card);
    this.#look();
  }

  get staff(): boolean {
    return this.#staff;
  }
  get sheet(): WorksheetView {
    return this.#sheet;
  }

  /** What somebody else does. */
  meanwhile = (command: Command): void => {
    this.#board.take(command);
    this.#look();
  };

  share = (id: string, card: Omit<CardView, 'order'>): void => {
    this.#board.share(id, card);
    this.#look();
  };

  send = async (command: Command): Promise<string | undefined> => {
    this.sent.push(command);
    if (this.answersAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, this.answersAfterMs));
    const refusal = this.refuses ?? this.#board.take(command);
    this.refuses = undefined;
    this.#look();
    return refusal;
  };

  #look(): void {
    const { sheet } = this.#board;
    const cards = Object.entries(sheet.cards).map(([id, card]) => [id, this.#seen(card)] as const);
    this.#sheet = { ...sheet, cards: Object.fromEntries(cards) };
  }

  /** As the server shows cards without a name. */
  #seen(card: CardView): CardView {
    if (!card.nameless || this.#staff || card.by === this.you) return card;
    const known = Object.entries(card).filter(([key]) => key !== 'by' && key !== 'name');
    return Object.fromEntries(known) as unknown as CardView;
  }
}
