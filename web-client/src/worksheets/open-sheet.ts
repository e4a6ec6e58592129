import { randomId } from '../session/id';
import { systemTimers } from '../session/timers';
import { AnswersStore } from './answers-store';
import { Filling } from './filling.svelte';
import { CarefulKeeping } from './keeping';
import { SealedKeeping } from './sealed-keeping';
import { OwnSheet, filledOf } from './sheet-line';
import { browserTabs } from './tabs';

/**
 * A sheet of whoever has this seat, with what this device still has of it. Rejects with an ApiProblem where there is
 * none for them, or no line.
 */
export async function openSheet(seat: string, sheet: string, language: () => string): Promise<Filling> {
  const line = new OwnSheet(seat, sheet, language);
  const read = await line.open();
  // Several people may use one browser, and a worksheet has one id for all of them.
  const whose = `${seat} ${sheet}`;
  const store = new AnswersStore(read.form, filledOf(read), {
    line,
    keeping: new CarefulKeeping(await SealedKeeping.open(whose)),
    tabs: browserTabs(whose),
    timers: systemTimers,
    newCommand: () => randomId((bytes) => crypto.getRandomValues(bytes)),
  });
  const filling = new Filling(read.form, store);
  void store.start();
  return filling;
}
