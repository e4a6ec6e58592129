import { call } from '../session/api';
import type { Form } from './form';
import { formLines } from './staff-sheets';

/** The worksheets of a clinic, for its staff, each in its newest version. */
export class FormsApi {
  readonly #query: () => string;

  /** @param lang of the forms */
  constructor(seat: string, lang: () => string) {
    this.#query = () => `?seat=${encodeURIComponent(seat)}&lang=${lang()}`;
  }

  list = (): ReturnType<typeof formLines> => formLines(this.#query());

  read = (form: string): Promise<{ form: Form }> =>
    call('GET', `/clinic/forms/${encodeURIComponent(form)}${this.#query()}`);
}
