import { Ladder, isTried } from '../ladder';
import type { Step } from '../ladder';
import { LineWord, qualityOf } from '../line';
import type { LineQuality } from '../line';
import type { SaveData } from '../plane';
import { StatsReader } from '../stats';
import type { StatsRow } from '../stats';

/** Bits a second down to here, below which few pictures come, or none. */
const WEAK_BPS = 120_000;
const FAIR_BPS = 350_000;

const ORDER: LineQuality[] = ['good', 'fair', 'weak'];
const worse = (a: LineQuality, b: LineQuality): LineQuality => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

/** The fewest and smallest pictures that a person can ask for, and a line can do with. */
const SAVED: Record<Step, SaveData> = {
  full: 'off',
  reduced: 'small',
  small: 'one-picture',
  paused: 'sound-only',
};
const SAVINGS = Object.values(SAVED);

/** How the own line to the bridge is: by the browser's own numbers, and by what the bridge measures. */
export class OwnLine {
  readonly #up = new Ladder();
  readonly #down = new Ladder();
  #stats = new StatsReader();
  #word = new LineWord();
  #downlinkBps = Infinity;

  get word(): LineQuality {
    return this.#word.word;
  }
  /** How much of the own picture the line carries. */
  get step(): Step {
    return this.#up.step;
  }

  /**
   * What to ask the bridge for. It measures for itself how much passes, but it cannot hear that sound is lost here: then
   * pictures have to give way, also if there seems to be room for them.
   */
  atMost(wished: SaveData): SaveData {
    const borne = SAVED[this.#down.step];
    return SAVINGS.indexOf(borne) > SAVINGS.indexOf(wished) ? borne : wished;
  }

  downlink(bps: number): void {
    this.#downlinkBps = bps;
  }

  /** Without rows there was no connection to look at. */
  look(rows: Iterable<StatsRow> | undefined, nowMs: number): void {
    if (!rows) {
      this.#word.sample('weak');
      return;
    }
    const sample = this.#stats.read(rows);
    this.#up.sample({ ...sample, loss: sample.lossOut }, nowMs);
    this.#down.sample({ loss: sample.lossIn }, nowMs);
    this.#word.sample(worse(qualityOf(sample), this.#downlink(sample.cameBps)));
  }

  /** A bridge that sends all that is asked of it, and it is little, does not find out that more would pass. */
  #downlink(cameBps: number | undefined): LineQuality {
    if (!isTried(this.#downlinkBps, cameBps)) return 'good';
    return this.#downlinkBps < WEAK_BPS ? 'weak' : this.#downlinkBps < FAIR_BPS ? 'fair' : 'good';
  }

  /** Another connection counts from nothing, and is judged by itself. */
  renew(): void {
    this.#stats = new StatsReader();
    this.#word = new LineWord();
    this.#downlinkBps = Infinity;
  }
}
