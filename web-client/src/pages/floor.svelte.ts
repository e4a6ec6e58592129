import type { ConsoleView } from '../session/protocol';
import type { Visit } from './visit.svelte';

/** What a facilitator does to all at once. */
export class Floor {
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  get allHeld(): boolean {
    const members = Object.values(this.#view?.people ?? {}).filter(({ role }) => role === 'participant');
    return members.length > 0 && members.every(({ microphone }) => microphone === 'held');
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
  };

  get #view(): ConsoleView | undefined {
    const { view } = this.#visit;
    return view?.place === 'console' ? view : undefined;
  }
}
