import { Listeners } from '../session/listeners';

/** The voices of the others, each in its own audio element: pictures may be silent to start, voices may not. */
export class Sound {
  readonly #host: Node;
  readonly #changed = new Listeners<Sound>();
  readonly #elements = new Map<string, HTMLAudioElement>();
  readonly #release = new AbortController();
  #speaker = '';
  #blocked = false;

  constructor(host: Node = document.body, devices: MediaDevices | undefined = navigator.mediaDevices) {
    this.#host = host;
    // Another headset stops elements that were playing.
    devices?.addEventListener('devicechange', () => void this.resume(), { signal: this.#release.signal });
  }

  /** The browser wants a tap before it plays: say "Tap to hear the group", then call `resume`. */
  get blocked(): boolean {
    return this.#blocked;
  }

  onChange(listen: (sound: Sound) => void): () => void {
    return this.#changed.add(listen);
  }

  play(whose: string, track: MediaStreamTrack): void {
    const element = this.#elements.get(whose) ?? this.#add(whose);
    element.srcObject = new MediaStream([track]);
    void this.#start(element);
  }

  forget(whose: string): void {
    const element = this.#elements.get(whose);
    if (!element) return;
    this.#elements.delete(whose);
    element.srcObject = null;
    element.remove();
    if (this.#elements.size === 0) this.#setBlocked(false);
  }

  async resume(): Promise<void> {
    const played = await Promise.all([...this.#elements.values()].map((element) => this.#start(element)));
    this.#setBlocked(played.includes(false));
  }

  async useSpeaker(device: string): Promise<void> {
    this.#speaker = device;
    await Promise.all([...this.#elements.values()].map((element) => this.#direct(element)));
  }

  close(): void {
    this.#release.abort();
    for (const whose of [...this.#elements.keys()]) this.forget(whose);
  }

  #add(whose: string): HTMLAudioElement {
    const element = new Audio();
    element.autoplay = true;
    this.#elements.set(whose, element);
    this.#host.appendChild(element);
    if (this.#speaker) void this.#direct(element);
    return element;
  }

  async #direct(element: HTMLAudioElement): Promise<void> {
    // A speaker that is gone leaves the sound where it was, and so does a browser that lets nobody choose.
    const { setSinkId } = element as Partial<HTMLAudioElement>;
    await setSinkId?.call(element, this.#speaker).catch(() => undefined);
  }

  async #start(element: HTMLAudioElement): Promise<boolean> {
    try {
      await element.play();
    } catch (error) {
      // An element that got another track, or was removed, in between is not blocked.
      if (error instanceof DOMException && error.name === 'NotAllowedError') {
        this.#setBlocked(true);
        return false;
      }
    }
    return true;
  }

  #setBlocked(blocked: boolean): void {
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.#changed.tell(this);
  }
}
