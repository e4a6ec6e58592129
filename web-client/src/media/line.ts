import type { LineSample } from './ladder';

/** How a person's line is, in three words. */
export type LineQuality = 'good' | 'fair' | 'weak';

const ORDER: LineQuality[] = ['good', 'fair', 'weak'];
const WORSE_SAMPLES = 2;
const BETTER_SAMPLES = 3;

export function qualityOf({ rttMs = 0, lossIn = 0, lossOut = 0 }: LineSample): LineQuality {
  const loss = Math.max(lossIn, lossOut);
  if (loss >= 0.08 || rttMs >= 600) return 'weak';
  return loss >= 0.03 || rttMs >= 300 ? 'fair' : 'good';
}

/** The word shown: it follows the line, but not every hiccup of it. */
export class LineWord {
  #word: LineQuality = 'good';
  #candidate: LineQuality = 'good';
  #seen = 0;

  get word(): LineQuality {
    return this.#word;
  }

  sample(quality: LineQuality): LineQuality {
    this.#seen = quality === this.#candidate ? this.#seen + 1 : 1;
    this.#candidate = quality;
    const worse = ORDER.indexOf(quality) > ORDER.indexOf(this.#word);
    if (this.#seen >= (worse ? WORSE_SAMPLES : BETTER_SAMPLES)) this.#word = quality;
    return this.#word;
  }
}

/** My own line is as good as my best line to anybody: if all are weak, it is mine. */
export const bestOf = (words: LineQuality[]): LineQuality =>
  ORDER.find((word) => words.includes(word)) ?? 'good';
