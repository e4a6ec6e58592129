import type { Command } from './commands';
import type { Answer, RefusalCode } from './protocol';
import type { Cancel, Timers } from './timers';

/** After this long nobody expects the tap to do something any more: it is given up and not sent again. */
export const UNANSWERED_MS = 30_000;

export type Outcome = { ok: true } | { ok: false; code: RefusalCode; text?: string };

interface Waiting {
  text: string;
  again: boolean;
  resolve: (outcome: Outcome) => void;
  giveUp: Cancel;
}

/** Commands without an answer yet, in the order in which they were given. */
export class Pending {
  readonly #timers: Timers;
  readonly #waiting = new Map<string, Waiting>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** What to put on the wire after a reconnect, under the same ids, so that nothing is done twice. */
  get textsAgain(): string[] {
    return [...this.#waiting.values()].filter(({ again }) => again).map(({ text }) => text);
  }

  add(id: string, command: Command, again: boolean): { text: string; outcome: Promise<Outcome> } {
    const text = JSON.stringify({ id, ...command });
    const outcome = new Promise<Outcome>((resolve) => {
      const giveUp = this.#timers.after(UNANSWERED_MS, () =>
        this.#settle(id, { ok: false, code: 'unknown-outcome' }),
      );
      this.#waiting.set(id, { text, again, resolve, giveUp });
    });
    return { text, outcome };
  }

  /** A second answer to the same command finds nobody waiting. */
  answer({ re, refused }: Answer): void {
    this.#settle(re, refused ? { ok: false, code: refused.code, text: refused.text } : { ok: true });
  }

  giveUpAll(): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { ok: false, code: 'unknown-outcome' });
  }

  #settle(id: string, outcome: Outcome): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    waiting.giveUp();
    waiting.resolve(outcome);
  }
}
