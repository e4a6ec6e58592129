import type { Media } from '../media/media.svelte';
import type { InterruptionCause } from '../session/commands';
import type { Visit } from './visit.svelte';

/** Whether a call or the lock screen stands between the person and the room, and their way back. */
export class Interrupted {
  readonly #media: Media;
  readonly #visit: Visit;
  #backAnyway = $state(false);

  constructor(media: Media, visit: Visit) {
    this.#media = media;
    this.#visit = visit;
  }

  get cause(): InterruptionCause | undefined {
    return this.#backAnyway ? undefined : this.#media.interruption;
  }

  /** One tap is enough: whose microphone is gone for good comes back without it. */
  async comeBack(): Promise<void> {
    await this.#media.resume();
    if (!this.#media.interruption) return;
    this.#backAnyway = true;
    void this.#visit.send({ type: 'page.resumed' });
  }

  /** The next interruption asks again. To be run as an effect. */
  reset(): void {
    if (!this.#media.interruption) this.#backAnyway = false;
  }
}
