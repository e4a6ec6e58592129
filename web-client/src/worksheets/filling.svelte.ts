import { createContext, tick } from 'svelte';
import { randomId } from '../session/id';
import type { AnswersStore, Saving } from './answers-store';
import { misfit, type Misfit } from './check';
import type { Clash } from './changes';
import { EMPTY, isAsked, progress, rowsIn, valueAt, withRow, withoutRow, type Filled } from './filled';
import { NONE, keyOf, known, placesOf } from './form';
import type { Address, ByKey, Form, Item, Value } from './form';
import { steps } from './steps';

/** The server takes a name of a row with eight to twenty-one of such letters. */
const ROW_LETTERS = 16;
const ONE_BY_ONE = 'holdfast-one-by-one';

/** One sheet while somebody fills it in: what stands in it, which row is being written, and what does not fit. */
export class Filling {
  readonly form: Form;
  readonly #store: AnswersStore;
  #filled = $state.raw<Filled>(EMPTY);
  #saving = $state.raw<Saving>('saved');
  #refused = $state.raw<ByKey<string>>(NONE);
  #clashes = $state.raw<ByKey<Clash>>(NONE);
  #misfits = $state.raw<ByKey<Misfit>>(NONE);
  /** Rows that somebody has in hand: one without an answer the server does not know. */
  #rowsInHand = $state.raw<Filled>(EMPTY);
  #openRow = $state<string>();
  #oneByOne = $state(kept());
  readonly #all = $derived.by(() => this.#withRowsInHand());
  readonly progress = $derived.by(() => progress(this.form, this.#filled));
  readonly steps = $derived.by(() => steps(this.form, this.#filled));

  constructor(form: Form, store: AnswersStore) {
    this.form = form;
    this.#store = store;
    this.#look();
    store.onchange = () => this.#look();
  }

  get saving(): Saving {
    return this.#saving;
  }
  get openRow(): string | undefined {
    return this.#openRow;
  }
  get oneByOne(): boolean {
    return this.#oneByOne;
  }

  goOneByOne(oneByOne: boolean): void {
    this.#oneByOne = oneByOne;
    keep(oneByOne);
  }

  value = (address: Address): Value | undefined => valueAt(this.#filled, address);
  asks = (address: Address): boolean => isAsked(this.form, this.#filled, address);
  misfit = (address: Address): Misfit | undefined => this.#misfits.get(keyOf(address));
  refused = (address: Address): string | undefined => this.#refused.get(keyOf(address));
  clash = (address: Address): Clash | undefined => this.#clashes.get(keyOf(address));
  rows = (group: Item): readonly string[] => rowsIn(this.#all, group);

  write(address: Address, value: Value | null): void {
    const item = placesOf(this.form).get(address.item)?.item;
    const fault = item && value !== null ? misfit(item, value) : undefined;
    if (!fault) this.mind(address, undefined);
    if (!fault || fault === 'too-long') this.#store.write(address, value);
  }

  /** Says what does not fit once somebody has done with it, not while they type. */
  mind(address: Address, fault: Misfit | undefined): void {
    if (this.misfit(address) !== fault) this.#misfits = known(this.#misfits, address, fault);
  }

  save(): void {
    void this.#store.flush();
  }

  /** When the sheet is put away. @returns whether the server has all of it */
  finish(): Promise<boolean> {
    return this.#store.finish();
  }

  wake(): void {
    void this.#store.wake();
  }

  settle(clash: Clash, which: 'mine' | 'theirs'): void {
    this.#store.settle(clash, which);
  }

  addRow(group: Item): string {
    const row = `r${randomId((bytes) => crypto.getRandomValues(bytes)).slice(0, ROW_LETTERS)}`;
    this.writeRow(group, row);
    return row;
  }

  writeRow(group: Item, row: string): void {
    this.closeRow();
    this.#rowsInHand = withRow(this.#rowsInHand, { row, group: group.id });
    this.#openRow = row;
  }

  /** A row that was opened and left empty was never meant. */
  closeRow(): void {
    const row = this.#openRow;
    if (row === undefined) return;
    this.#openRow = undefined;
    this.save();
    if (this.#filled.answers.some((answer) => answer.row === row)) this.#putDown(row);
    else this.removeRow(row);
  }

  removeRow(row: string): void {
    if (this.#openRow === row) this.#openRow = undefined;
    this.#putDown(row);
    if (this.#filled.rows.some((other) => other.row === row)) this.#store.removeRow(row);
  }

  #putDown(row: string): void {
    this.#rowsInHand = withoutRow(this.#rowsInHand, row);
  }

  #withRowsInHand(): Filled {
    const { rows, answers } = this.#filled;
    const others = this.#rowsInHand.rows.filter(({ row }) => rows.every((other) => other.row !== row));
    return { rows: [...rows, ...others], answers };
  }

  #look(): void {
    this.#filled = this.#store.filled;
    this.#saving = this.#store.saving;
    this.#refused = this.#store.refused;
    this.#clashes = this.#store.clashes;
  }
}

/** After the page has caught up with what was done. */
export async function focusLater(find: () => HTMLElement | null | undefined): Promise<void> {
  await tick();
  find()?.focus();
}

function kept(): boolean {
  try {
    return localStorage.getItem(ONE_BY_ONE) === 'on';
  } catch {
    return false;
  }
}

function keep(on: boolean): void {
  try {
    localStorage.setItem(ONE_BY_ONE, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing shows the whole form next time.
  }
}

export const [useFilling, provideFilling] = createContext<Filling>();
