const EVERY_MS = 20_000;

/** One soft tone now, and another every twenty seconds for as long as someone waits. */
export class Tone {
  #context: AudioContext | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  ring(on: boolean): void {
    if (on === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (!on) return;
    this.#play();
    this.#timer = setInterval(() => this.#play(), EVERY_MS);
  }

  /** Two low notes that rise and fade within a second; a browser that wants a tap first stays silent. */
  #play(): void {
    this.#context ??= new AudioContext();
    const context = this.#context;
    void context.resume().catch(() => undefined);
    [392, 523.25].forEach((frequency, at) => {
      const start = context.currentTime + at * 0.18;
      const gain = context.createGain();
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(0.06, start + 0.05);
      gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.7);
      const note = new OscillatorNode(context, { type: 'sine', frequency });
      note.connect(gain).connect(context.destination);
      note.start(start);
      note.stop(start + 0.75);
    });
  }
}
