/** What has just begun to be watched takes the bridge a moment. */
const PATIENCE_MS = 3_000;

/** Which of the pictures that are wanted here the bridge holds back, because the line does not carry them. */
export class HeldBack {
  #forwarded: ReadonlySet<string> | undefined;
  readonly #missingSinceMs = new Map<string, number>();
  #frames: ReadonlyMap<string, number> = new Map();
  #heldBack: ReadonlySet<string> = new Set();
  #wanted = 0;

  /** What the bridge said last: it says so whenever it changes. */
  forwarded(sources: readonly string[]): void {
    this.#forwarded = new Set(sources);
  }

  /**
   * How many frames have come of each picture. What is seen is not held back, whatever the bridge said last: two of its
   * words that follow each other closely can come in the wrong order, and the one that is wrong then stays.
   */
  saw(frames: ReadonlyMap<string, number>, nowMs: number): void {
    for (const [source, count] of frames) {
      const goesOn = count > (this.#frames.get(source) ?? count);
      if (goesOn && this.#missingSinceMs.has(source)) this.#missingSinceMs.set(source, nowMs);
    }
    this.#frames = frames;
  }

  has(source: string): boolean {
    return this.#heldBack.has(source);
  }
  /** One picture that does not come is that person's trouble, half of them is the own line's. */
  get most(): boolean {
    return this.#heldBack.size > 0 && this.#heldBack.size * 2 >= this.#wanted;
  }

  judge(wanted: readonly string[], nowMs: number): void {
    const missing = this.#forwarded ? wanted.filter((source) => !this.#forwarded?.has(source)) : [];
    for (const source of this.#missingSinceMs.keys()) {
      if (!missing.includes(source)) this.#missingSinceMs.delete(source);
    }
    for (const source of missing) {
      if (!this.#missingSinceMs.has(source)) this.#missingSinceMs.set(source, nowMs);
    }
    this.#wanted = wanted.length;
    this.#heldBack = new Set(
      missing.filter((source) => nowMs - (this.#missingSinceMs.get(source) ?? nowMs) >= PATIENCE_MS),
    );
  }
}
