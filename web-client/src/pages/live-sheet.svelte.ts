import type { Api } from '../session/api';
import type { AttendanceSheet } from '../session/sheet';

const EVERY_MS = 15_000;

/** The sheet of one session, looked at again while it changes. What was last known stays when the line does not. */
export class LiveSheet {
  readonly #load: () => Promise<AttendanceSheet>;
  #sheet = $state.raw<AttendanceSheet>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(api: Api, session: string, lang: () => string) {
    this.#load = () => api.attendance(session, lang());
  }

  get sheet(): AttendanceSheet | undefined {
    return this.#sheet;
  }

  start(): () => void {
    void this.look();
    this.#timer = setInterval(() => void this.look(), EVERY_MS);
    return () => clearInterval(this.#timer);
  }

  async look(): Promise<void> {
    // Without a line there is no newer one.
    this.#sheet = await this.#load().catch(() => this.#sheet);
    if (this.#sheet?.session.life === 'ended') clearInterval(this.#timer);
  }
}
