const EVERY_MS = 5_000;

/** The time of day as the page shows it: to the minute, so looking a few times a minute is enough. */
export class Now {
  #ms = $state(Date.now());

  constructor() {
    setInterval(() => (this.#ms = Date.now()), EVERY_MS);
  }

  get ms(): number {
    return this.#ms;
  }
}
