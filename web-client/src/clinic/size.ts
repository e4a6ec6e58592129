import type { GroupSize } from './books';

/** How a group stands against what it is meant for. */
export interface Fill {
  is: 'over' | 'full' | 'room' | 'few';
  /** How many more or fewer; none when it is exactly full. */
  n: number;
}

export function fillOf({ least, most }: GroupSize, members: number): Fill {
  if (members > most) return { is: 'over', n: members - most };
  if (members === most) return { is: 'full', n: 0 };
  return members < least ? { is: 'few', n: least - members } : { is: 'room', n: most - members };
}

/** What the server takes when a clinic says nothing else. */
export const USUAL_SIZE = {
  group: { least: 2, most: 12 },
  individual: { least: 1, most: 1 },
  family: { least: 1, most: 6 },
  education: { least: 1, most: 30 },
} as const;

export const LARGEST = 60;

/** Two whole numbers out of two fields, or nothing that could be a size. */
export function sizeFrom(least: string, most: string): GroupSize | undefined {
  if (![least, most].every((text) => /^\d{1,2}$/.test(text.trim()))) return undefined;
  const size = { least: Number(least), most: Number(most) };
  return size.least <= size.most && size.most >= 1 && size.most <= LARGEST ? size : undefined;
}
