/** Keeps the screen on: when it sleeps, phones take the sound away within minutes. */
export class ScreenAwake {
  #lock: WakeLockSentinel | undefined;
  #wanted = false;

  constructor() {
    document.addEventListener('visibilitychange', () => void this.#take());
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    // Android lets the sound of a page go on that shows up among its players; the title names nothing private.
    if ('mediaSession' in navigator) {
      navigator.mediaSession.metadata = new MediaMetadata({ title: document.title });
    }
    void this.#take();
  }

  stop(): void {
    this.#wanted = false;
    void this.#lock?.release();
    this.#lock = undefined;
  }

  /** The browser lets go of it whenever the page is hidden, so it is taken anew. */
  async #take(): Promise<void> {
    if (!this.#wanted || document.hidden || !('wakeLock' in navigator)) return;
    if (this.#lock?.released === false) return;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
      if (!this.#wanted) this.stop();
    } catch {
      // Battery saver says no; the meeting goes on.
    }
  }
}
