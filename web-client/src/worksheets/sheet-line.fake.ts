import { ApiProblem } from '../session/api';
import type { SheetLine, Tabs } from './answers-store';
import { changed, type Change } from './changes';
import { EMPTY, valueAt, type Filled } from './filled';
import type { Form, Value } from './form';

/** A server that keeps one sheet, and does each command once; its line can be cut. */
export class FakeSheetLine implements SheetLine {
  readonly #form: Form;
  filled: Filled;
  /** What was done, in order. */
  readonly done: Change[] = [];
  reads = 0;
  cut: 'no' | 'before' | 'after' = 'no';
  refuses: { status: number; title: string } | undefined;

  constructor(form: Form, filled: Filled = EMPTY) {
    this.#form = form;
    this.filled = filled;
  }

  read(): Promise<Filled> {
    this.reads++;
    return this.cut === 'no' ? Promise.resolve(this.filled) : unreachable();
  }

  send(change: Change): Promise<void> {
    if (this.cut === 'before') return unreachable();
    const { refuses } = this;
    if (refuses) return Promise.reject(new ApiProblem(refuses.status, 'refused', refuses.title));
    if (!this.done.some(({ command }) => command === change.command)) {
      this.done.push(change);
      this.filled = changed(this.#form, this.filled, change);
    }
    return this.cut === 'after' ? unreachable() : Promise.resolve();
  }

  value = (item: string, row?: string): Value | undefined => valueAt(this.filled, { item, row });
}

const unreachable = () => Promise.reject(new ApiProblem(0, 'unreachable', 'No answer'));

/** The tabs of one browser: turns are kept, and each hears of the others. */
export class FakeTabs {
  readonly #tabs: { heard: (change: Change) => void }[] = [];
  #turn: Promise<void> = Promise.resolve();

  another(): Tabs {
    const own = { heard: (_: Change): void => undefined };
    this.#tabs.push(own);
    return {
      inTurn: (work) => (this.#turn = this.#turn.then(work)),
      tell: (change) => {
        for (const tab of this.#tabs) if (tab !== own) tab.heard(change);
      },
      listen: (heard) => {
        own.heard = heard;
        return () => (own.heard = () => undefined);
      },
    };
  }
}
