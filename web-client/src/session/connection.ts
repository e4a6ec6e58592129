import type { Command } from './commands';
import { Pending } from './pending';
import type { Outcome } from './pending';
import type {
  Change,
  MediaPlaneMessage,
  MediaSignalMessage,
  Notice,
  ServerMessage,
  View,
  Welcome,
  WorksheetView,
  You,
} from './protocol';
import type { Cancel, Timers } from './timers';
import { HostileKey, merge } from './view';

const BEAT_MS = 5_000;
/** A beat that comes back later than this went to a dead line; phones keep such sockets open for minutes. */
const SILENCE_MS = 20_000;
/** After the page wakes up somebody is looking, so a dead line is given up sooner. */
const WAKE_SILENCE_MS = 4_000;
const WELCOME_MS = 10_000;
const FIRST_RETRY_MS = 250;
/** Short, because a server that is started again should find everybody back within five seconds. */
const LONGEST_RETRY_MS = 3_000;

const FINAL: Record<number, CloseReason> = {
  4000: 'left',
  4001: 'moved-device',
  4002: 'opened-elsewhere',
  4003: 'removed',
  4401: 'no-seat',
  4402: 'signed-out',
  4403: 'role-gone',
};
/** The server understood us and objects: the same commands would be objected to again. */
const OBJECTIONS = [1007, 1008, 1009];

/** `closed-here`: this page itself ended it. */
export type CloseReason =
  | 'left'
  | 'moved-device'
  | 'opened-elsewhere'
  | 'removed'
  | 'no-seat'
  | 'signed-out'
  | 'role-gone'
  | 'closed-here';

export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'open' }
  | { kind: 'reconnecting'; since: number }
  | { kind: 'closed'; reason: CloseReason };

/** The part of a WebSocket that is used here. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

export interface Surroundings {
  open: () => Socket;
  timers: Timers;
  /** From 0 to below 1. */
  random: () => number;
  newId: () => string;
}

/** By id. */
export type Worksheets = Readonly<Record<string, WorksheetView>>;

export interface Listener {
  state(state: ConnectionState): void;
  /** `at` is the server's time. `fresh` after a welcome, when everything may be different. */
  view(view: View, you: You, at: string, fresh: boolean, worksheets: Worksheets): void;
  media(message: MediaPlaneMessage | MediaSignalMessage): void;
  notice(notice: Notice): void;
}

/** One seat's line to the server: keeps it alive, and keeps the view whole. */
export class Connection {
  readonly #around: Surroundings;
  readonly #listener: Listener;
  readonly #pending: Pending;
  #state: ConnectionState = { kind: 'connecting' };
  #socket: Socket | undefined;
  #current: { view: View; you: You; worksheets: Worksheets; n: number } | undefined;
  #attempts = 0;
  #hidden = false;
  #beatSentAt: number | undefined;
  #cancelBeat: Cancel = () => undefined;
  #cancelRetry: Cancel = () => undefined;

  constructor(around: Surroundings, listener: Listener) {
    this.#around = around;
    this.#listener = listener;
    this.#pending = new Pending(around.timers);
  }

  get state(): ConnectionState {
    return this.#state;
  }

  start(): void {
    if (this.#state.kind !== 'closed' && !this.#socket) this.#open();
  }

  send(command: Command): Promise<Outcome> {
    if (this.#state.kind === 'closed') return Promise.resolve({ ok: false, code: 'unknown-outcome' });
    // What one browser says to another about their line is stale after a reconnect: it is said anew, not again.
    const again = command.type !== 'media.signal';
    const open = this.#state.kind === 'open';
    if (!again && !open) return Promise.resolve({ ok: false, code: 'unknown-outcome' });
    const { text, outcome } = this.#pending.add(this.#around.newId(), command, again);
    if (open) this.#socket?.send(text);
    return outcome;
  }

  /** The server is told at once: a hidden page may be put to sleep before its next beat. */
  setHidden(hidden: boolean): void {
    if (hidden === this.#hidden) return;
    this.#hidden = hidden;
    if (this.#state.kind === 'open') this.#sendBeat();
  }

  /** The network or the person is back: nothing is gained by waiting. */
  wake(): void {
    if (this.#state.kind === 'closed') return;
    if (!this.#socket) {
      this.#attempts = 0;
      this.#open();
    } else if (this.#state.kind === 'open') {
      this.#sendBeat();
      this.#checkAfter(WAKE_SILENCE_MS, WAKE_SILENCE_MS);
    }
  }

  close(): void {
    this.#finish('closed-here');
  }

  #open(): void {
    this.#cancelRetry();
    const socket = this.#around.open();
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#receive(data);
    socket.onclose = ({ code }) => this.#closed(code);
    this.#cancelBeat = this.#around.timers.after(WELCOME_MS, () => this.#reconnect());
  }

  #receive(data: unknown): void {
    this.#beatSentAt = undefined;
    try {
      this.#take(JSON.parse(String(data)) as ServerMessage);
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof HostileKey)) throw error;
      // Half a view is worse than none: a new connection brings a whole one.
      this.#reconnect();
    }
  }

  #take(message: ServerMessage): void {
    if ('re' in message) return this.#pending.answer(message);
    switch (message.type) {
      case 'welcome':
        return this.#welcome(message);
      case 'change':
        return this.#change(message);
      case 'media':
        return this.#listener.media(message);
      case 'notice':
        return this.#listener.notice(message);
      case 'beat':
        return;
    }
  }

  #welcome({ view, you, worksheets = {}, at, n }: Welcome): void {
    const first = this.#state.kind !== 'open';
    this.#current = {
      view: merge(undefined, view) as View,
      you: merge(undefined, you) as You,
      worksheets: merge(undefined, worksheets) as Worksheets,
      n,
    };
    this.#attempts = 0;
    if (first) {
      this.#cancelBeat();
      this.#become({ kind: 'open' });
      for (const text of this.#pending.textsAgain) this.#socket?.send(text);
      this.#beat();
    }
    this.#tell(at, true);
  }

  #change({ n, at, patch, you, worksheets: paper }: Change): void {
    if (!this.#current || n !== this.#current.n + 1) return this.#reconnect();
    const view = patch ? (merge(this.#current.view, patch) as View) : this.#current.view;
    const worksheets = paper
      ? (merge(this.#current.worksheets, paper) as Worksheets)
      : this.#current.worksheets;
    this.#current = { view, you: you ? (merge(undefined, you) as You) : this.#current.you, worksheets, n };
    this.#tell(at, false);
  }

  #tell(at: string, fresh: boolean): void {
    if (!this.#current) return;
    const { view, you, worksheets } = this.#current;
    this.#listener.view(view, you, at, fresh, worksheets);
  }

  #beat(): void {
    this.#sendBeat();
    this.#checkAfter(BEAT_MS, SILENCE_MS);
  }

  #sendBeat(): void {
    this.#beatSentAt ??= this.#around.timers.now();
    this.#socket?.send(JSON.stringify(this.#hidden ? { type: 'beat', hidden: true } : { type: 'beat' }));
  }

  /** The age of the oldest beat without an echo is judged, not of the last frame: hidden pages beat late. */
  #checkAfter(ms: number, patience: number): void {
    this.#cancelBeat();
    this.#cancelBeat = this.#around.timers.after(ms, () => {
      if (this.#beatSentAt !== undefined && this.#around.timers.now() - this.#beatSentAt >= patience) {
        this.#reconnect();
      } else {
        this.#beat();
      }
    });
  }

  #closed(code: number): void {
    if (OBJECTIONS.includes(code)) this.#pending.giveUpAll();
    const reason = FINAL[code];
    if (reason) this.#finish(reason);
    else this.#reconnect();
  }

  #reconnect(): void {
    this.#drop();
    if (this.#state.kind === 'closed') return;
    if (this.#state.kind === 'open') this.#become({ kind: 'reconnecting', since: this.#around.timers.now() });
    const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#attempts);
    this.#attempts = Math.min(this.#attempts + 1, 10);
    // Anywhere up to the longest: a room of people must not come back in one beat.
    this.#cancelRetry = this.#around.timers.after(this.#around.random() * longest, () => this.#open());
  }

  #finish(reason: CloseReason): void {
    this.#drop();
    this.#pending.giveUpAll();
    if (this.#state.kind !== 'closed') this.#become({ kind: 'closed', reason });
  }

  #drop(): void {
    this.#cancelBeat();
    this.#cancelRetry();
    this.#beatSentAt = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.#listener.state(state);
  }
}
