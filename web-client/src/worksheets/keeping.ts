import type { Change, Kept } from './changes';

/** Where changes wait until the server has them: on the device, or only as long as the page is open. */
export interface Keeping {
  /** Whether what waits is still there after the page was closed. */
  readonly lasting: boolean;
  /** In the order in which they were made. */
  all(): Promise<readonly Kept[]>;
  add(change: Change): Promise<void>;
  tried(n: number): Promise<void>;
  drop(n: number): Promise<void>;
  /** Nothing of this sheet is left on the device. */
  wipe(): Promise<void>;
}

/** For a browser that keeps nothing: as long as the page is open. */
export class WhileOpen implements Keeping {
  readonly lasting: boolean = false;
  #kept: readonly Kept[] = [];
  #next: number;

  /** @param first where other numbers were in use before */
  constructor(first = 1) {
    this.#next = first;
  }

  all(): Promise<readonly Kept[]> {
    return Promise.resolve(this.#kept);
  }

  add(change: Change): Promise<void> {
    this.#kept = [...this.#kept, { n: this.#next++, tried: false, change }];
    return Promise.resolve();
  }

  tried(n: number): Promise<void> {
    this.#kept = this.#kept.map((kept) => (kept.n === n ? { ...kept, tried: true } : kept));
    return Promise.resolve();
  }

  drop(n: number): Promise<void> {
    this.#kept = this.#kept.filter((kept) => kept.n !== n);
    return Promise.resolve();
  }

  wipe(): Promise<void> {
    this.#kept = [];
    return Promise.resolve();
  }
}

const BEYOND_THE_DEVICE = 2 ** 40;

/** On the device as long as the browser lets it, and on the page from then on. What this page wrote is never lost to it. */
export class CarefulKeeping implements Keeping {
  #device: Keeping | undefined;
  readonly #page = new WhileOpen(BEYOND_THE_DEVICE);
  /** What this page wrote and the server has not. */
  readonly #mine = new Map<string, Change>();
  readonly #commands = new Map<number, string>();

  constructor(device: Keeping | undefined) {
    this.#device = device;
  }

  get lasting(): boolean {
    return this.#device !== undefined;
  }

  async all(): Promise<readonly Kept[]> {
    const all = await this.#try((keeping) => keeping.all());
    for (const { n, change } of all) this.#commands.set(n, change.command);
    return all;
  }

  async add(change: Change): Promise<void> {
    try {
      await (this.#device ?? this.#page).add(change);
      this.#mine.set(change.command, change);
    } catch {
      this.#mine.set(change.command, change);
      await this.#leaveDevice();
    }
  }

  tried = (n: number): Promise<void> => this.#try((keeping) => keeping.tried(n));

  async drop(n: number): Promise<void> {
    this.#mine.delete(this.#commands.get(n) ?? '');
    await this.#try((keeping) => keeping.drop(n));
  }

  async wipe(): Promise<void> {
    this.#mine.clear();
    await this.#try((keeping) => keeping.wipe());
  }

  async #try<T>(what: (keeping: Keeping) => Promise<T>): Promise<T> {
    if (this.#device) {
      try {
        return await what(this.#device);
      } catch {
        await this.#leaveDevice();
      }
    }
    return what(this.#page);
  }

  async #leaveDevice(): Promise<void> {
    if (!this.#device) return;
    this.#device = undefined;
    for (const change of this.#mine.values()) await this.#page.add(change);
  }
}
