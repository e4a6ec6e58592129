import { fileURLToPath } from 'node:url';

/** A picture of every page and state, wide and as on a phone. */
export const SHOTS = fileURLToPath(new URL('../build/screenshots/', import.meta.url));

/** A line for each state that axe looked at, with what it found. The step `accessibility` reads it. */
export const AXE_REPORT = fileURLToPath(new URL('../build/accessibility.jsonl', import.meta.url));
