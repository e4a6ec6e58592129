import type { ConsoleView } from '../session/protocol';
import type { Now } from './now.svelte';
import { onlyStaffSpeak } from './people';
import { restUntil } from './rest';
import type { Visit } from './visit.svelte';

/** What a facilitator does to all at once. */
export class Floor {
  readonly #visit: Visit;
  readonly #now: Now;
  #choosesRest = $state(false);

  constructor(visit: Visit, now: Now) {
    this.#visit = visit;
    this.#now = now;
  }

  get allHeld(): boolean {
    return onlyStaffSpeak(this.#view?.people ?? {});
  }
  get hands(): boolean {
    return Object.values(this.#view?.people ?? {}).some(({ hand }) => hand !== undefined);
  }

  /** Whether the group would not be left alone if this facilitator went. */
  get anotherLeads(): boolean {
    return Object.entries(this.#view?.people ?? {}).some(
      ([id, { role, line }]) => id !== this.#visit.you?.id && role === 'facilitator' && line === 'here',
    );
  }

  /** Whether the group has breaks. */
  get mayRest(): boolean {
    return this.#visit.you?.may['break.begin'] === true;
  }

  /** Ends a break, or asks how long one is to be. */
  rest(): void {
    if (this.rests) void this.#visit.send({ type: 'break.end' });
    else this.#choosesRest = this.mayRest;
  }

  /** Whether the group rests now, by the server's clock. */
  get rests(): boolean {
    const now = this.#now.ms + this.#visit.session.now() - Date.now();
    return restUntil(this.#view ?? {}, now) !== undefined;
  }

  get choosesRest(): boolean {
    return this.#choosesRest;
  }

  /** @param minutes nothing for none after all */
  beginRest(minutes?: number): void {
    this.#choosesRest = false;
    if (minutes !== undefined) void this.#visit.send({ type: 'break.begin', minutes });
  }

  muteAll(): void {
    void this.#visit.send({ type: this.allHeld ? 'microphone.allow-all' : 'microphone.mute-all' });
  }

  lowerHands(): void {
    if (this.hands) void this.#visit.send({ type: 'hand.lower-all' });
  }

  lock(): void {
    void this.#visit.send({ type: this.#view?.locked ? 'room.unlock' : 'room.lock' });
  }

  letAllIn(): void {
    if (Object.keys(this.#view?.waiting ?? {}).length > 0)
      void this.#visit.send({ type: 'member.admit-all' });
  }

  readonly keys = {
    I: () => this.letAllIn(),
    A: () => this.muteAll(),
    D: () => this.lowerHands(),
    L: () => this.lock(),
    B: () => this.rest(),
  };

  get #view(): ConsoleView | undefined {
    const { view } = this.#visit;
    return view?.place === 'console' ? view : undefined;
  }
}
