/** From the whole picture down to none; sound is on every step. */
export type Step = 'full' | 'reduced' | 'small' | 'paused';

const STEPS: Step[] = ['full', 'reduced', 'small', 'paused'];
/** Least bits a second for the picture of a step, below which the next step down serves the person better. */
const NEEDED_BPS: Record<Step, number> = { full: 220_000, reduced: 130_000, small: 70_000, paused: 0 };

/** Of an estimate has to be carried, or it says how little was tried and not how much would pass. */
const TRIED = 0.8;

const BAD_SAMPLES = 3;
const AWFUL_SAMPLES = 2;
const GOOD_SAMPLES = 4;
/** Waited after a fall before more is tried again; doubled each time that more could not stay. */
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 120_000;
const SOON_MS = 30_000;

/** One look at a line. What the browser does not tell is absent. */
export interface LineSample {
  rttMs?: number;
  /** Share of packets lost on the way there, 0 to 1. */
  lossOut?: number;
  lossIn?: number;
  availableBps?: number;
  /** What went out and came in, all kinds together. */
  sentBps?: number;
  cameBps?: number;
}

/** One direction of a line. */
export interface Passage {
  rttMs?: number | undefined;
  loss?: number | undefined;
  availableBps?: number | undefined;
  sentBps?: number | undefined;
}

/** Whether as much is carried as is estimated to pass; where nobody says how much is, it is taken for so. */
export const isTried = (estimatedBps: number, carriedBps = Infinity): boolean =>
  carriedBps >= TRIED * estimatedBps;

/** How much picture a line carries. Slow to change its mind: a picture that comes and goes is worse than none. */
export class Ladder {
  #at = 0;
  #bad = 0;
  #awful = 0;
  #good = 0;
  #fellAtMs = -Infinity;
  #roseAtMs: number | undefined;
  #waitMs = FIRST_WAIT_MS;

  get step(): Step {
    return STEPS[this.#at] ?? 'paused';
  }

  sample({ rttMs = 0, loss = 0, availableBps = Infinity, sentBps }: Passage, nowMs: number): Step {
    const awful = loss > 0.25 || rttMs > 2_000;
    const bad = awful || loss > 0.08 || rttMs > 700 || availableBps < NEEDED_BPS[this.step];
    const better = STEPS[this.#at - 1] ?? 'full';
    // Where little is sent, as while paused, browsers know little about how much would pass: only trying tells.
    const unknown = this.step === 'paused' || !isTried(availableBps, sentBps);
    const room = unknown || availableBps > 1.2 * NEEDED_BPS[better];
    // Some lines lose one packet in twenty however little is sent; less picture would not help them.
    const good = !bad && loss < 0.06 && rttMs < 400 && room;
    this.#awful = awful ? this.#awful + 1 : 0;
    this.#bad = bad ? this.#bad + 1 : 0;
    this.#good = good ? this.#good + 1 : 0;
    if (this.step === 'paused') this.#tryMore(nowMs);
    else if (this.#awful >= AWFUL_SAMPLES) this.#fall(STEPS.length - 1, nowMs);
    else if (this.#bad >= BAD_SAMPLES) this.#fall(this.#at + 1, nowMs);
    else if (this.#at > 0) this.#tryMore(nowMs);
    return this.step;
  }

  #fall(to: number, nowMs: number): void {
    if (this.#roseAtMs !== undefined) {
      const soon = nowMs - this.#roseAtMs < SOON_MS;
      this.#waitMs = soon ? Math.min(this.#waitMs * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
      this.#roseAtMs = undefined;
    }
    this.#fellAtMs = nowMs;
    this.#move(to);
  }

  #tryMore(nowMs: number): void {
    if (this.#good < GOOD_SAMPLES || nowMs - this.#fellAtMs < this.#waitMs) return;
    this.#roseAtMs = nowMs;
    this.#move(this.#at - 1);
  }

  #move(to: number): void {
    this.#at = to;
    this.#bad = 0;
    this.#awful = 0;
    this.#good = 0;
  }
}
