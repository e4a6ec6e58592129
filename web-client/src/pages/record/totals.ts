import type { AttendanceSheet, SheetRow, SheetStatus } from '../../session/sheet';

/** What stands of a row: as corrected, or else as computed. */
export const standingMinutes = (row: SheetRow): number =>
  row.corrected?.creditedMinutes ?? row.creditedMinutes;
export const standingStatus = (row: SheetRow): SheetStatus | undefined => row.corrected?.status ?? row.status;

export interface Totals {
  people: number;
  came: number;
  credited: number;
  creditedPeople: number;
  /** How much more, or less, than was computed. */
  byCorrection: number;
  corrections: number;
  noShows: number;
  /** People who say that their row is wrong and whom nobody has answered. */
  disputes: number;
  mostAtOnce: { n: number; from: number; to: number } | undefined;
}

export function totalsOf(sheet: AttendanceSheet): Totals {
  const rows = sheet.rows.filter(({ role }) => role === 'participant');
  const sum = (of: (row: SheetRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    people: rows.length,
    came: rows.filter(({ intervals }) => intervals.some((interval) => interval.in)).length,
    credited: sum(standingMinutes),
    creditedPeople: rows.filter((row) => standingMinutes(row) > 0).length,
    byCorrection: sum((row) => standingMinutes(row) - row.creditedMinutes),
    corrections: sum(({ corrections }) => corrections?.length ?? 0),
    noShows: rows.filter((row) => standingStatus(row) === 'no-show').length,
    disputes: rows.filter(({ dispute }) => dispute?.state === 'open').length,
    mostAtOnce: mostAtOnce(rows, Date.parse(sheet.asOf)),
  };
}

/** The first time at which the most people were in the room together. */
function mostAtOnce(rows: SheetRow[], now: number): Totals['mostAtOnce'] {
  const inRoom = rows.flatMap(({ intervals }) => intervals.filter((interval) => interval.in));
  const steps = inRoom
    .flatMap(({ from, to }) => [
      { at: Date.parse(from), by: 1 },
      { at: to === undefined ? now : Date.parse(to), by: -1 },
    ])
    // Who goes at the moment another comes was not there together with them.
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let here = 0;
  let most: { n: number; from: number; to: number } | undefined;
  for (const [index, { at, by }] of steps.entries()) {
    here += by;
    const next = steps[index + 1]?.at ?? at;
    // A stretch ends and the next begins at one moment: nobody left in between.
    if (next === at) continue;
    if (here > (most?.n ?? 0)) most = { n: here, from: at, to: next };
    else if (most && here === most.n && most.to === at) most.to = next;
  }
  return most;
}
