import type { Filling } from '../../worksheets/filling.svelte';
import { followPage } from '../../worksheets/follow-page';

type Held = readonly (readonly [sheet: string, filling: Filling])[];

/**
 * The sheets that were opened on this page. One that is put away is held until the server has all of it, so that a line
 * that is down loses nothing, and what is open can be gone back to without one.
 */
export class Hand {
  readonly #open: (sheet: string) => Promise<Filling>;
  #held = $state.raw<Held>([]);
  #shown = $state<string>();
  /** One that was put away is with the server now. */
  onsettled: () => void = () => undefined;

  constructor(open: (sheet: string) => Promise<Filling>) {
    this.#open = open;
  }

  /** Put away, and not with the server yet. */
  waiting = (sheet: string): Filling | undefined => (this.#shown === sheet ? undefined : this.#of(sheet));

  get anyWaits(): boolean {
    return this.#held.some(([, { saving }]) => saving !== 'saved');
  }

  async take(sheet: string): Promise<Filling> {
    this.#shown = sheet;
    const held = this.#of(sheet);
    if (held) return held;
    const filling = await this.#open(sheet);
    this.#held = [...this.#held, [sheet, filling]];
    return filling;
  }

  /** The same in another language, once nothing of it waits. */
  async renew(sheet: string): Promise<Filling> {
    const held = this.#of(sheet);
    if (held?.saving === 'saved') {
      this.#held = this.#held.filter(([other]) => other !== sheet);
      await held.finish();
    }
    return this.take(sheet);
  }

  putAway(): void {
    if (this.#shown !== undefined) this.#of(this.#shown)?.save();
    this.#shown = undefined;
  }

  /** Keeps at it while anything waits. Is to run as an effect of the page. */
  settle(): (() => void) | undefined {
    const away = this.#held.filter(([sheet]) => sheet !== this.#shown);
    const done = away.filter(([, { saving }]) => saving === 'saved' || saving === 'closed');
    if (done.length > 0) {
      this.#held = this.#held.filter(([sheet]) => done.every(([other]) => other !== sheet));
      void Promise.all(done.map(([, filling]) => filling.finish())).then(() => this.onsettled());
      return undefined;
    }
    const following = away.map(([, filling]) => followPage(filling));
    return () => following.forEach((stop) => stop());
  }

  #of(sheet: string): Filling | undefined {
    return this.#held.find(([other]) => other === sheet)?.[1];
  }
}
