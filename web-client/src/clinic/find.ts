import type { PersonLine } from './books';

/** Without case and accents, as people type when they are in a hurry. */
export const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whoever has every word that was typed at the start of a part of their name, or within their record number. */
export function found<P extends Pick<PersonLine, 'name' | 'number'>>(
  people: readonly P[],
  typed: string,
): P[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return people.filter(({ name, number }) => {
    const parts = plain(name).split(/[\s-]+/);
    return words.every(
      (word) => parts.some((part) => part.startsWith(word)) || plain(number ?? '').includes(word),
    );
  });
}
