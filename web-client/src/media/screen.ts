/** Enough to read along and to follow a pointer; text needs sharpness, not motion. */
const FRAMES = 10;

type GetDisplayMedia = (options: DisplayMediaStreamOptions) => Promise<MediaStream>;

/** Browsers of phones have no such thing. */
export const displayMedia = (): GetDisplayMedia | undefined => {
  const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  return devices?.getDisplayMedia?.bind(devices);
};

/** The own screen, or a window of it, while it is shown to the group. */
export class ScreenShare {
  readonly #ask: () => GetDisplayMedia | undefined;
  readonly #changed: (track: MediaStreamTrack | undefined) => void;
  #track: MediaStreamTrack | undefined;
  #asking = false;

  constructor(changed: (track: MediaStreamTrack | undefined) => void, ask = displayMedia) {
    this.#changed = changed;
    this.#ask = ask;
  }

  get possible(): boolean {
    return this.#ask() !== undefined;
  }
  get track(): MediaStreamTrack | undefined {
    return this.#track;
  }

  /**
   * Asks the person what to show, then `allowed` whether the group may see it. In this order, since browsers ask
   * within a tap only. `ended` is told if it stops by the browser's own button.
   */
  async start(allowed: () => Promise<boolean>, ended: () => void): Promise<'started' | 'refused'> {
    const ask = this.#ask();
    if (!ask || this.#asking) return 'refused';
    if (this.#track) return 'started';
    this.#asking = true;
    try {
      const stream = await ask({ video: { frameRate: { ideal: FRAMES, max: FRAMES } }, audio: false });
      const [track] = stream.getVideoTracks();
      if (!track) return 'refused';
      if (!(await allowed())) {
        track.stop();
        return 'refused';
      }
      if (track.readyState === 'ended') {
        ended();
        return 'refused';
      }
      // Some browsers do not know it, and then it is a field that nobody reads.
      track.contentHint = 'detail';
      track.addEventListener('ended', () => {
        if (this.#track !== track) return;
        this.stop();
        ended();
      });
      this.#track = track;
      this.#changed(track);
      return 'started';
    } catch {
      // The person changed their mind, or the system does not allow it.
      return 'refused';
    } finally {
      this.#asking = false;
    }
  }

  stop(): void {
    const track = this.#track;
    if (!track) return;
    this.#track = undefined;
    track.stop();
    this.#changed(undefined);
  }
}
