import type { Item, Option, Value } from './form';

/** A row in one glance: its words, how strong it is, and what stands under it; with the question where it needs one. */
export interface RowLook {
  title: string | undefined;
  /** `at` of `of`, the first option being 1. */
  strengths: readonly { at: number; of: number; text: string }[];
  more: readonly { words: string; asks: string | undefined }[];
}

const FEWEST_BARS = 3;
const MOST_BARS = 5;

/** Few options side by side go from least to most. */
const isStrength = ({ type, across, repeats, options = [] }: Item): boolean =>
  type === 'choice' && !!across && !repeats && options.length >= FEWEST_BARS && options.length <= MOST_BARS;

/**
 * @param answers what is asked in the row and answered
 * @param words an answer as people read it
 */
export function rowLook(
  answers: readonly (readonly [Item, Value])[],
  words: (item: Item, value: Value) => string,
): RowLook {
  const [title, plain] = answers.filter(
    ([{ type, repeats }]) => (type === 'line' || type === 'text') && !repeats,
  );
  const strong = answers.filter(([item]) => isStrength(item));
  const more = answers.filter((answer) => answer !== title && !strong.includes(answer));
  return {
    title: title && words(...title),
    strengths: strong.flatMap(([item, value]) => strength(item.options ?? [], value)),
    more: more.map((answer) => ({
      words: words(...answer),
      asks: answer === plain ? undefined : answer[0].text,
    })),
  };
}

function strength(options: readonly Option[], value: Value): RowLook['strengths'] {
  const at = options.findIndex(({ code }) => code === value);
  const text = options[at]?.text;
  return text === undefined ? [] : [{ at: at + 1, of: options.length, text }];
}
