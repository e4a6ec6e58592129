/** Louder than breath and hum in a quiet room; linear, 0 to 1. */
const SPEAKING_LEVEL = 0.02;
/** The ring stays on between words. */
const HOLD_MS = 700;
/** One loud moment is a cough or a door, not speech. */
const LOUD_SAMPLES = 2;

/** Whether somebody speaks, from how loud it was each quarter of a second. */
export class VoiceGate {
  #loud = 0;
  #lastLoudMs = -Infinity;

  sample(level: number, nowMs: number): boolean {
    this.#loud = level >= SPEAKING_LEVEL ? this.#loud + 1 : 0;
    const held = nowMs - this.#lastLoudMs <= HOLD_MS;
    if (this.#loud >= LOUD_SAMPLES || (held && this.#loud > 0)) this.#lastLoudMs = nowMs;
    return nowMs - this.#lastLoudMs <= HOLD_MS;
  }
}
