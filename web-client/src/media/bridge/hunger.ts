import type { StatsRow } from '../stats';

/** Longer than a bridge takes to say that it has lost sight of somebody, or a browser that its line is gone. */
export const HUNGRY_AFTER_MS = 8_000;
/** Where asking does not help, it is the others who send nothing, whatever is said of them. */
const LONGEST_MS = 300_000;

/**
 * Whether anything comes over a line that stands. Browser and bridge can each hold another path for the right one: both
 * find the line well, and no sound gets through.
 */
export class Hunger {
  #packets = 0;
  #sinceMs: number | undefined;
  #patienceMs = HUNGRY_AFTER_MS;

  /**
   * @param rows absent while there is no connection to look at
   * @param expected whether somebody else speaks, or could
   * @returns absent while it cannot be told
   */
  look(
    rows: readonly StatsRow[] | undefined,
    expected: boolean,
    nowMs: number,
  ): 'fed' | 'hungry' | undefined {
    if (!rows) {
      this.renew();
      return undefined;
    }
    const packets = rows
      .filter(({ type }) => type === 'inbound-rtp')
      .reduce((sum, { packetsReceived = 0 }) => sum + packetsReceived, 0);
    const more = packets > this.#packets;
    this.#packets = packets;
    if (more) {
      this.#sinceMs = undefined;
      this.#patienceMs = HUNGRY_AFTER_MS;
      return 'fed';
    }
    this.#sinceMs = expected ? (this.#sinceMs ?? nowMs) : undefined;
    if (this.#sinceMs === undefined || nowMs - this.#sinceMs < this.#patienceMs) return undefined;
    this.#sinceMs = nowMs;
    this.#patienceMs = Math.min(this.#patienceMs * 2, LONGEST_MS);
    return 'hungry';
  }

  /** Another connection counts from nothing; how often was asked in vain is not forgotten. */
  renew(): void {
    this.#packets = 0;
    this.#sinceMs = undefined;
  }
}
