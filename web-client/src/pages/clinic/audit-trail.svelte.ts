import type { AuditFilter, AuditList, AuditNote } from '../../clinic/audit';
import type { AuditApi } from '../../clinic/audit-api';
import { dayAfter, isoDay } from '../../clinic/days';
import { Opened, outcomeOf } from '../opened.svelte';
import type { Trouble } from '../opened.svelte';

const USUAL_DAYS = 30;

export interface Day {
  day: string;
  notes: AuditNote[];
}

/** Who opened what, as somebody asked for it last, page by page. */
export class Trail {
  readonly #api: AuditApi;
  readonly opened = new Opened(() => this.#look());
  #filter = $state.raw() as AuditFilter;
  #older = $state.raw<AuditList[]>([]);
  #busy = $state(false);
  #trouble = $state.raw<Trouble>();

  /** @param kept what was asked for before, else the last month is shown */
  constructor(api: AuditApi, kept: Partial<AuditFilter> = {}) {
    this.#api = api;
    this.#filter = { ...usual(), ...kept };
  }

  /** What is shown was asked for by this. */
  get filter(): AuditFilter {
    return this.#filter;
  }

  get notes(): AuditNote[] {
    return this.#pages.flatMap(({ notes }) => notes);
  }

  get days(): Day[] {
    return byDay(this.notes);
  }

  /** Where to go on; absent when there is nothing more. */
  get next(): string | undefined {
    return this.#pages.at(-1)?.next;
  }

  /** How many logs cannot be read as they were written. */
  get unread(): number {
    return Math.max(0, ...this.#pages.map(({ unread }) => unread));
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Why the earlier ones did not come. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  async find(filter: AuditFilter): Promise<void> {
    this.#filter = filter;
    await this.opened.look();
  }

  async more(): Promise<void> {
    const { next } = this;
    if (this.#busy || next === undefined) return;
    this.#busy = true;
    this.#trouble = undefined;
    try {
      const page = await this.#api.notes(this.#filter, next);
      // Whoever asked for something else in between sees that.
      if (this.next === next) this.#older = [...this.#older, page];
    } catch (problem) {
      const { is } = outcomeOf(problem);
      this.#trouble = is === 'done' || is === 'refused' ? 'other' : is;
    } finally {
      this.#busy = false;
    }
  }

  get #pages(): AuditList[] {
    return this.opened.shown ? [this.opened.shown, ...this.#older] : [];
  }

  async #look(): Promise<AuditList> {
    const first = await this.#api.notes(this.#filter);
    this.#older = [];
    this.#trouble = undefined;
    return first;
  }
}

function usual(): AuditFilter {
  const today = isoDay(new Date());
  return { person: '', what: '', from: dayAfter(today, -USUAL_DAYS), to: today };
}

function byDay(notes: readonly AuditNote[]): Day[] {
  const days: Day[] = [];
  for (const note of notes) {
    const day = isoDay(new Date(note.at));
    const last = days.at(-1);
    if (last?.day === day) last.notes.push(note);
    else days.push({ day, notes: [note] });
  }
  return days;
}
