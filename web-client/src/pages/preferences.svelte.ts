const KEYS = 'holdfast-keys';

/** What someone set up for themselves. The picture choice lasts one visit; keys are remembered by the browser. */
export class Preferences {
  #selfShown = $state(true);
  #keys = $state(kept());

  get selfShown(): boolean {
    return this.#selfShown;
  }
  get keys(): boolean {
    return this.#keys;
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
