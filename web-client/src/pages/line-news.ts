import type { en } from '../i18n/en';
import type { Say } from '../i18n/text';
import type { Announcer } from '../ui/announcer.svelte';

/** Says once that the line went, and once that it is back. */
export class LineNews {
  readonly #announcer: Announcer;
  readonly #say: Say<typeof en>;
  #lost = false;

  constructor(announcer: Announcer, say: Say<typeof en>) {
    this.#announcer = announcer;
    this.#say = say;
  }

  is(lost: boolean): void {
    if (lost !== this.#lost) this.#announcer.now(this.#say(lost ? 'line.lost' : 'line.back'));
    this.#lost = lost;
  }
}
