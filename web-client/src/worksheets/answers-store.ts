import type { Cancel, Timers } from '../session/timers';
import { changed, clashes, isWrite, outdated, same } from './changes';
import type { Change, Clash, Kept } from './changes';
import { NONE, keyOf, known } from './form';
import type { Address, ByKey, Form, Value } from './form';
import { orNothing, valueAt, type Filled } from './filled';
import type { Keeping } from './keeping';
import { outcomeOf, waitMs } from './outcome';

/** The server's side of one sheet. Both reject with an ApiProblem. */
export interface SheetLine {
  read(): Promise<Filled>;
  /** A command that was done already is done once. */
  send(change: Change): Promise<void>;
}

/** The other tabs of this browser: one sends at a time, and each hears what arrived. */
export interface Tabs {
  inTurn(work: () => Promise<void>): Promise<void>;
  tell(change: Change): void;
  /** What it returns ends it. */
  listen(heard: (change: Change) => void): () => void;
}

/** `held`: only this page has it, and the line is gone. `closed`: the server takes nothing for this sheet any more. */
export type Saving = 'saved' | 'saving' | 'kept' | 'held' | 'closed';

export interface StorePorts {
  line: SheetLine;
  keeping: Keeping;
  tabs: Tabs;
  timers: Timers;
  newCommand: () => string;
}

const PAUSE_MS = 600;
const LONGEST_UNSAVED_MS = 3_000;

interface Draft {
  address: Address;
  value: Value | null;
  before: Value | null;
  since: number;
}

/** What one person writes on one sheet: at once on the page, soon on the device, and in the end with the server. */
export class AnswersStore {
  readonly #form: Form;
  readonly #ports: StorePorts;
  /** As the server last said. */
  #server: Filled;
  #filled: Filled;
  #drafts: ByKey<Draft> = NONE;
  /** What this page did and the server has not, by command; also what it did not take. */
  readonly #pending = new Map<string, Change>();
  #refused: ByKey<string> = NONE;
  #clashes: ByKey<Clash> = NONE;
  #saving: Saving = 'saved';
  /** Something may have happened that this page did not hear of. */
  #doubtful = false;
  #failures = 0;
  #pause: Cancel | undefined;
  #retry: Cancel | undefined;
  #adding: Promise<void> = Promise.resolve();
  #pumping: Promise<void> | undefined;
  #again = false;
  readonly #deaf: () => void;
  onchange: () => void = () => undefined;

  constructor(form: Form, filled: Filled, ports: StorePorts) {
    this.#form = form;
    this.#server = this.#filled = filled;
    this.#ports = ports;
    this.#deaf = ports.tabs.listen((change) => this.#heard(change));
  }

  get filled(): Filled {
    return this.#filled;
  }
  get saving(): Saving {
    return this.#saving;
  }
  /** In the server's words, by the key of the answer. */
  get refused(): ByKey<string> {
    return this.#refused;
  }
  get clashes(): ByKey<Clash> {
    return this.#clashes;
  }

  /** Goes on with what an earlier page could not send. */
  async start(): Promise<void> {
    const left = await this.#ports.keeping.all();
    if (left.length === 0) return;
    for (const { change } of left) this.#pending.set(change.command, change);
    this.#doubtful = true;
    this.#show();
    await this.#pump();
  }

  write({ item, row }: Address, wished: Value | null): void {
    const address = { item, row };
    const value = orNothing(wished);
    const nowMs = this.#ports.timers.now();
    const earlier = this.#drafts.get(keyOf(address));
    const before = earlier ? earlier.before : (valueAt(this.#filled, address) ?? null);
    const draft = { address, value, before, since: earlier?.since ?? nowMs };
    this.#drafts = known(this.#drafts, address, draft);
    this.#forget(address);
    this.#show();
    this.#pause?.();
    const pause = Math.min(PAUSE_MS, draft.since + LONGEST_UNSAVED_MS - nowMs);
    this.#pause = this.#ports.timers.after(Math.max(0, pause), () => void this.flush());
  }

  removeRow(row: string): void {
    this.#drafts = new Map([...this.#drafts].filter(([, { address }]) => address.row !== row));
    void this.#queue([{ command: this.#ports.newCommand(), removed: row }]);
  }

  /** At once, as when a field or the page is left. */
  async flush(): Promise<void> {
    this.#pause?.();
    const drafts = [...this.#drafts.values()].filter(({ value, before }) => !same(value, before));
    this.#drafts = NONE;
    const writes = drafts.map(({ address, value, before }) => ({
      command: this.#ports.newCommand(),
      ...address,
      value,
      before,
    }));
    await this.#queue(writes);
  }

  /** One of two answers to the same question. */
  settle(clash: Clash, which: 'mine' | 'theirs'): void {
    this.#forget(clash.address);
    if (which === 'mine') {
      this.write(clash.address, clash.mine);
      void this.flush();
    } else this.#show();
  }

  /** The line is back, or the page is looked at again after something else. */
  async wake(): Promise<void> {
    if (this.#saving === 'closed') return;
    this.#doubtful = true;
    await this.#pump();
  }

  /** At the end. @returns whether the server has everything; if so, nothing is left on the device */
  async finish(): Promise<boolean> {
    await this.flush();
    this.#retry?.();
    this.#deaf();
    const all = this.#saving === 'saved' && (await this.#ports.keeping.all()).length === 0;
    if (all) await this.#ports.keeping.wipe();
    return all;
  }

  async #queue(changes: readonly Change[]): Promise<void> {
    for (const change of changes) this.#pending.set(change.command, change);
    this.#show();
    if (this.#saving === 'closed') return;
    // One after the other, so that they wait in the order in which they were made.
    this.#adding = changes.reduce(
      (before, change) => before.then(() => this.#ports.keeping.add(change)),
      this.#adding,
    );
    await this.#adding;
    await this.#pump();
  }

  #pump(): Promise<void> {
    this.#again = true;
    this.#pumping ??= this.#ports.tabs
      .inTurn(async () => {
        while (this.#again) {
          this.#again = false;
          this.#retry?.();
          await this.#sendAll();
        }
      })
      .finally(() => (this.#pumping = undefined));
    return this.#pumping;
  }

  async #sendAll(): Promise<void> {
    const { line, keeping, tabs } = this.#ports;
    try {
      for (;;) {
        if (this.#doubtful) await this.#lookAgain();
        const [next] = await this.#waiting();
        if (!next) break;
        this.#say('saving');
        await keeping.tried(next.n);
        const problem = await line.send(next.change).then(() => undefined, outcomeOf);
        if (problem && problem.is !== 'refused') throw problem;
        await keeping.drop(next.n);
        if (problem) this.#refuse(next.change, problem.words);
        else {
          this.#heard(next.change);
          tabs.tell(next.change);
        }
      }
      this.#failures = 0;
      this.#say(this.#drafts.size > 0 ? 'saving' : 'saved');
    } catch (problem) {
      await this.#stopped(problem);
    }
  }

  async #stopped(problem: unknown): Promise<void> {
    const { keeping, timers } = this.#ports;
    const outcome = outcomeOf(problem);
    if (outcome.is === 'closed') {
      await keeping.wipe();
      this.#say('closed');
      return;
    }
    this.#doubtful = true;
    const none = (await keeping.all()).length === 0;
    this.#say(none ? 'saved' : keeping.lasting ? 'kept' : 'held');
    this.#retry = timers.after(waitMs(this.#failures++), () => void this.#pump());
  }

  async #waiting(): Promise<readonly Kept[]> {
    const queue = await this.#ports.keeping.all();
    // Of another tab's only that tab knows what it still shows.
    const old = new Set(outdated(queue).filter(({ change: { command } }) => this.#pending.has(command)));
    for (const { n, change } of old) {
      await this.#ports.keeping.drop(n);
      this.#pending.delete(change.command);
    }
    return queue.filter((kept) => !old.has(kept));
  }

  /** What somebody wrote elsewhere meanwhile is not written over unseen. */
  async #lookAgain(): Promise<void> {
    const { line, keeping } = this.#ports;
    this.#server = await line.read();
    this.#doubtful = false;
    const queue = await keeping.all();
    const drafts = [...this.#drafts.values()].map(asWrite);
    const changes = [...queue.map(({ change }) => change), ...drafts];
    const found = new Map(clashes(this.#server, changes).map((clash) => [keyOf(clash.address), clash]));
    const aside = (change: Change) => isWrite(change) && found.has(keyOf(change));
    for (const { n } of queue.filter(({ change }) => aside(change))) await keeping.drop(n);
    for (const change of this.#pending.values()) if (aside(change)) this.#pending.delete(change.command);
    this.#drafts = new Map([...this.#drafts].filter(([key]) => !found.has(key)));
    this.#clashes = new Map([...this.#clashes, ...found]);
    this.#show();
  }

  /** The server has it, by whichever tab. */
  #heard(change: Change): void {
    this.#server = changed(this.#form, this.#server, change);
    this.#pending.delete(change.command);
    this.#show();
  }

  #refuse(change: Change, words: string): void {
    if (isWrite(change)) this.#refused = known(this.#refused, change, words);
    this.onchange();
  }

  /** Somebody wrote there again, or chose. */
  #forget(address: Address): void {
    if (this.#refused.has(keyOf(address))) {
      for (const change of this.#pending.values())
        if (isWrite(change) && keyOf(change) === keyOf(address)) this.#pending.delete(change.command);
    }
    this.#refused = known(this.#refused, address, undefined);
    this.#clashes = known(this.#clashes, address, undefined);
  }

  #show(): void {
    const ours = [...this.#pending.values(), ...[...this.#drafts.values()].map(asWrite)];
    this.#filled = ours.reduce((filled, change) => changed(this.#form, filled, change), this.#server);
    if (this.#saving === 'saved' && this.#drafts.size > 0) this.#saving = 'saving';
    this.onchange();
  }

  #say(saving: Saving): void {
    if (this.#saving === saving || this.#saving === 'closed') return;
    this.#saving = saving;
    this.onchange();
  }
}

const asWrite = ({ address, value, before }: Draft): Change => ({ command: '', ...address, value, before });
