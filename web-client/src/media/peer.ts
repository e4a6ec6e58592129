import type { Signal } from '../session/commands';
import type { IceServer } from '../session/protocol';
import type { Cancel, Timers } from '../session/timers';
import type { LineSample } from './ladder';
import { Negotiation } from './negotiation';
import type { Tracks } from './plane';
import { limit } from './sending';
import type { PictureWish, Sending } from './sending';
import { StatsReader } from './stats';
import type { StatsRow } from './stats';

/** Short losses of the network mend themselves. */
const DISCONNECTED_MS = 3_000;
/** Of two that notice at the same moment, one waits, so that their offers do not meet. */
const POLITE_WAIT_MS = 1_000;
const RESTART_MS = 6_000;
const RESTARTS = 2;
const CONNECT_MS = 20_000;
/** The offer mostly comes first; only a page that was loaded again must say that it is new. */
const HELLO_MS = 500;
const HELLO_AGAIN_MS = 4_000;
/** Nobody loads a page more often; a browser that pretends to must not keep this one busy. */
const RENEWED_MS = 1_000;

export interface PeerParts {
  polite: boolean;
  iceServers: IceServer[];
  timers: Timers;
  newId: () => string;
  newConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  send: (signal: Signal) => void;
  onChange: () => void;
}

/** Sound and picture to and from one endpoint, over as many RTCPeerConnections as it takes. */
export class Peer {
  readonly #parts: PeerParts;
  #instance = '';
  #theirs: string | undefined;
  readonly #retired = new Set<string>();
  #pc: RTCPeerConnection;
  #negotiation: Negotiation;
  #stats = new StatsReader();
  #tracks: Tracks = {};
  #sending: Sending | undefined;
  #telling: Pick<Signal, 'want' | 'paused'> = {};
  #restarts = 0;
  #renewedMs = -Infinity;
  #offered = false;
  #closed = false;
  #cancelRetry: Cancel = () => undefined;
  #cancelHello: Cancel = () => undefined;
  /** What the other wants of the own picture, and whether it holds its own back. */
  want: PictureWish = 'full';
  paused = false;

  constructor(parts: PeerParts) {
    this.#parts = parts;
    [this.#pc, this.#negotiation] = this.#build(true);
  }

  get connected(): boolean {
    return this.#pc.connectionState === 'connected';
  }
  /** A new connection has new receivers; the tracks are there before anything comes through them. */
  get audio(): RTCRtpReceiver | undefined {
    return this.#transceiver('audio')?.receiver;
  }
  get video(): RTCRtpReceiver | undefined {
    return this.#transceiver('video')?.receiver;
  }

  receive(signal: Signal): void {
    if (this.#closed || this.#retired.has(signal.instance)) return;
    if (this.#theirs !== undefined && signal.instance !== this.#theirs) {
      const now = this.#parts.timers.now();
      if (now - this.#renewedMs < RENEWED_MS) return;
      this.#renewedMs = now;
      // Their page, or their connection, is another one than before: the old keys fit nothing any more.
      this.#retired.add(this.#theirs);
      this.#rebuild(!this.#parts.polite);
    }
    this.#theirs = signal.instance;
    if (signal.want) this.want = signal.want;
    if (signal.paused !== undefined) this.paused = signal.paused;
    if (signal.hello) this.#negotiation.repeat();
    if (signal.description?.type === 'offer') this.#offered = true;
    this.#negotiation.receive(signal);
    if (signal.want ?? signal.paused !== undefined) this.#parts.onChange();
  }

  async setTracks(tracks: Tracks): Promise<void> {
    this.#tracks = tracks;
    await this.#fill();
  }

  async setSending(sending: Sending): Promise<void> {
    if (JSON.stringify(sending) === JSON.stringify(this.#sending)) return;
    this.#sending = sending;
    await this.#limit();
  }

  /** What the other must know of this end; said again when a new connection stands. */
  tell(telling: Pick<Signal, 'want' | 'paused'>): void {
    if (telling.want === this.#telling.want && telling.paused === this.#telling.paused) return;
    this.#telling = telling;
    if (this.connected) this.#send(telling);
  }

  async sample(): Promise<LineSample> {
    const report = await this.#pc.getStats();
    const rows: StatsRow[] = [];
    report.forEach((row: StatsRow) => rows.push(row));
    return this.#stats.read(rows);
  }

  /** How loud the other is right now, 0 to 1. */
  get level(): number {
    return this.audio?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  close(): void {
    this.#closed = true;
    this.#release();
  }

  #build(newInstance: boolean): [RTCPeerConnection, Negotiation] {
    const { polite, timers, newId, newConnection, iceServers } = this.#parts;
    if (newInstance) this.#instance = newId();
    const pc = newConnection({ iceServers, bundlePolicy: 'max-bundle' });
    pc.onconnectionstatechange = () => this.#connectionChanged();
    pc.ontrack = () => this.#parts.onChange();
    const negotiation = new Negotiation({
      pc,
      polite,
      timers,
      send: (part) => this.#send(part),
      onOffered: () => this.#fill(),
    });
    this.#offered = false;
    if (polite) {
      if (newInstance) this.#cancelHello = timers.after(HELLO_MS, () => this.#hello());
    } else {
      // Both from the start, filled or not: whoever comes or starts a camera later needs no new offer.
      pc.addTransceiver('audio', {
        direction: 'sendrecv',
        sendEncodings: [{ priority: 'high', networkPriority: 'high' }],
      });
      pc.addTransceiver('video', { direction: 'sendrecv', sendEncodings: [{ priority: 'low' }] });
    }
    this.#cancelRetry = timers.after(CONNECT_MS, () => this.#rebuild(true));
    return [pc, negotiation];
  }

  #rebuild(newInstance: boolean): void {
    this.#release();
    this.#restarts = 0;
    this.#stats = new StatsReader();
    [this.#pc, this.#negotiation] = this.#build(newInstance);
    void this.#fill();
    this.#parts.onChange();
  }

  #release(): void {
    this.#cancelRetry();
    this.#cancelHello();
    this.#negotiation.close();
    this.#pc.onconnectionstatechange = null;
    this.#pc.ontrack = null;
    this.#pc.close();
  }

  #hello(): void {
    if (this.#offered) return;
    this.#send({ hello: true });
    this.#cancelHello = this.#parts.timers.after(HELLO_AGAIN_MS, () => this.#hello());
  }

  #connectionChanged(): void {
    const wait = this.#parts.polite ? POLITE_WAIT_MS : 0;
    switch (this.#pc.connectionState) {
      case 'connected':
        this.#cancelRetry();
        this.#restarts = 0;
        this.#send(this.#telling);
        break;
      case 'disconnected':
        this.#retryAfter(DISCONNECTED_MS + wait);
        break;
      case 'failed':
        this.#retryAfter(wait);
        break;
    }
    this.#parts.onChange();
  }

  #retryAfter(ms: number): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#parts.timers.after(ms, () => {
      if (this.#restarts >= RESTARTS) return this.#rebuild(true);
      this.#restarts++;
      this.#pc.restartIce();
      this.#retryAfter(RESTART_MS);
    });
  }

  async #fill(): Promise<void> {
    for (const kind of ['audio', 'video'] as const) {
      if (this.#closed) return;
      const transceiver = this.#transceiver(kind);
      if (!transceiver) continue;
      if (transceiver.direction !== 'sendrecv') transceiver.direction = 'sendrecv';
      const track = this.#tracks[kind] ?? null;
      // It fails only on a connection that was given up meanwhile, and the next one is filled anew.
      if (transceiver.sender.track !== track)
        await transceiver.sender.replaceTrack(track).catch(() => undefined);
    }
    await this.#limit();
  }

  async #limit(): Promise<void> {
    const sender = this.#transceiver('video')?.sender;
    if (sender && this.#sending) await limit(sender, this.#sending);
  }

  #transceiver(kind: 'audio' | 'video'): RTCRtpTransceiver | undefined {
    return this.#pc.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);
  }

  #send(part: Omit<Signal, 'instance'>): void {
    if (!this.#closed && Object.keys(part).length > 0)
      this.#parts.send({ instance: this.#instance, ...part });
  }
}
