import { call } from '../../session/api';
import type { ListedSheet } from '../../worksheets/staff-sheets';

/** What a person asks about their own sheets, apart from what stands on one. */
export class OwnSheets {
  readonly #query: () => string;

  /** @param lang of the titles */
  constructor(seat: string, lang: () => string) {
    this.#query = () => `?seat=${encodeURIComponent(seat)}&lang=${lang()}`;
  }

  /** What is open in a meeting comes first, then the newest. */
  async list(): Promise<readonly ListedSheet[]> {
    const { worksheets } = await call<{ worksheets: readonly ListedSheet[] }>(
      'GET',
      `/me/worksheets${this.#query()}`,
    );
    return [...worksheets].sort((one, other) => Number(other.open) - Number(one.open));
  }

  /** This browser is let go: it opens nothing more until the link is opened on it again. */
  leaveDevice = (): Promise<void> => call('POST', `/me/departure${this.#query()}`, {});
}
