import type { Cancel, Timers } from '../../session/timers';
import { readBridgeWord } from './words';
import type { BridgeWord } from './words';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

const OPEN = 1;

/** The part of a WebSocket that is used here. */
export interface ChannelSocket {
  readonly readyState: number;
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
}

export interface ChannelParts {
  url: string;
  open: (url: string) => ChannelSocket;
  timers: Timers;
  /** From 0 to below 1. */
  random: () => number;
  hear: (word: BridgeWord) => void;
}

/** What browser and bridge tell each other beside the media. It comes back by itself, and says again what holds. */
export class BridgeChannel {
  readonly #parts: ChannelParts;
  readonly #holding = new Map<string, string>();
  #socket: ChannelSocket | undefined;
  #attempts = 0;
  #cancelRetry: Cancel = () => undefined;

  constructor(parts: ChannelParts) {
    this.#parts = parts;
    this.#open();
  }

  /** Holds until something else is said about the same. */
  say(about: string, word: object): void {
    const text = JSON.stringify(word);
    if (this.#holding.get(about) === text) return;
    this.#holding.set(about, text);
    this.#send(text);
  }

  /** For when the bridge may have known nothing of it at the time. */
  sayAgain(about: string): void {
    const text = this.#holding.get(about);
    if (text !== undefined) this.#send(text);
  }

  close(): void {
    this.#cancelRetry();
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  /** A bridge that closes is seen by the socket before its `onclose` comes, and what holds is said to the next one. */
  #send(text: string): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(text);
  }

  #open(): void {
    let socket: ChannelSocket;
    try {
      socket = this.#parts.open(this.#parts.url);
    } catch {
      // An address that this page may not go to. Sound needs no channel.
      return;
    }
    this.#socket = socket;
    socket.onopen = () => {
      this.#attempts = 0;
      for (const text of this.#holding.values()) this.#send(text);
    };
    socket.onmessage = ({ data }) => {
      const word = readBridgeWord(data);
      if (word) this.#parts.hear(word);
    };
    socket.onclose = () => this.#retry();
  }

  #retry(): void {
    this.#socket = undefined;
    const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#attempts);
    this.#attempts = Math.min(this.#attempts + 1, 10);
    // A bridge whose socket server hiccups must not get a whole group back in one beat.
    const wait = longest * (0.5 + this.#parts.random() / 2);
    this.#cancelRetry = this.#parts.timers.after(wait, () => this.#open());
  }
}
