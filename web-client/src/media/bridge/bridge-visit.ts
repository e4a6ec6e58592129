import type { IceServer } from '../../session/protocol';
import type { Timers } from '../../session/timers';
import type { Step } from '../ladder';
import type { Tracks } from '../plane';
import type { StatsRow } from '../stats';
import { BridgeCall } from './bridge-call';
import type { Received } from './bridge-call';
import { BridgeChannel } from './channel';
import type { ChannelSocket } from './channel';
import { HeldBack } from './held-back';
import { sendLayers } from './layers';
import type { Watching } from './watching';
import type { BridgeTransport, Offer, PageSignal, Source, SourceKind, SourceMap, Transport } from './wire';
import { pictureIs } from './words';
import type { BridgeWord } from './words';

/** Enough for a tile, until the bridge says how large anybody watches. */
const WATCHED_AT_FIRST = 180;

export interface Surroundings {
  random: () => number;
  newSsrc: () => number;
  openChannel: (url: string) => ChannelSocket;
}

export interface VisitParts extends Surroundings {
  offer: Offer;
  iceServers: IceServer[];
  tracks: Tracks;
  layered: boolean;
  timers: Timers;
  newConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  say: (signal: PageSignal) => void;
  stateChanged: (state: RTCPeerConnectionState) => void;
  downlink: (bps: number) => void;
  failed: () => void;
  onChange: () => void;
}

/** All that hangs on one offer of one bridge: the connection, the channel beside it, and what was heard there. */
export class BridgeVisit {
  readonly heldBack = new HeldBack();
  readonly #parts: VisitParts;
  readonly #call: BridgeCall;
  readonly #channel: BridgeChannel | undefined;
  readonly #watched = new Map<string, number>();
  readonly #cutOff = new Set<string>();
  #sources: SourceMap = {};
  #ownSources: Source[] = [];
  #tracks: Tracks;
  #speaker: string | undefined;

  constructor(parts: VisitParts) {
    this.#parts = parts;
    this.#tracks = parts.tracks;
    const { offer, timers, random, openChannel: open } = parts;
    this.#call = new BridgeCall({
      ...parts,
      endpoint: offer.endpoint,
      transport: offer.transport,
      agreed: (own) => this.#agreed(own),
      stateChanged: (state) => this.#became(state),
    });
    this.#channel = offer.channel
      ? new BridgeChannel({ url: offer.channel, open, timers, random, hear: (word) => this.#hear(word) })
      : undefined;
    this.setSources(offer.sources);
  }

  get offer(): Offer {
    return this.#parts.offer;
  }
  /** The endpoint that the bridge heard speak last. */
  get speaker(): string | undefined {
    return this.#speaker;
  }
  get sources(): SourceMap {
    return this.#sources;
  }

  receivedFrom(endpoint: string): Received[] {
    return this.#call.received.filter((received) => received.endpoint === endpoint);
  }
  /** Whether the bridge has lost sight of somebody else. */
  isCutOff(endpoint: string): boolean {
    return this.#cutOff.has(endpoint);
  }

  setSources(sources: SourceMap): void {
    this.#sources = sources;
    this.#call.setSources(sources);
  }

  changeSources(set: SourceMap, gone: readonly string[]): void {
    const kept = Object.entries(this.#sources).filter(([endpoint]) => !gone.includes(endpoint));
    this.setSources({ ...Object.fromEntries(kept), ...set });
  }

  setTransport(transport: BridgeTransport): void {
    this.#call.setTransport(transport);
  }

  /** The server may have missed the answer. */
  sayAgain(): void {
    this.#call.sayAgain();
  }

  setTracks(tracks: Tracks): void {
    this.#tracks = tracks;
    this.#call.setTracks(tracks);
    this.#tellPictures();
  }

  watch(watching: Watching): void {
    this.#channel?.say('watching', watching);
  }

  /** No size of the own pictures is sent that nobody watches, or that the line does not carry. */
  adapt(step: Step, saving: boolean): void {
    for (const { name, kind } of this.#ownSources) {
      const sender = kind === 'audio' ? undefined : this.#call.sender(kind);
      if (!sender) continue;
      const watched = this.#watched.get(name) ?? WATCHED_AT_FIRST;
      // A screen that was made smaller cannot be read: on a weak line it is the faces that give way.
      const asScreen = { watched: watched && Infinity, step: 'full', saving: false } as const;
      void sendLayers(sender, kind === 'screen' ? asScreen : { watched, step, saving });
    }
  }

  /** Absent while there is no connection to look at. */
  async look(): Promise<StatsRow[] | undefined> {
    if (!this.#call.connected) return undefined;
    const rows: StatsRow[] = [];
    (await this.#call.stats()).forEach((row: StatsRow) => rows.push(row));
    return rows;
  }

  /** How many frames have come of each picture, by the name of its source. */
  framesIn(rows: readonly StatsRow[]): Map<string, number> {
    const come = new Map(
      rows.map(({ trackIdentifier, framesReceived = 0 }) => [trackIdentifier, framesReceived]),
    );
    const pictures = this.#call.received.filter(({ kind }) => kind !== 'audio');
    return new Map(pictures.map(({ name, track }) => [name, come.get(track.id) ?? 0]));
  }

  close(): void {
    this.#call.close();
    this.#channel?.close();
  }

  #agreed({ transport, sources }: { transport?: Transport; sources: Source[] }): void {
    const { generation } = this.#parts.offer;
    const changed = JSON.stringify(sources) !== JSON.stringify(this.#ownSources);
    this.#ownSources = sources;
    if (transport) this.#parts.say({ kind: 'answer', generation, transport, sources });
    else if (changed) this.#parts.say({ kind: 'sources', generation, sources });
    this.#tellPictures();
    this.#parts.onChange();
  }

  #became(state: RTCPeerConnectionState): void {
    this.#parts.stateChanged(state);
    // Only now it is sure that the bridge has heard of the own sources, and can know what they are.
    if (state === 'connected') for (const { name } of this.#ownSources) this.#channel?.sayAgain(name);
  }

  #hear(word: BridgeWord): void {
    switch (word.kind) {
      case 'speaker':
        this.#speaker = word.endpoint;
        break;
      case 'forwarded':
        this.heldBack.forwarded(word.sources);
        break;
      case 'watched':
        this.#watched.set(word.source, word.maxHeight);
        this.#channel?.sayAgain(word.source);
        break;
      case 'bandwidth':
        this.#parts.downlink(word.downlinkBps);
        break;
      case 'connectivity':
        if (word.active) this.#cutOff.delete(word.endpoint);
        else this.#cutOff.add(word.endpoint);
        break;
    }
    this.#parts.onChange();
  }

  /** What the own pictures are just now: for one that is off, the bridge need not keep any room. */
  #tellPictures(): void {
    const types: Partial<Record<SourceKind, 'camera' | 'desktop' | 'none'>> = {
      camera: this.#tracks.video ? 'camera' : 'none',
      screen: 'desktop',
    };
    for (const { name, kind } of this.#ownSources) {
      const type = types[kind];
      if (type) this.#channel?.say(name, pictureIs(name, type));
    }
  }
}
