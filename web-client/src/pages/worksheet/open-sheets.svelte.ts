import type { Lang } from '../../i18n/speech.svelte';
import { ApiProblem } from '../../session/api';
import type { Filling } from '../../worksheets/filling.svelte';
import type * as PaperPart from './paper-part';

type Part = typeof PaperPart;

/** Why a sheet is not here: it will be tried again, or there is none for this person. */
export type Missing = 'no-line' | 'not-here';

const AGAIN_MS = 3_000;

/** The sheets that one person opened in the room, and the part of the page that draws them, loaded with the first. */
export class OpenSheets {
  readonly #seat: string;
  readonly #load: () => Promise<Part>;
  #part = $state.raw<Part>();
  #sheets = $state.raw<Readonly<Record<string, { filling: Filling; lang: Lang }>>>({});
  #missing = $state.raw<{ sheet: string; why: Missing }>();
  #opening: string | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(seat: string, load: () => Promise<Part>) {
    this.#seat = seat;
    this.#load = load;
  }

  get part(): Part | undefined {
    return this.#part;
  }

  of(sheet: string): Filling | undefined {
    return this.#sheets[sheet]?.filling;
  }

  missing(sheet: string): Missing | undefined {
    return this.#missing?.sheet === sheet ? this.#missing.why : undefined;
  }

  /** In another language it is read anew; until that is here, the one that is known stays. */
  async open(sheet: string, lang: Lang): Promise<void> {
    const known = this.#sheets[sheet];
    const which = `${sheet} ${lang}`;
    if (known?.lang === lang || this.#opening === which) return;
    clearTimeout(this.#again);
    this.#opening = which;
    known?.filling.save();
    try {
      this.#part ??= await this.#load();
      const filling = await this.#part.openSheet(this.#seat, sheet, () => lang);
      if (this.#opening !== which) return void filling.finish();
      this.#sheets = { ...this.#sheets, [sheet]: { filling, lang } };
      this.#missing = undefined;
      void known?.filling.finish();
    } catch (problem) {
      if (this.#opening !== which) return;
      const why = whyMissing(problem);
      this.#missing = { sheet, why };
      if (why === 'no-line') this.#again = setTimeout(() => void this.open(sheet, lang), AGAIN_MS);
    } finally {
      if (this.#opening === which) this.#opening = undefined;
    }
  }

  /** No sheet is waited for any more. */
  rest(): void {
    clearTimeout(this.#again);
    this.#opening = undefined;
    this.#missing = undefined;
  }

  wake(): void {
    for (const { filling } of Object.values(this.#sheets)) filling.wake();
  }

  save(): void {
    for (const { filling } of Object.values(this.#sheets)) filling.save();
  }

  /** For good. What is returned was written in, and may have to wait for its line. */
  close(sheet: string): Filling | undefined {
    const filling = this.of(sheet);
    this.#sheets = Object.fromEntries(Object.entries(this.#sheets).filter(([id]) => id !== sheet));
    return filling;
  }

  closeAll(): readonly Filling[] {
    this.rest();
    const all = Object.values(this.#sheets).map(({ filling }) => filling);
    this.#sheets = {};
    return all;
  }
}

function whyMissing(problem: unknown): Missing {
  // A part of the page that did not come has no status.
  if (!(problem instanceof ApiProblem)) return 'no-line';
  const { status } = problem;
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'not-here' : 'no-line';
}
