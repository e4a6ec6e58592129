import { call, file } from './api';
import type { Exported } from './api';
import type { SessionRecord } from './record';
import type { SheetChange } from './sheet';

export interface Correcting {
  member: string;
  change: SheetChange;
  reason: string;
}

export interface Signing {
  sheet: number;
  hash: string;
  name: string;
  credential: string;
  co: boolean;
}

export interface Exporting {
  what: 'sheet' | 'timeline';
  format: 'csv' | 'json';
  /** A mark at the start by which some programs tell how the letters are written. */
  bom: boolean;
  /** Of one person alone. */
  person?: string;
}

/** What staff ask of the record of one session. Each wish has an id, so that it can be asked for again. */
export class RecordApi {
  readonly #path: string;
  readonly #seat: string;

  constructor(seat: string, session: string) {
    this.#path = `/sessions/${encodeURIComponent(session)}`;
    this.#seat = `seat=${encodeURIComponent(seat)}`;
  }

  record = (lang: string): Promise<SessionRecord> =>
    call('GET', `${this.#path}/record?${this.#seat}&lang=${lang}`);

  correct = (lang: string, command: string, { member, change, reason }: Correcting): Promise<void> =>
    this.#post('corrections', lang, { command, member, change, reason });

  /** Answers a dispute with the correction that it asked for. */
  accept = (lang: string, command: string, { member, change, reason }: Correcting): Promise<void> =>
    this.#post(`disputes/${encodeURIComponent(member)}/answers`, lang, {
      command,
      accept: { change, reason },
    });

  decline = (lang: string, command: string, member: string, words: string): Promise<void> =>
    this.#post(`disputes/${encodeURIComponent(member)}/answers`, lang, { command, decline: { words } });

  sign = (lang: string, command: string, signing: Signing): Promise<void> =>
    this.#post('signatures', lang, { command, ...signing });

  signIn = (lang: string, code: string): Promise<{ freshUntil: string }> =>
    call('POST', `/sign-ins?${this.#seat}&lang=${lang}`, { code });

  export(lang: string, { what, format, bom, person }: Exporting): Promise<Exported> {
    const choice = new URLSearchParams({ format, bom: String(bom), lang, ...(person && { person }) });
    const path = `${this.#path}/exports/${what}?${this.#seat}&${choice.toString()}`;
    return file(path, `${what}.${format}`);
  }

  #post(what: string, lang: string, body: object): Promise<void> {
    return call('POST', `${this.#path}/${what}?${this.#seat}&lang=${lang}`, body);
  }
}
