const KEYS = 'holdfast-keys';
const SELF = 'holdfast-self';

/** What someone set up for themselves. Pins last one visit; the rest is remembered by the browser. */
export class Preferences {
  #selfShown = $state(kept(SELF) !== 'off');
  #pinned = $state.raw<readonly string[]>([]);
  #keys = $state(kept(KEYS) === 'on');

  /** Whether one's own picture is shown to oneself; the others see it either way. */
  get selfShown(): boolean {
    return this.#selfShown;
  }
  get keys(): boolean {
    return this.#keys;
  }

  /** Whom this person wants to keep in view, such as an interpreter; nobody else knows. */
  get pinned(): readonly string[] {
    return this.#pinned;
  }

  pin(member: string, on: boolean): void {
    const others = this.#pinned.filter((id) => id !== member);
    this.#pinned = on ? [...others, member] : others;
  }

  showSelf(shown: boolean): void {
    this.#selfShown = shown;
    keep(SELF, shown);
  }

  useKeys(on: boolean): void {
    this.#keys = on;
    keep(KEYS, on);
  }
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, on: boolean): void {
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing starts anew next time.
  }
}
