import type { enRoom } from '../i18n/en-room';
import type { Say } from '../i18n/text';
import type { Announcer } from '../ui/announcer.svelte';
import type { Group } from './group';

export type MediaTrouble = 'media-none' | 'media-lost' | 'media-connecting' | 'pictures-off';

/** Most lines stand before this; only who waits longer is told that they wait. */
const CONNECTS_MS = 4_000;

/** What is wrong with sound and pictures as a whole: shown while it lasts, and said once when it comes and goes. */
export class MediaNews {
  readonly #group: Pick<Group, 'media' | 'picturesOff'>;
  readonly #announcer: Announcer;
  readonly #say: Say<typeof enRoom>;
  #slow = $state(false);
  #gone = $state<MediaTrouble>();
  #told: MediaTrouble | undefined;

  constructor(group: Pick<Group, 'media' | 'picturesOff'>, announcer: Announcer, say: Say<typeof enRoom>) {
    this.#group = group;
    this.#announcer = announcer;
    this.#say = say;
  }

  get trouble(): MediaTrouble | undefined {
    const { media, picturesOff } = this.#group;
    switch (media) {
      case 'none':
      case 'lost':
        return `media-${media}`;
      case 'connecting':
        // On the way back it is still gone for a moment.
        return this.#slow ? 'media-connecting' : this.#gone;
      case 'up':
        return picturesOff ? 'pictures-off' : undefined;
    }
  }

  /** To be run as an effect. */
  look(): (() => void) | undefined {
    const { media } = this.#group;
    const { trouble } = this;
    if (trouble !== this.#told) this.#tell(trouble);
    if (media === 'none' || media === 'lost') this.#gone = `media-${media}`;
    if (media === 'up') this.#gone = undefined;
    if (media !== 'connecting') {
      this.#slow = false;
      return undefined;
    }
    const timer = setTimeout(() => (this.#slow = true), CONNECTS_MS);
    return () => clearTimeout(timer);
  }

  #tell(trouble: MediaTrouble | undefined): void {
    const back = this.#told === 'pictures-off' ? 'note.pictures-back' : 'note.media-back';
    this.#told = trouble;
    this.#announcer.later('media', () => this.#say(trouble ? `note.${trouble}` : back));
  }
}
