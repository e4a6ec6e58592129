const KEYS = 'holdfast-keys';

/** What someone set up for themselves. Pictures and pins last one visit; keys are remembered by the browser. */
export class Preferences {
  #selfShown = $state(true);
  #pinned = $state.raw<readonly string[]>([]);
  #keys = $state(kept());

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
  }

  useKeys(on: boolean): void {
    this.#keys = on;
    try {
      localStorage.setItem(KEYS, on ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  }
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEYS) === 'on';
  } catch {
    return false;
  }
}
