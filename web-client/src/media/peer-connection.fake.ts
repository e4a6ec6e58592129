import { FakeSender } from './sender.fake';
import type { StatsRow } from './stats';

interface FakeTrack {
  kind: string;
  enabled: boolean;
}

class FakeTransceiver {
  readonly sender = new FakeSender();
  readonly receiver: { track: FakeTrack; level: number; getSynchronizationSources(): object[] };
  constructor(
    readonly kind: string,
    public direction: string,
  ) {
    this.receiver = {
      track: { kind, enabled: true },
      level: 0,
      getSynchronizationSources() {
        return [{ audioLevel: this.level }];
      },
    };
  }
}

interface FakeDescription {
  type: 'offer' | 'answer';
  sdp: string;
}

/** The signalling of an RTCPeerConnection, by the rules of the standard, with nothing behind it. */
export class FakePeerConnection {
  signalingState: 'stable' | 'have-local-offer' | 'have-remote-offer' | 'closed' = 'stable';
  connectionState = 'new';
  localDescription: FakeDescription | null = null;
  remoteDescription: FakeDescription | null = null;
  readonly transceivers: FakeTransceiver[] = [];
  readonly candidates: string[] = [];
  restarts = 0;
  rollbacks = 0;
  stats: StatsRow[] = [];
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: { candidate: object | null }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  ontrack: (() => void) | null = null;
  #offers = 0;
  #needed = false;

  constructor(readonly configuration: RTCConfiguration = {}) {}

  /** As the code under test takes it. */
  get real(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }

  addTransceiver(kind: string, { direction }: { direction: string }): void {
    this.transceivers.push(new FakeTransceiver(kind, direction));
    this.need();
  }
  getTransceivers(): FakeTransceiver[] {
    return this.transceivers;
  }
  restartIce(): void {
    this.restarts++;
    this.need();
  }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    this.#open();
    const answering = this.signalingState === 'have-remote-offer';
    if (!answering) this.#needed = false;
    const lines = this.transceivers.map(({ kind, direction }) => `${kind}:${direction}`).join(' ');
    this.localDescription = {
      type: answering ? 'answer' : 'offer',
      sdp: answering ? lines : `#${++this.#offers} ${lines}`,
    };
    this.signalingState = answering ? 'stable' : 'have-local-offer';
    this.#settle();
  }

  async setRemoteDescription({ type, sdp }: FakeDescription): Promise<void> {
    await Promise.resolve();
    this.#open();
    if (type === 'answer') {
      if (this.signalingState !== 'have-local-offer') throw new DOMException('', 'InvalidStateError');
      this.signalingState = 'stable';
    } else {
      if (this.signalingState === 'have-local-offer') {
        this.rollbacks++;
        this.#needed = true;
      }
      this.signalingState = 'have-remote-offer';
      this.#adopt(sdp);
    }
    this.remoteDescription = { type, sdp };
    this.#settle();
  }

  async addIceCandidate({ candidate }: { candidate: string }): Promise<void> {
    await Promise.resolve();
    if (!this.remoteDescription) throw new DOMException('', 'InvalidStateError');
    this.candidates.push(candidate);
  }

  getStats(): Promise<Map<string, StatsRow>> {
    return Promise.resolve(new Map(this.stats.map((row, index) => [String(index), row])));
  }
  close(): void {
    this.signalingState = 'closed';
    this.connectionState = 'closed';
  }

  becomes(state: string): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
  finds(candidate: string): void {
    this.onicecandidate?.({ candidate: { candidate, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u' } });
  }
  need(): void {
    this.#needed = true;
    queueMicrotask(() => this.#settle());
  }
  transceiver(kind: string): FakeTransceiver {
    const found = this.transceivers.find((transceiver) => transceiver.kind === kind);
    if (!found) throw new Error(`No ${kind} here`);
    return found;
  }

  #adopt(sdp: string): void {
    const kinds = sdp.split(' ').slice(1);
    for (const line of kinds) {
      const kind = line.split(':')[0] ?? '';
      if (this.transceivers.some((transceiver) => transceiver.kind === kind)) continue;
      this.transceivers.push(new FakeTransceiver(kind, 'recvonly'));
      this.ontrack?.();
    }
  }
  #settle(): void {
    if (!this.#needed || this.signalingState !== 'stable') return;
    this.#needed = false;
    this.onnegotiationneeded?.();
  }
  #open(): void {
    if (this.signalingState === 'closed') throw new DOMException('', 'InvalidStateError');
  }
}

/** Lets every promise that is under way come to its end. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}
