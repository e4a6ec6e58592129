import type { Media } from '../media/media.svelte';
import { sharerOf } from './people';
import type { Visit } from './visit.svelte';

/** Showing one's own screen to the group, and whose is shown. */
export class Sharing {
  readonly #media: Media;
  readonly #visit: Visit;

  constructor(media: Media, visit: Visit) {
    this.#media = media;
    this.#visit = visit;
  }

  /** Whether it is offered: phones cannot, and a member of the group may when a facilitator lets them. */
  get possible(): boolean {
    return this.#media.screenable && this.#visit.session.may('screen.share');
  }
  get on(): boolean {
    return this.#media.sharing;
  }

  /** To be called within a tap, since browsers ask what to show within one only. */
  async toggle(): Promise<void> {
    if (this.on) return this.#media.stopScreen();
    if (!this.possible) return;
    const started = (await this.#media.startScreen()) === 'started';
    const sharer = sharerOf(this.#visit.session.room?.people ?? {});
    // Whoever chose nothing knows it; whoever was too late does not.
    if (!started && sharer !== undefined && sharer !== this.#visit.you?.id)
      this.#visit.tell({ kind: 'refused', code: 'screen-taken' });
  }
}
