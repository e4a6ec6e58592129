const TONE = 'holdfast-tone';
const KEYS = 'holdfast-console-keys';

/** How a facilitator set up the console; remembered by this browser. Both are on until switched off. */
export class StaffPreferences {
  #tone = $state(kept(TONE));
  #keys = $state(kept(KEYS));

  get tone(): boolean {
    return this.#tone;
  }
  get keys(): boolean {
    return this.#keys;
  }

  useTone(on: boolean): void {
    this.#tone = on;
    keep(TONE, on);
  }

  useKeys(on: boolean): void {
    this.#keys = on;
    keep(KEYS, on);
  }
}

function kept(key: string): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

function keep(key: string, on: boolean): void {
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing starts anew next time.
  }
}
