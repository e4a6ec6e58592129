import { call, file, type Exported } from '../session/api';
import type { Address } from './form';
import type { StaffSheet } from './reading';

/** A sheet in a list, for whoever wrote it and for staff alike. */
export interface ListedSheet {
  sheet: string;
  form: string;
  version: string;
  title: string;
  session?: string;
  /** Absent while nothing is written on one that is open in a session. */
  begun?: string;
  changed?: string;
  /** In a session that goes on. */
  open: boolean;
  answered: number;
  questions: number;
}

/** A worksheet that staff may choose. */
export interface FormLine {
  form: string;
  version: string;
  title: string;
  about?: string;
  questions: number;
}

/** What staff ask about somebody's sheets. Each look is noted; each wish has an id, so that it can be asked again. */
export class StaffSheets {
  readonly #person: string;
  readonly #query: () => string;

  /** @param lang of the forms and of the server's sentences */
  constructor(seat: string, person: string, lang: () => string) {
    this.#person = `/clinic/people/${encodeURIComponent(person)}/worksheets`;
    this.#query = () => `?seat=${encodeURIComponent(seat)}&lang=${lang()}`;
  }

  list = (): Promise<{ worksheets: readonly ListedSheet[] }> => call('GET', this.#person + this.#query());

  read = (sheet: string): Promise<StaffSheet> => call('GET', this.#of(sheet));

  give = (command: string, form: string): Promise<{ id: string }> =>
    call('POST', this.#person + this.#query(), { command, form });

  /** @param words none take back what one noted there */
  note = (sheet: string, command: string, { item, row }: Address, words: string): Promise<void> =>
    call('POST', this.#of(sheet, '/notes'), { command, item, ...(row !== undefined && { row }), words });

  /**
   * To print; that it is taken along is noted.
   * @param named whether the clinic's name stands on it
   */
  pdf = (sheet: string, named: boolean): Promise<Exported> =>
    file(this.#of(sheet, '/pdf') + (named ? '&named=true' : ''), 'worksheet.pdf');

  /** For other programs; that it is taken along is noted. */
  fhir = (sheet: string): Promise<Exported> => file(this.#of(sheet, '/fhir'), 'worksheet.json');

  forms = (): ReturnType<typeof formLines> => formLines(this.#query());

  #of(sheet: string, what = ''): string {
    return `${this.#person}/${encodeURIComponent(sheet)}${what}${this.#query()}`;
  }
}

/**
 * All worksheets of a clinic, each in its newest version.
 * @param query whose seat, and in which language
 */
export const formLines = (query: string): Promise<{ forms: readonly FormLine[] }> =>
  call('GET', `/clinic/forms${query}`);

/** What each form is called in a language, by its name. */
export async function formTitles(seat: string, lang: string): Promise<ReadonlyMap<string, string>> {
  const { forms } = await formLines(`?seat=${encodeURIComponent(seat)}&lang=${lang}`);
  return new Map(forms.map(({ form, title }) => [form, title]));
}
