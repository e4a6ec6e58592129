import type { Say } from '../i18n/text';
import type { enRoom } from '../i18n/en-room';
import type { RoomView } from '../session/protocol';
import type { Announcer } from '../ui/announcer.svelte';
import { news } from './news';
import { sharerOf } from './people';

type Seen = Pick<RoomView, 'people' | 'spotlight' | 'breakUntil'>;

/** Tells a screen reader what others see: who came, who went, whose hand is up. */
export class Crier {
  readonly #announcer: Announcer;
  readonly #say: Say<typeof enRoom>;
  #last: Seen | undefined;
  #came: string[] = [];
  #went: string[] = [];

  constructor(announcer: Announcer, say: Say<typeof enRoom>) {
    this.#announcer = announcer;
    this.#say = say;
  }

  look(room: Seen, yourId: string): void {
    const before = this.#last;
    this.#last = room;
    if (!before || before === room) return;
    const { came, went, hands, yourTurn } = news(before, room, yourId);
    this.#came.push(...came);
    this.#went.push(...went);
    if (came.length > 0) this.#announcer.later('came', () => this.#names('say.came', this.#came.splice(0)));
    if (went.length > 0) this.#announcer.later('went', () => this.#names('say.went', this.#went.splice(0)));
    for (const name of hands) this.#announcer.later(`hand ${name}`, () => this.#say('say.hand-up', { name }));
    if (sharerOf(before.people) !== sharerOf(room.people)) this.#screen(room, yourId);
    if (before.spotlight !== room.spotlight) this.#spotlight(room, yourId);
    if (before.breakUntil !== room.breakUntil) this.#rest(room);
    if (yourTurn) this.#announcer.later('turn', () => this.#say('say.your-turn'));
  }

  /** One's own is said by the bar that ends it. */
  #screen({ people }: Seen, yourId: string): void {
    this.#announcer.later('screen', () => {
      const sharer = sharerOf(people);
      if (sharer === undefined) return this.#say('say.shares-no-more');
      return sharer === yourId
        ? this.#say('screen.yours')
        : this.#say('say.shares', { name: people[sharer]?.name ?? '' });
    });
  }

  #spotlight({ people, spotlight }: Seen, yourId: string): void {
    this.#announcer.later('spotlight', () => {
      if (spotlight === undefined) return this.#say('say.no-spotlight');
      if (spotlight === yourId) return this.#say('say.your-spotlight');
      return this.#say('say.spotlight', { name: people[spotlight]?.name ?? '' });
    });
  }

  #rest({ breakUntil }: Seen): void {
    this.#announcer.later('break', () => this.#say(breakUntil ? 'say.break' : 'say.break-over'));
  }

  #names(key: 'say.came' | 'say.went', names: string[]): string {
    return this.#say(key, { n: names.length, names: names.join(', ') });
  }
}
