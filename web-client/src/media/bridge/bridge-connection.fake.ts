import { FakeSender } from '../sender.fake';
import { chromiumAnswer, firefoxAnswer } from './answers.fake';

class FakeTransceiver {
  direction = 'recvonly';
  readonly sender = new FakeSender();
  readonly receiver: {
    track: { id: string; kind: string; enabled: boolean };
    level: number | undefined;
    getSynchronizationSources(): object[];
  };
  constructor(
    readonly mid: string,
    kind: string,
  ) {
    this.receiver = {
      track: { id: `track ${mid}`, kind, enabled: true },
      level: 0,
      getSynchronizationSources() {
        return [{ audioLevel: this.level }];
      },
    };
  }
}

/** How a browser answers what this page writes for the bridge. */
export class FakeBridgeConnection {
  connectionState: RTCPeerConnectionState = 'new';
  onconnectionstatechange: (() => void) | null = null;
  localDescription: { sdp: string } | null = null;
  readonly offers: string[] = [];
  readonly transceivers: FakeTransceiver[] = [];
  ufrag = 'FVPu';
  stats: object[] = [];
  /** Browsers that are asked twice at once fail; so does this. */
  #underWay = false;
  #layered = '';

  constructor(
    readonly configuration: RTCConfiguration,
    readonly browser: 'chromium' | 'firefox' | 'stubborn' = 'chromium',
  ) {}

  get real(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }
  get closed(): boolean {
    return this.connectionState === 'closed';
  }
  get lastOffer(): string {
    return this.offers.at(-1) ?? '';
  }

  async setRemoteDescription({ sdp }: { sdp: string }): Promise<void> {
    if (this.#underWay) throw new DOMException('', 'InvalidStateError');
    this.#underWay = true;
    await Promise.resolve();
    this.offers.push(sdp);
    for (const section of sdp.split(/^(?=m=)/m).slice(1)) {
      const mid = /^a=mid:(\S+)/m.exec(section)?.[1] ?? '';
      if (this.transceivers.some((transceiver) => transceiver.mid === mid)) continue;
      this.transceivers.push(new FakeTransceiver(mid, section.startsWith('m=audio') ? 'audio' : 'video'));
    }
  }
  async createAnswer(): Promise<{ sdp: string }> {
    await Promise.resolve();
    const screen = this.transceiver('2').direction === 'sendonly';
    if (this.browser === 'firefox') return { sdp: firefoxAnswer() };
    const sdp = chromiumAnswer({ screen, ufrag: this.ufrag });
    // The numbers that were agreed once are in each later answer.
    return {
      sdp: sdp.replace(/(?:^a=ssrc(-group)?:.*21.*\r\n|^a=ssrc:22.*\r\n)+/m, (pair) => this.#layered || pair),
    };
  }
  async setLocalDescription({ sdp }: { sdp: string }): Promise<void> {
    await Promise.resolve();
    this.#underWay = false;
    const groups = /^a=mid:1[^]*?((?:a=ssrc.*\r\n)+)/m.exec(sdp)?.[1] ?? '';
    if (groups.includes('SIM')) this.#layered = groups;
    this.localDescription = { sdp };
    const layers = this.browser === 'chromium' && sdp.includes('ssrc-group:SIM') ? 3 : 1;
    const { parameters } = this.transceiver('1').sender;
    if (parameters.encodings.length !== layers)
      parameters.encodings = Array.from({ length: layers }, () => ({}));
  }
  getTransceivers(): FakeTransceiver[] {
    return this.transceivers;
  }
  getStats(): Promise<Map<number, object>> {
    return Promise.resolve(new Map(this.stats.entries()));
  }
  close(): void {
    this.connectionState = 'closed';
  }

  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
  transceiver(mid: string): FakeTransceiver {
    const found = this.transceivers.find((transceiver) => transceiver.mid === mid);
    if (!found) throw new Error(`No section ${mid} here`);
    return found;
  }
}
