/** From the whole picture down to none; sound is on every step. */
export type Step = 'full' | 'reduced' | 'small' | 'paused';

const STEPS: Step[] = ['full', 'reduced', 'small', 'paused'];
/** Least bits a second for the picture of a step, below which the next step down serves the person better. */
const NEEDED_BPS: Record<Step, number> = { full: 220_000, reduced: 130_000, small: 70_000, paused: 0 };

const BAD_SAMPLES = 3;
const AWFUL_SAMPLES = 2;
const GOOD_SAMPLES = 4;
/** Waited before pictures are tried again; doubled each time that they had to be paused again soon. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 120_000;
const SOON_MS = 30_000;

/** One look at a line. What the browser does not tell is absent. */
export interface LineSample {
  rttMs?: number;
  /** Share of packets lost on the way there, 0 to 1. */
  lossOut?: number;
  lossIn?: number;
  availableBps?: number;
}

/** How much picture a line carries. Slow to change its mind: a picture that comes and goes is worse than none. */
export class Ladder {
  #at = 0;
  #bad = 0;
  #awful = 0;
  #good = 0;
  #pausedAtMs = 0;
  #resumedAtMs = -Infinity;
  #pauseMs = FIRST_PAUSE_MS;

  get step(): Step {
    return STEPS[this.#at] ?? 'paused';
  }

  sample(line: LineSample, nowMs: number): Step {
    const loss = line.lossOut ?? 0;
    const rtt = line.rttMs ?? 0;
    const awful = loss > 0.25 || rtt > 2_000;
    const bad = awful || loss > 0.08 || rtt > 700 || (line.availableBps ?? Infinity) < NEEDED_BPS[this.step];
    const better = STEPS[this.#at - 1] ?? 'full';
    // While paused little is sent, so browsers know little about how much would pass: only trying tells.
    const room = this.step === 'paused' || (line.availableBps ?? Infinity) > 1.2 * NEEDED_BPS[better];
    const good = loss < 0.03 && rtt < 400 && room;
    this.#awful = awful ? this.#awful + 1 : 0;
    this.#bad = bad ? this.#bad + 1 : 0;
    this.#good = good ? this.#good + 1 : 0;
    if (this.#awful >= AWFUL_SAMPLES && this.step !== 'paused') this.#pause(nowMs);
    else if (this.#bad >= BAD_SAMPLES && this.step !== 'paused') this.#down(nowMs);
    else if (this.#good >= GOOD_SAMPLES && this.#at > 0) this.#up(nowMs);
    return this.step;
  }

  #down(nowMs: number): void {
    if (this.#at === STEPS.length - 2) return this.#pause(nowMs);
    this.#move(this.#at + 1);
  }

  #pause(nowMs: number): void {
    const soon = nowMs - this.#resumedAtMs < SOON_MS;
    this.#pauseMs = soon ? Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
    this.#pausedAtMs = nowMs;
    this.#move(STEPS.length - 1);
  }

  #up(nowMs: number): void {
    if (this.step === 'paused') {
      if (nowMs - this.#pausedAtMs < this.#pauseMs) return;
      this.#resumedAtMs = nowMs;
    }
    this.#move(this.#at - 1);
  }

  #move(to: number): void {
    this.#at = to;
    this.#bad = 0;
    this.#awful = 0;
    this.#good = 0;
  }
}
