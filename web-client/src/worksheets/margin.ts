import { createContext, type Snippet } from 'svelte';
import type { Address } from './form';

/** What stands at the end of an answer, or of all answers of a row, where the page has something to be done with them. */
export type Margin = Snippet<[addresses: readonly Address[]]>;

export const [useMargin, provideMargin] = createContext<() => Margin | undefined>();
