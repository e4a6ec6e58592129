import type { MinutesView } from '../session/protocol';

const MINUTE_MS = 60_000;

/** Whole minutes in the room; what is running counts up to now, by the server's clock. */
export const minutesOf = ({ ms, since }: MinutesView, nowMs: number): number =>
  Math.floor((ms + (since === undefined ? 0 : Math.max(0, nowMs - Date.parse(since)))) / MINUTE_MS);
