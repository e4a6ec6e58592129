import type { IceServer } from '../../session/protocol';
import type { Tracks } from '../plane';
import { LAYERS, ownSources, ownTransport, withLayers } from './answer';
import { writeOffer } from './offer';
import { OWN, Sections } from './sections';
import type { BridgeTransport, Source, SourceKind, SourceMap, Transport } from './wire';

/** Somebody else's sound or picture. The receiver stays with its section, whoever comes through it. */
export interface Received {
  endpoint: string;
  kind: SourceKind;
  name: string;
  track: MediaStreamTrack;
  receiver: RTCRtpReceiver;
}

export interface CallParts {
  endpoint: string;
  transport: BridgeTransport;
  iceServers: IceServer[];
  tracks: Tracks;
  /** Whether the own picture may go out in several sizes. */
  layered: boolean;
  newConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  newSsrc: () => number;
  /** After each negotiation; `transport` when it is a new one. */
  agreed: (own: { transport?: Transport; sources: Source[] }) => void;
  stateChanged: (state: RTCPeerConnectionState) => void;
  /** A description was refused by this browser, and another connection may do better. */
  failed: () => void;
}

/** One connection to the bridge: from its offer, written here, to the own answer; again whenever anybody comes or goes. */
export class BridgeCall {
  readonly #parts: CallParts;
  readonly #sections = new Sections();
  #pc: RTCPeerConnection;
  #layered: boolean;
  #transport: BridgeTransport;
  #tracks: Tracks;
  #version = 0;
  #saidTransport = '';
  #received: Received[] = [];
  #due = false;
  #negotiating = false;
  #closed = false;

  constructor(parts: CallParts) {
    this.#parts = parts;
    this.#transport = parts.transport;
    this.#tracks = parts.tracks;
    this.#layered = parts.layered;
    this.#pc = this.#connect();
  }

  get received(): readonly Received[] {
    return this.#received;
  }
  get connected(): boolean {
    return this.#pc.connectionState === 'connected';
  }

  setSources(sources: SourceMap): void {
    this.#sections.place(sources);
    this.#negotiate();
  }

  /** A new path to the same bridge. */
  setTransport(transport: BridgeTransport): void {
    this.#transport = transport;
    this.#negotiate();
  }

  /** The server asks again what it may have missed. */
  sayAgain(): void {
    this.#saidTransport = '';
    this.#negotiate();
  }

  setTracks(tracks: Tracks): void {
    const screenChanged = (tracks.screen === undefined) !== (this.#tracks.screen === undefined);
    this.#tracks = tracks;
    if (screenChanged) this.#negotiate();
    else void this.#fill();
  }

  sender(kind: SourceKind): RTCRtpSender | undefined {
    return this.#own(kind)?.sender;
  }

  stats(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  close(): void {
    this.#closed = true;
    this.#release();
  }

  #connect(): RTCPeerConnection {
    const { newConnection, iceServers, stateChanged } = this.#parts;
    const pc = newConnection({ iceServers, bundlePolicy: 'max-bundle' });
    pc.onconnectionstatechange = () => stateChanged(pc.connectionState);
    return pc;
  }

  #release(): void {
    this.#pc.onconnectionstatechange = null;
    this.#pc.close();
  }

  /** One at a time; what changes meanwhile is taken together into the next round. */
  #negotiate(): void {
    this.#due = true;
    if (!this.#negotiating) void this.#rounds();
  }

  async #rounds(): Promise<void> {
    this.#negotiating = true;
    while (this.#due && !this.#closed) {
      this.#due = false;
      await this.#round().catch(() => {
        if (!this.#closed) this.#parts.failed();
      });
    }
    this.#negotiating = false;
  }

  async #round(): Promise<void> {
    const pc = this.#pc;
    const sections = structuredClone(this.#sections.all);
    const showsScreen = this.#tracks.screen !== undefined;
    const sdp = writeOffer({ transport: this.#transport, version: ++this.#version, showsScreen, sections });
    await pc.setRemoteDescription({ type: 'offer', sdp });
    await this.#fill();
    const answer = (await pc.createAnswer()).sdp ?? '';
    const layered = this.#layered ? withLayers(answer, this.#parts.newSsrc) : answer;
    await pc.setLocalDescription({ type: 'answer', sdp: layered });
    if (this.#closed || pc !== this.#pc) return;
    if (layered !== answer && this.sender('camera')?.getParameters().encodings.length !== LAYERS) {
      return this.#startOverInOneLayer();
    }
    this.#received = sections.flatMap(({ mid, endpoint, source }) => {
      const receiver = pc.getTransceivers().find((transceiver) => transceiver.mid === mid)?.receiver;
      if (!receiver || !endpoint || !source) return [];
      return [{ endpoint, kind: source.kind, name: source.name, track: receiver.track, receiver }];
    });
    this.#say(pc.localDescription?.sdp ?? layered);
  }

  /** It took the layers' numbers and will not send under them. The bridge has not heard of this connection yet. */
  #startOverInOneLayer(): void {
    this.#layered = false;
    this.#version = 0;
    this.#release();
    this.#pc = this.#connect();
    this.#due = true;
  }

  #say(sdp: string): void {
    const transport = ownTransport(sdp);
    const isNew = JSON.stringify(transport) !== this.#saidTransport;
    this.#saidTransport = JSON.stringify(transport);
    this.#parts.agreed({ ...(isNew && { transport }), sources: ownSources(sdp, this.#parts.endpoint) });
  }

  async #fill(): Promise<void> {
    const { audio, video, screen } = this.#tracks;
    const filled: [SourceKind, MediaStreamTrack | undefined][] = [
      ['audio', audio],
      ['camera', video],
      ['screen', screen],
    ];
    for (const [kind, track] of filled) {
      const transceiver = this.#own(kind);
      if (this.#closed || !transceiver) continue;
      // The microphone's and the camera's sections are there from the start, so that starting one needs no new offer.
      const direction = kind === 'screen' && !track ? 'inactive' : 'sendonly';
      if (transceiver.direction !== direction) transceiver.direction = direction;
      // It fails only on a connection that was given up meanwhile, and the next one is filled anew.
      if (transceiver.sender.track !== (track ?? null))
        await transceiver.sender.replaceTrack(track ?? null).catch(() => undefined);
    }
  }

  #own(kind: SourceKind): RTCRtpTransceiver | undefined {
    return this.#pc.getTransceivers().find(({ mid }) => mid === OWN[kind]);
  }
}
