/** A track that a test can end, mute and unmute. */
export class FakeTrack extends EventTarget {
  enabled = true;
  muted = false;
  readyState: 'live' | 'ended' = 'live';
  constraints: unknown;

  constructor(
    readonly kind: 'audio' | 'video',
    readonly label = '',
  ) {
    super();
  }

  /** As the code under test takes it. */
  get real(): MediaStreamTrack {
    return this as unknown as MediaStreamTrack;
  }
  stop(): void {
    this.readyState = 'ended';
  }
  applyConstraints(constraints: unknown): Promise<void> {
    this.constraints = constraints;
    return Promise.resolve();
  }
  getSettings() {
    return { width: 640, height: 360 };
  }
  /** What the system does to a track, without being asked. */
  happens(event: 'ended' | 'mute' | 'unmute'): void {
    if (event === 'ended') this.readyState = 'ended';
    else this.muted = event === 'mute';
    this.dispatchEvent(new Event(event));
  }
}

export class FakeStream {
  constructor(readonly tracks: FakeTrack[]) {}
  getTracks(): FakeTrack[] {
    return this.tracks;
  }
  getAudioTracks(): FakeTrack[] {
    return this.tracks.filter(({ kind }) => kind === 'audio');
  }
  getVideoTracks(): FakeTrack[] {
    return this.tracks.filter(({ kind }) => kind === 'video');
  }
}

/** The devices of one browser: what is plugged in, and what stands in the way. */
export class FakeDevices {
  readonly asked: MediaStreamConstraints[] = [];
  readonly given: FakeTrack[] = [];
  /** Names of errors, by kind; absent means that the device can be had. */
  errors: { audio?: string; video?: string } = {};
  present = { audio: ['mic-1'], video: ['cam-1'] };

  ask = async (constraints: MediaStreamConstraints): Promise<MediaStream> => {
    this.asked.push(constraints);
    await Promise.resolve();
    const tracks: FakeTrack[] = [];
    for (const kind of ['audio', 'video'] as const) {
      const wanted = constraints[kind];
      if (!wanted) continue;
      const error = this.errors[kind];
      if (error) throw new DOMException('', error);
      const exact =
        typeof wanted === 'object' ? (wanted.deviceId as { exact?: string } | undefined)?.exact : undefined;
      const device = exact ?? this.present[kind][0];
      if (!device || !this.present[kind].includes(device)) throw new DOMException('', 'NotFoundError');
      tracks.push(new FakeTrack(kind, device));
    }
    this.given.push(...tracks);
    return new FakeStream(tracks) as unknown as MediaStream;
  };

  last(kind: 'audio' | 'video'): FakeTrack {
    const track = this.given.filter((given) => given.kind === kind).at(-1);
    if (!track) throw new Error(`No ${kind} was given`);
    return track;
  }
}
