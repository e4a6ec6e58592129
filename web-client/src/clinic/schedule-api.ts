import { call } from '../session/api';
import type { Place, PreparedLine, ScheduleView, Timing } from './calendar';

export interface Extra {
  group: string;
  place: Place;
  reason?: string;
  makesUp?: string;
  members?: string[];
}

/** What staff ask of the clinic's calendar. Each wish has an id, so that it can be asked for again. */
export class ScheduleApi {
  readonly #seat: string;
  readonly #lang: () => string;

  /** @param lang of the server's sentences */
  constructor(seat: string, lang: () => string) {
    this.#seat = seat;
    this.#lang = lang;
  }

  /** Today, by the clinic's clocks. */
  today = (): Promise<ScheduleView> => this.#ask('GET', '');
  days = (from: string, to: string): Promise<ScheduleView> => this.#ask('GET', '', { from, to });

  make = (command: string, wish: { group: string; timing: Timing }): Promise<{ id: string }> =>
    this.#post('/series', { command, ...wish });
  replace = (command: string, wish: { series: string; timing: Timing }): Promise<{ id: string }> =>
    this.#post('/series/replacements', { command, ...wish });
  end = (command: string, wish: { series: string; last: string }): Promise<void> =>
    this.#post('/series/ends', { command, ...wish });
  move = (command: string, wish: { slot: string; to: Place; reason: string }): Promise<void> =>
    this.#post('/moves', { command, ...wish });
  cancel = (command: string, wish: { slot: string; reason: string }): Promise<void> =>
    this.#post('/cancellations', { command, ...wish });
  restore = (command: string, slot: string): Promise<void> => this.#post('/restorations', { command, slot });
  add = (command: string, extra: Extra): Promise<{ id: string }> =>
    this.#post('/extras', { command, ...extra });
  prepared = (slot: string): Promise<{ worksheets: PreparedLine[] }> =>
    this.#ask('GET', '/worksheets', { slot });
  /** All of them, in their order. */
  prepare = (
    command: string,
    wish: { slot: string; worksheets: Omit<PreparedLine, 'title'>[] },
  ): Promise<void> => this.#ask('PUT', '/worksheets', {}, { command, ...wish });
  keepHoliday = (command: string, holiday: { day: string; name: string }): Promise<void> =>
    this.#post('/holidays', { command, ...holiday });
  dropHoliday = (command: string, day: string): Promise<void> =>
    this.#post('/holidays/removals', { command, day });

  #post<T>(path: string, body: object): Promise<T> {
    return this.#ask('POST', path, {}, body);
  }

  #ask<T>(method: string, path: string, query: Record<string, string> = {}, body?: object): Promise<T> {
    const asked = new URLSearchParams({ seat: this.#seat, lang: this.#lang(), ...query });
    return call(method, `/clinic/schedule${path}?${asked.toString()}`, body);
  }
}
