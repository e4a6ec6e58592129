import { Listeners } from '../session/listeners';
import { capture, pictureSize } from './capture';
import type { Captured, Choice, GetUserMedia, Wanted } from './capture';
import { browserFacts, obstacle } from './trouble';
import type { BrowserFacts, Trouble } from './trouble';

/** `absent`: no such device could be had; `trouble` says why. */
export type LocalSwitch = 'on' | 'off' | 'absent';

/**
 * The own microphone and camera. The microphone is silenced but never stopped, since stopping it breaks the sound of
 * the whole page on phones; the camera is stopped, so that its light goes out.
 */
export class LocalMedia {
  readonly #ask: GetUserMedia;
  readonly #facts: () => BrowserFacts;
  readonly #changed = new Listeners<LocalMedia>();
  #audio: MediaStreamTrack | undefined;
  #video: MediaStreamTrack | undefined;
  #picture: MediaStream | undefined;
  #microphoneOn = true;
  #microphoneHeld = false;
  #cameraHeld = false;
  #choice: Choice = {};
  #trouble: { microphone?: Trouble; camera?: Trouble } = {};
  #queue: Promise<void> = Promise.resolve();

  constructor(
    ask: GetUserMedia = (constraints) => navigator.mediaDevices.getUserMedia(constraints),
    facts: () => BrowserFacts = browserFacts,
  ) {
    this.#ask = ask;
    this.#facts = facts;
  }

  get audio(): MediaStreamTrack | undefined {
    return this.#audio;
  }
  get video(): MediaStreamTrack | undefined {
    return this.#video;
  }
  /** For the own tile: a new object whenever the picture is a new one. */
  get picture(): MediaStream | undefined {
    return this.#picture;
  }
  get microphone(): LocalSwitch {
    if (!this.#audio) return this.#trouble.microphone ? 'absent' : 'off';
    return this.#audio.enabled ? 'on' : 'off';
  }
  get camera(): LocalSwitch {
    if (this.#video) return 'on';
    return this.#trouble.camera ? 'absent' : 'off';
  }
  get trouble(): { microphone?: Trouble; camera?: Trouble } {
    return this.#trouble;
  }

  onChange(listen: (local: LocalMedia) => void): () => void {
    return this.#changed.add(listen);
  }

  /** Asks for what is wanted and not there yet. What cannot be had is told by `trouble`, never thrown. */
  start(wanted: Wanted): Promise<void> {
    return this.#inTurn(async () => {
      const missing = {
        microphone: wanted.microphone && !this.#audio,
        camera: wanted.camera && !this.#video && !this.#cameraHeld,
      };
      if (missing.microphone || missing.camera) await this.#capture(missing);
    });
  }

  /** Silences at once; to speak again with no microphone yet, asks for one. */
  setMicrophone(on: boolean): Promise<void> {
    this.#microphoneOn = on;
    this.#applyMicrophone();
    this.#changed.tell(this);
    return on && !this.#audio ? this.start({ microphone: true, camera: false }) : Promise.resolve();
  }

  setCamera(on: boolean): Promise<void> {
    if (on) return this.start({ microphone: false, camera: true });
    return this.#inTurn(() => this.#setVideo(undefined));
  }

  /** What a facilitator has switched off stays off here as well, whatever this page wishes. */
  hold(held: { microphone: boolean; camera: boolean }): void {
    const microphoneChanged = held.microphone !== this.#microphoneHeld;
    this.#microphoneHeld = held.microphone;
    this.#cameraHeld = held.camera;
    // Being allowed again is not being heard again: that takes the person's own tap.
    if (held.microphone) this.#microphoneOn = false;
    if (microphoneChanged) {
      this.#applyMicrophone();
      this.#changed.tell(this);
    }
    if (held.camera && this.#video) void this.setCamera(false);
  }

  useMicrophone(device: string): Promise<void> {
    this.#choice = { ...this.#choice, microphone: device };
    return this.#renewNow({ microphone: true, camera: false });
  }

  useCamera(device: string): Promise<void> {
    this.#choice = { ...this.#choice, camera: device };
    return this.#video ? this.#renewNow({ microphone: false, camera: true }) : this.setCamera(true);
  }

  /** New tracks for those in use: after a call took the microphone, the old ones stay dead. */
  renew(): Promise<void> {
    return this.#renewNow({ microphone: true, camera: this.#video !== undefined });
  }

  /** A smaller picture from the camera itself saves battery too. */
  setSmall(small: boolean): Promise<void> {
    this.#choice = { ...this.#choice, small };
    return this.#inTurn(async () => {
      // A camera that cannot be resized goes on as it is; what is sent is scaled down anyway.
      await this.#video?.applyConstraints(pictureSize(small)).catch(() => undefined);
    });
  }

  stop(): void {
    void this.#inTurn(() => {
      this.#audio?.stop();
      this.#audio = undefined;
      this.#setVideo(undefined);
    });
  }

  #renewNow(wanted: Wanted): Promise<void> {
    return this.#inTurn(async () => {
      // Phones open a camera once only: the old track goes first.
      if (wanted.camera) this.#video?.stop();
      if (wanted.microphone) this.#audio?.stop();
      await this.#capture(wanted);
    });
  }

  async #capture(wanted: Wanted): Promise<void> {
    const inTheWay = obstacle(this.#facts());
    const captured: Captured = inTheWay
      ? { microphoneTrouble: inTheWay, cameraTrouble: inTheWay }
      : await capture(this.#ask, wanted, this.#choice);
    this.#take(captured, wanted);
  }

  #take({ audio, video, microphoneTrouble, cameraTrouble }: Captured, wanted: Wanted): void {
    const { microphone, camera } = this.#trouble;
    const microphoneNow = wanted.microphone ? microphoneTrouble : microphone;
    const cameraNow = wanted.camera ? cameraTrouble : camera;
    this.#trouble = {
      ...(microphoneNow && { microphone: microphoneNow }),
      ...(cameraNow && { camera: cameraNow }),
    };
    if (wanted.microphone) {
      this.#audio = audio;
      this.#applyMicrophone();
      // Unplugged, or taken away: any other device is better than none.
      audio?.addEventListener('ended', () => {
        if (audio === this.#audio) void this.#renewNow({ microphone: true, camera: false });
      });
    }
    if (wanted.camera) {
      this.#setVideo(video);
      video?.addEventListener('ended', () => {
        if (video === this.#video) void this.#renewNow({ microphone: false, camera: true });
      });
      if (this.#cameraHeld) this.#setVideo(undefined);
    }
  }

  #setVideo(video: MediaStreamTrack | undefined): void {
    if (video !== this.#video) this.#video?.stop();
    this.#video = video;
    this.#picture = video && new MediaStream([video]);
  }

  #applyMicrophone(): void {
    if (this.#audio) this.#audio.enabled = this.#microphoneOn && !this.#microphoneHeld;
  }

  /** One at a time: two quick taps on Camera must not leave it running. */
  #inTurn(work: () => void | Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      await work();
      this.#changed.tell(this);
    });
    return this.#queue;
  }
}
