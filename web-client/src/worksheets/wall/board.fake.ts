import type { Command } from '../../session/commands';
import type { CardView, WorksheetView } from '../../session/protocol';

const STEP = 2 ** 20;

/** A wall as the server keeps it: whoever moves from a page that is behind gets as near to their wish as can be. */
export class FakeBoard {
  sheet: WorksheetView;

  constructor(sheet: Partial<WorksheetView> = {}) {
    this.sheet = {
      form: 'trigger-map',
      version: '1',
      mode: 'board',
      order: STEP,
      cards: {},
      groups: {},
      ...sheet,
    };
  }

  share(id: string, card: Omit<CardView, 'order'>): void {
    const last = Math.max(0, ...Object.values(this.sheet.cards).map(({ order }) => order));
    this.#set({ cards: { ...this.sheet.cards, [id]: { ...card, order: last + STEP } } });
  }

  /** @returns what it says where it does not do it */
  take(command: Command): string | undefined {
    const { cards, groups } = this.sheet;
    switch (command.type) {
      case 'card.move':
        if (!cards[command.card]) return 'This card is no longer there.';
        this.#move(command.card, command.group, command.before);
        return undefined;
      case 'answer.take-back':
      case 'card.remove':
        if (!cards[command.card]) return 'This card is no longer there.';
        this.#set({ cards: without(cards, command.card) });
        return undefined;
      case 'card.group': {
        const order = groups[command.group]?.order ?? Object.keys(groups).length + 1;
        this.#set({ groups: { ...groups, [command.group]: { title: command.title, order } } });
        return undefined;
      }
      case 'card.ungroup':
        this.#set({
          groups: without(groups, command.group),
          cards: Object.fromEntries(
            Object.entries(cards).map(([id, { group, ...card }]) => [
              id,
              group === undefined || group === command.group ? card : { ...card, group },
            ]),
          ),
        });
        return undefined;
      default:
        return `There is no ${command.type} here.`;
    }
  }

  #move(id: string, wished: string | undefined, wish: string | undefined): void {
    const { cards, groups } = this.sheet;
    const line = Object.entries(cards).sort(([, a], [, b]) => a.order - b.order);
    const ids = line.map(([other]) => other);
    const before = wish === id ? ids[ids.indexOf(id) + 1] : wish;
    const rest = ids.filter((other) => other !== id);
    const at = before === undefined || !rest.includes(before) ? rest.length : rest.indexOf(before);
    rest.splice(at, 0, id);
    const next = Object.fromEntries(
      rest.map((other, n) => [other, { ...cards[other], order: (n + 1) * STEP } as CardView]),
    );
    const card = without(cards[id] as unknown as Record<string, unknown>, 'group') as unknown as CardView;
    const group = wished !== undefined && groups[wished] ? { group: wished } : {};
    next[id] = { ...card, ...group, order: (rest.indexOf(id) + 1) * STEP };
    this.#set({ cards: next });
  }

  #set(change: Partial<WorksheetView>): void {
    this.sheet = { ...this.sheet, ...change };
  }
}

const without = <T>(all: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([other]) => other !== key));
