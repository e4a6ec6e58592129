/** How loud a track is right now, 0 to 1. One for the whole visit: on phones a second one may silence the first. */
export class LevelMeter {
  #context: AudioContext | undefined;
  #analyser: AnalyserNode | undefined;
  #source: MediaStreamAudioSourceNode | undefined;
  #samples = new Float32Array(1024);

  follow(track: MediaStreamTrack | undefined): void {
    this.#source?.disconnect();
    this.#source = undefined;
    if (!track || typeof AudioContext === 'undefined') return;
    this.#context ??= new AudioContext();
    if (!this.#analyser) {
      this.#analyser = this.#context.createAnalyser();
      this.#analyser.fftSize = this.#samples.length;
    }
    this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(this.#analyser);
    // Until the person has touched the page some browsers keep it asleep; then it simply shows nothing.
    void this.#context.resume().catch(() => undefined);
  }

  get level(): number {
    if (!this.#analyser || !this.#source) return 0;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    let sum = 0;
    for (const sample of this.#samples) sum += sample * sample;
    return Math.min(1, Math.sqrt(sum / this.#samples.length));
  }

  close(): void {
    this.follow(undefined);
    void this.#context?.close();
    this.#context = undefined;
    this.#analyser = undefined;
  }
}
