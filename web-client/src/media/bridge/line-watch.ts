import type { Cancel, Timers } from '../../session/timers';

/** Short losses of the network mend themselves. */
const PATIENCE_MS = 3_000;
/** Who comes has to be let in by the bridge first. */
const FIRST_PATIENCE_MS = 10_000;
const RESTART_MS = 6_000;
const CONNECT_MS = 12_000;
const LONGEST_MS = 60_000;

export interface LineWatchParts {
  timers: Timers;
  /** From 0 to below 1. */
  random: () => number;
  /** `restart`: another path to the same place at the bridge. `renew`: another place. */
  ask: (what: 'restart' | 'renew') => void;
  onChange: () => void;
}

/** Whether the line to the bridge stands, for how long it has not, and what to ask of the server then. */
export class LineWatch {
  readonly #parts: LineWatchParts;
  #up = false;
  #cutOff = false;
  #wasUp = false;
  /** As far as the browser knows. */
  #connected = false;
  /** It stands as far as the browser knows, and nothing comes over it. */
  #hungry = false;
  #renewals = 0;
  #cancelStep: Cancel = () => undefined;
  #cancelCutOff: Cancel | undefined;

  constructor(parts: LineWatchParts) {
    this.#parts = parts;
  }

  get up(): boolean {
    return this.#up;
  }
  /** Without sound for longer than a moment. */
  get cutOff(): boolean {
    return this.#cutOff;
  }

  /** Media are wanted from now on, whether or not the server has an offer yet. */
  begin(): void {
    if (!this.#up && !this.#cutOff) this.#startPatience();
  }

  /** An offer came, and a connection is being made. */
  connecting(): void {
    this.#connected = false;
    this.#down();
    this.#renewAfter(CONNECT_MS);
  }

  become(state: RTCPeerConnectionState): void {
    this.#connected = state === 'connected';
    switch (state) {
      case 'connected':
        this.#cancelStep();
        // A line that brought nothing may stand again and again: it is up with the first that comes.
        if (!this.#hungry) this.#stand();
        break;
      case 'disconnected':
        this.#down();
        this.#step(PATIENCE_MS, () => this.#restart());
        break;
      case 'failed':
        this.#down();
        this.#renew();
        break;
    }
  }

  /** Another path is tried, and if nothing comes over that one either, another place. */
  hungry(): void {
    if (!this.#up && !this.#hungry) return;
    this.#hungry = true;
    this.#down();
    this.#restart();
  }

  /** Something came, or nothing need come: the browser has nothing to say about that where its line stands. */
  fed(): void {
    if (!this.#hungry) return;
    this.#hungry = false;
    if (!this.#connected) return;
    this.#cancelStep();
    this.#stand();
  }

  /** The bridge is gone, and the server knows it: there is nothing to ask for. */
  lost(): void {
    [this.#connected, this.#hungry] = [false, false];
    this.#cancelStep();
    this.#down();
  }

  /** The connection is of no use: there must be another one, but not at once and again. */
  failed(): void {
    this.#down();
    this.#renewAfter(PATIENCE_MS);
  }

  stop(): void {
    this.#cancelStep();
    this.#cancelCutOff?.();
    this.#cancelCutOff = undefined;
    [this.#up, this.#connected, this.#cutOff, this.#wasUp, this.#hungry] = [
      false,
      false,
      false,
      false,
      false,
    ];
    this.#renewals = 0;
  }

  #stand(): void {
    this.#cancelCutOff?.();
    this.#cancelCutOff = undefined;
    [this.#up, this.#cutOff, this.#wasUp, this.#renewals] = [true, false, true, 0];
    this.#parts.onChange();
  }

  #down(): void {
    if (this.#up) {
      this.#up = false;
      this.#parts.onChange();
    }
    this.begin();
  }

  #startPatience(): void {
    this.#cancelCutOff ??= this.#parts.timers.after(this.#wasUp ? PATIENCE_MS : FIRST_PATIENCE_MS, () => {
      this.#cancelCutOff = undefined;
      this.#cutOff = true;
      this.#parts.onChange();
    });
  }

  #restart(): void {
    this.#parts.ask('restart');
    this.#renewAfter(RESTART_MS);
  }

  #renewAfter(ms: number): void {
    // A group that lost its bridge must not ask for a new one in one beat, and again and again.
    const wait = Math.min(ms * 2 ** this.#renewals, LONGEST_MS) * (1 + this.#parts.random() / 4);
    this.#step(wait, () => this.#renew());
  }

  #renew(): void {
    this.#parts.ask('renew');
    this.#renewals++;
    this.#renewAfter(CONNECT_MS / 2);
  }

  #step(ms: number, run: () => void): void {
    this.#cancelStep();
    this.#cancelStep = this.#parts.timers.after(ms, run);
  }
}
