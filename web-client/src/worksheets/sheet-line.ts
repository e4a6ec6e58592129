import { call } from '../session/api';
import type { SheetLine } from './answers-store';
import { isWrite, type Change } from './changes';
import { EMPTY, written, type Answer, type Filled } from './filled';
import type { Form } from './form';

/** A sheet as its person reads it. */
export interface SheetRead {
  sheet: string;
  form: Form;
  /** `gone`: nobody can read it any more. Rows stand in the order of what was first written in them. */
  answers: readonly (Answer | (Omit<Answer, 'value'> & { gone: true }))[];
}

export const filledOf = ({ form, answers }: SheetRead): Filled =>
  answers.reduce(
    (filled, answer) => ('value' in answer ? written(form, filled, answer, answer.value) : filled),
    EMPTY,
  );

/** One sheet of whoever has this seat, in the session and out of it. */
export class OwnSheet implements SheetLine {
  readonly #path: (what: string) => string;

  constructor(seat: string, sheet: string, language: () => string) {
    const sheets = `/me/worksheets/${encodeURIComponent(sheet)}`;
    this.#path = (what) => `${sheets}${what}?seat=${encodeURIComponent(seat)}&lang=${language()}`;
  }

  open = (): Promise<SheetRead> => call('GET', this.#path(''));

  async read(): Promise<Filled> {
    return filledOf(await this.open());
  }

  async send(change: Change): Promise<void> {
    const { command } = change;
    if (isWrite(change)) {
      const { item, row, value } = change;
      await call('PUT', this.#path('/answers'), { command, item, ...(row !== undefined && { row }), value });
    } else await call('POST', this.#path('/removals'), { command, row: change.removed });
  }
}
