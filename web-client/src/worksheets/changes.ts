import type { Address, Form, Value } from './form';
import { keyOf } from './form';
import { valueAt, withoutRow, written, type Filled } from './filled';

/** What a person did to their sheet. The same command is done once, however often it is sent. */
export type Change = Write | Removal;

export interface Write {
  command: string;
  item: string;
  row?: string | undefined;
  /** null takes the answer away. */
  value: Value | null;
  /** What stood there when the person began to write, as far as this page knew. */
  before: Value | null;
}

export interface Removal {
  command: string;
  removed: string;
}

/** A change that waits on the device, in the order in which it was made. */
export interface Kept {
  n: number;
  /** It may have arrived, so it must be sent as it is. */
  tried: boolean;
  change: Change;
}

export const isWrite = (change: Change): change is Write => 'item' in change;

export const changed = (form: Form, filled: Filled, change: Change): Filled =>
  isWrite(change) ? written(form, filled, change, change.value) : withoutRow(filled, change.removed);

/** What need not be sent: the same answer was changed again, and nobody has heard of this one yet. */
export function outdated(queue: readonly Kept[]): readonly Kept[] {
  return queue.filter(({ change, tried }, at) => {
    if (tried || !isWrite(change)) return false;
    const later = queue.slice(at + 1).map((kept) => kept.change);
    const again = later.find((other) =>
      isWrite(other) ? keyOf(other) === keyOf(change) : other.removed === change.row,
    );
    return again !== undefined && isWrite(again);
  });
}

/** Two answers to the same question: what the server has by now, and what was written here without knowing of it. */
export interface Clash {
  address: Address;
  theirs: Value;
  mine: Value | null;
}

/** Where somebody else wrote meanwhile, and something else than what waits here. */
export function clashes(server: Filled, changes: readonly Change[]): readonly Clash[] {
  const writes = changes.filter(isWrite);
  const removed = new Set(changes.flatMap((change) => (isWrite(change) ? [] : [change.removed])));
  const byPlace = new Map<string, Write[]>();
  for (const write of writes) byPlace.set(keyOf(write), [...(byPlace.get(keyOf(write)) ?? []), write]);
  return [...byPlace.values()].flatMap((here) => {
    const last = here.at(-1);
    if (!last || (last.row !== undefined && removed.has(last.row))) return [];
    const theirs = valueAt(server, last) ?? null;
    // Where nothing stands any more, nothing is written over.
    const known =
      theirs === null || here.some(({ before, value }) => same(before, theirs) || same(value, theirs));
    return known ? [] : [{ address: { item: last.item, row: last.row }, theirs, mine: last.value }];
  });
}

export const same = (a: Value | null, b: Value | null): boolean => JSON.stringify(a) === JSON.stringify(b);
