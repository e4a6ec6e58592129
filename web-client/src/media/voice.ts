/** Louder than breath and hum in a quiet room; linear, 0 to 1. */
const SPEAKING_LEVEL = 0.02;
/** Two loud moments this near to each other are speech; one alone is a cough or a door. */
const NEAR_MS = 800;
/** The ring stays on between words. */
const HOLD_MS = 800;

/** Whether somebody speaks, from how loud it was each tenth of a second. */
export class VoiceGate {
  #loudAtMs = -Infinity;
  #untilMs = -Infinity;

  sample(level: number, nowMs: number): boolean {
    if (level >= SPEAKING_LEVEL) {
      if (nowMs - this.#loudAtMs <= NEAR_MS) this.#untilMs = nowMs + HOLD_MS;
      this.#loudAtMs = nowMs;
    }
    return nowMs <= this.#untilMs;
  }
}
