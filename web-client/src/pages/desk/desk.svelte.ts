import type { WorksheetMode } from '../../session/protocol';
import type { Form } from '../../worksheets/form';
import { FormsApi } from '../../worksheets/forms-api';
import { newWorksheetId } from '../../worksheets/new-id';
import type { FormLine } from '../../worksheets/staff-sheets';
import type { Visit } from '../visit.svelte';
import { usedLately } from './lately';
import { inOrder, moved, whomOf, type Sheet } from './writers';

/** What the tab shows: all worksheets, the forms to choose from, one to set up, or what somebody wrote. */
export type Page =
  | { at: 'all' }
  | { at: 'forms' }
  | { at: 'set'; known: boolean }
  | { at: 'read'; worksheet: string; member: string };

/** A worksheet before it is opened or changed. It has its id from the start, so that asking twice opens one. */
export interface Draft {
  worksheet: string;
  form: string;
  version: string;
  mode: WorksheetMode;
  /** Absent for everybody. */
  members: readonly string[] | undefined;
}

/** What a facilitator does with worksheets. It lasts as long as the console, whichever tab is looked at. */
export class Desk {
  readonly #visit: Visit;
  readonly #api: FormsApi;
  readonly #lang: () => string;
  #page = $state.raw<Page>({ at: 'all' });
  #forms = $state.raw<readonly FormLine[]>();
  #read = $state.raw<Readonly<Record<string, Form>>>({});
  #unread = $state(false);
  #draft = $state.raw<Draft>();
  #busy = $state(false);
  #unfolded = $state.raw<Readonly<Record<string, boolean>>>({});
  #nudged = $state.raw<Readonly<Record<string, number>>>({});
  #wall = $state<string>();
  #loaded = '';
  readonly sheets = $derived.by(() => inOrder(this.#visit.session.worksheets));

  constructor(visit: Visit, api: FormsApi, lang: () => string) {
    this.#visit = visit;
    this.#api = api;
    this.#lang = lang;
  }

  get page(): Page {
    return this.#page;
  }
  get forms(): readonly FormLine[] | undefined {
    return this.#forms;
  }
  /** The list could not be loaded; what was known of it stays. */
  get unread(): boolean {
    return this.#unread;
  }
  get draft(): Draft | undefined {
    return this.#draft;
  }
  /** Something was asked, and waits for its answer or for the line. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Whose wall is looked at. */
  get wall(): string | undefined {
    return this.#wall;
  }
  showWall(worksheet: string | undefined): void {
    this.#wall = worksheet;
  }

  sheet = (id: string): Sheet | undefined => this.sheets.find((sheet) => sheet.id === id);
  title = (form: string): string => this.#forms?.find((line) => line.form === form)?.title ?? form;

  /** With its questions, once somebody has asked for them; another version than the newest has none here. */
  form(form: string, version: string): Form | undefined {
    const read = this.#read[`${form} ${this.#lang()}`];
    return read?.version === version ? read : undefined;
  }

  /** Whether its people are shown. The only one that is open needs no press. */
  isUnfolded = (id: string): boolean => this.#unfolded[id] ?? this.sheets.filter(isOpen).length === 1;
  unfold(id: string, unfolded: boolean): void {
    this.#unfolded = { ...this.#unfolded, [id]: unfolded };
  }

  go(page: Page): void {
    this.#page = page;
  }

  /** The forms in the page's language, asked for once for each. */
  async load(again = false): Promise<void> {
    const lang = this.#lang();
    if (this.#loaded === lang && !again) return;
    this.#loaded = lang;
    try {
      this.#forms = (await this.#api.list()).forms;
      this.#unread = false;
    } catch {
      this.#loaded = '';
      this.#unread = true;
    }
  }

  async read(name: string): Promise<Form | undefined> {
    const key = `${name} ${this.#lang()}`;
    try {
      const { form } = await this.#api.read(name);
      this.#read = { ...this.#read, [key]: form };
    } catch {
      // What the form asks is not known then; whoever shows it says so.
    }
    return this.#read[key];
  }

  choose({ form, version }: Pick<FormLine, 'form' | 'version'>): void {
    this.#draft = { worksheet: newWorksheetId(), form, version, mode: 'private', members: undefined };
    this.#page = { at: 'set', known: false };
  }

  change(sheet: Sheet): void {
    const { id, form, version, mode } = sheet;
    this.#draft = { worksheet: id, form, version, mode, members: whomOf(sheet) };
    this.#page = { at: 'set', known: true };
  }

  set(part: Partial<Pick<Draft, 'mode' | 'members'>>): void {
    if (this.#draft) this.#draft = { ...this.#draft, ...part };
  }

  /** As it is set; what was chosen stays if it is refused. */
  async open(): Promise<void> {
    const draft = this.#draft;
    if (!draft || !(await this.#open(draft))) return;
    this.#draft = undefined;
    this.unfold(draft.worksheet, true);
    this.#page = { at: 'all' };
  }

  /** One that was closed or prepared, as it was; set up first where nobody is left for whom it was meant. */
  async openAgain(sheet: Sheet): Promise<boolean> {
    const { id, form, version, mode } = sheet;
    const members = whomOf(sheet);
    if (members?.length !== 0) return this.#open({ worksheet: id, form, version, mode, members });
    this.change(sheet);
    return false;
  }

  async #open({ members, ...wish }: Draft): Promise<boolean> {
    const done = await this.#ask(() =>
      this.#visit.send({ type: 'worksheet.open', ...wish, ...(members && { members: [...members] }) }),
    );
    if (done) usedLately(wish.form);
    return done;
  }

  close = (worksheet: string): Promise<boolean> =>
    this.#ask(() => this.#visit.send({ type: 'worksheet.close', worksheet }));

  move(worksheet: string, by: -1 | 1): void {
    const wish = moved(this.sheets.filter(isOpen), worksheet, by);
    if (wish) void this.#visit.send({ type: 'worksheet.move', ...wish });
  }

  takeAway = (card: string): Promise<boolean> => this.#visit.send({ type: 'card.remove', card });

  async nudge(worksheet: string, member: string): Promise<boolean> {
    const done = await this.#visit.send({ type: 'worksheet.nudge', worksheet, member });
    if (done) this.#nudged = { ...this.#nudged, [`${worksheet} ${member}`]: this.#visit.session.now() };
    return done;
  }

  /** By the server's clock; absent where nobody did from this page. */
  nudgedAt = (worksheet: string, member: string): number | undefined =>
    this.#nudged[`${worksheet} ${member}`];

  async #ask(wish: () => Promise<boolean>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    const done = await wish();
    this.#busy = false;
    return done;
  }
}

export const isOpen = ({ closed }: Sheet): boolean => closed !== true;

const desks = new WeakMap<Visit, Desk>();

/** The desk of one console, made when its tab is looked at first. */
export function deskOf(visit: Visit, seat: string, lang: () => string): Desk {
  const there = desks.get(visit);
  if (there) return there;
  const desk = new Desk(visit, new FormsApi(seat, lang), lang);
  desks.set(visit, desk);
  return desk;
}
