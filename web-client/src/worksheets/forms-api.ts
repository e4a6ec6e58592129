import { call } from '../session/api';
import type { Form } from './form';
import type { FormLine } from './staff-sheets';

/** The worksheets of a clinic, for its staff, each in its newest version. */
export class FormsApi {
  readonly #query: () => string;

  /** @param lang of the forms */
  constructor(seat: string, lang: () => string) {
    this.#query = () => `?seat=${encodeURIComponent(seat)}&lang=${lang()}`;
  }

  list = (): Promise<{ forms: readonly FormLine[] }> => call('GET', `/clinic/forms${this.#query()}`);

  read = (form: string): Promise<{ form: Form }> =>
    call('GET', `/clinic/forms/${encodeURIComponent(form)}${this.#query()}`);
}
