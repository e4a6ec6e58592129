import { call, file } from '../session/api';
import type { Exported } from '../session/api';
import type { AuditFilter, AuditList, ChainReport } from './audit';
import { dayAfter, startOfDay } from './days';

/** What auditors ask. That they ask is noted too. */
export class AuditApi {
  readonly #seat: string;
  readonly #lang: () => string;

  /** @param lang of the server's sentences */
  constructor(seat: string, lang: () => string) {
    this.#seat = seat;
    this.#lang = lang;
  }

  notes = (filter: AuditFilter, after?: string): Promise<AuditList> =>
    call('GET', `/clinic/audit?${this.#query({ ...wish(filter), ...(after && { after }) })}`);

  chain = (): Promise<ChainReport> =>
    call('GET', `/clinic/audit/chain?${this.#query({ lang: this.#lang() })}`);

  export = (filter: AuditFilter): Promise<Exported> =>
    file(
      `/clinic/audit/export?${this.#query({ ...wish(filter), bom: 'true', lang: this.#lang() })}`,
      'audit.csv',
    );

  #query(wanted: Record<string, string>): string {
    return new URLSearchParams({ seat: this.#seat, ...wanted }).toString();
  }
}

function wish({ person, what, from, to }: AuditFilter): Record<string, string> {
  return {
    ...(person.trim() && { person: person.trim() }),
    ...(what && { what }),
    ...(from && { from: startOfDay(from) }),
    ...(to && { to: startOfDay(dayAfter(to)) }),
  };
}
