import type { ConsoleView, ProgressView, WorksheetView } from '../../session/protocol';
import { seated } from '../people';

/** A worksheet with its id. */
export type Sheet = WorksheetView & { id: string };

/** Somebody whom worksheets can be for. */
export interface Member {
  id: string;
  name: string;
  /** In the room, so that they can be nudged. */
  here: boolean;
}

/** How far somebody is. Who has written something and then nothing for a while may be stuck. */
export type Standing = 'not-begun' | 'writing' | 'quiet' | 'done';

export interface Writer extends Member {
  progress: ProgressView | undefined;
  standing: Standing;
  /** Since they last wrote; whole minutes. */
  minutes: number;
}

const MINUTE_MS = 60_000;
/** Long enough to think about one question. */
const QUIET_MINUTES = 3;

/** Prepared before the meeting and before nobody yet: those who lead open it with one press. */
export const isPrepared = ({ closed, members }: WorksheetView): boolean =>
  closed === true && members !== undefined && Object.keys(members).length === 0;

/** For whom it was, or was meant; absent for everybody. Nobody is left where none of those can come any more. */
export function whomOf(sheet: WorksheetView): string[] | undefined {
  const whom = isPrepared(sheet) ? sheet.meant : sheet.members;
  return whom && Object.keys(whom);
}

export const inOrder = (worksheets: Readonly<Record<string, WorksheetView>>): readonly Sheet[] =>
  Object.entries(worksheets)
    .map(([id, view]) => ({ ...view, id }))
    .sort((a, b) => a.order - b.order);

/** The members of the group: those in the room as they sit, then those who wait, are expected or were here. */
export function membersOf(view: ConsoleView): readonly Member[] {
  const here = seated(view.people).filter(({ role }) => role === 'participant');
  const waiting = Object.entries(view.waiting).filter(
    ([, { role = 'participant' }]) => role === 'participant',
  );
  const expected = Object.entries(view.expected).sort(([, a], [, b]) => a.order - b.order);
  return [
    ...here.map(({ id, name }) => ({ id, name, here: true })),
    ...[...waiting, ...expected].map(([id, { name }]) => ({ id, name, here: false })),
  ];
}

/** Of anybody whom the console knows. */
export const nameOf = (
  { people, waiting, expected, gone }: ConsoleView,
  member: string,
): string | undefined => [people, waiting, expected, gone].find((all) => all[member])?.[member]?.name;

/** Those for whom it is, with how far each is. Of everybody's, those who are not here count once they have begun. */
export function writersOf(sheet: Sheet, view: ConsoleView, nowMs: number): readonly Writer[] {
  const { members, progress = {} } = sheet;
  const known = membersOf(view);
  const gone = Object.entries(view.gone).map(([id, { name }]) => ({ id, name, here: false }));
  return [...known, ...gone.filter(({ id }) => known.every((other) => other.id !== id))]
    .filter(({ id, here }) => (members ? members[id] === true : here || progress[id] !== undefined))
    .map((member) => ({
      ...member,
      progress: progress[member.id],
      ...standingOf(progress[member.id], nowMs),
    }));
}

function standingOf(progress: ProgressView | undefined, nowMs: number): Pick<Writer, 'standing' | 'minutes'> {
  if (progress?.changed === undefined) return { standing: 'not-begun', minutes: 0 };
  const minutes = minutesSince(Date.parse(progress.changed), nowMs);
  if (progress.questions > 0 && progress.answered >= progress.questions) return { standing: 'done', minutes };
  return { standing: minutes >= QUIET_MINUTES ? 'quiet' : 'writing', minutes };
}

export const minutesSince = (thenMs: number, nowMs: number): number =>
  Math.max(0, Math.floor((nowMs - thenMs) / MINUTE_MS));

/** How many of them have begun, and how many are done. */
export const summed = (writers: readonly Writer[]): { begun: number; done: number } => ({
  begun: writers.filter(({ standing }) => standing !== 'not-begun').length,
  done: writers.filter(({ standing }) => standing === 'done').length,
});

/** What `worksheet.move` is told so that it comes one place earlier or later; nothing where it cannot. */
export function moved(
  sheets: readonly Sheet[],
  id: string,
  by: -1 | 1,
): { worksheet: string; before?: string } | undefined {
  const at = sheets.findIndex((sheet) => sheet.id === id);
  if (at < 0 || !sheets[at + by]) return undefined;
  const before = by < 0 ? sheets[at - 1]?.id : sheets[at + 2]?.id;
  return { worksheet: id, ...(before !== undefined && { before }) };
}
