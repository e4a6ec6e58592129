import type { Signal } from '../session/commands';
import type { Timers } from '../session/timers';

const ENDPOINTS = 8;
const SIGNALS = 64;
const KEPT_MS = 10_000;

/** Signals from endpoints that the view does not show yet: they may overtake it on their way. */
export class EarlySignals {
  readonly #timers: Timers;
  readonly #waiting = new Map<string, { signals: Signal[]; sinceMs: number }>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  add(from: string, signal: Signal): void {
    const now = this.#timers.now();
    for (const [endpoint, { sinceMs }] of this.#waiting) {
      if (now - sinceMs > KEPT_MS) this.#waiting.delete(endpoint);
    }
    const entry = this.#waiting.get(from) ?? { signals: [], sinceMs: now };
    if (entry.signals.length < SIGNALS) entry.signals.push(signal);
    if (this.#waiting.has(from) || this.#waiting.size < ENDPOINTS) this.#waiting.set(from, entry);
  }

  take(from: string): Signal[] {
    const entry = this.#waiting.get(from);
    this.#waiting.delete(from);
    return entry && this.#timers.now() - entry.sinceMs <= KEPT_MS ? entry.signals : [];
  }
}
