const TONE = 'holdfast-tone';
const KEYS = 'holdfast-console-keys';
const SELF = 'holdfast-console-self';

/** How a facilitator set up the console; remembered by this browser. All are on until switched off. */
export class StaffPreferences {
  #tone = $state(kept(TONE));
  #keys = $state(kept(KEYS));
  #selfShown = $state(kept(SELF));

  get tone(): boolean {
    return this.#tone;
  }
  get keys(): boolean {
    return this.#keys;
  }

  /** Whether one's own picture is shown to oneself; the others see it either way. */
  get selfShown(): boolean {
    return this.#selfShown;
  }

  showSelf(shown: boolean): void {
    this.#selfShown = shown;
    keep(SELF, shown);
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
