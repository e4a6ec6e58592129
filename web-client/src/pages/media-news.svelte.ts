import type { enRoom } from '../i18n/en-room';
import type { Say } from '../i18n/text';
import type { Announcer } from '../ui/announcer.svelte';
import type { Group } from './group';

export type MediaTrouble =
  'media-none' | 'media-lost' | 'media-connecting' | 'pictures-off' | 'pictures-smaller';

type Told = Pick<Group, 'media' | 'picturesOff' | 'picturesSmaller'>;

/** Most lines stand before this; only who waits longer is told that they wait. */
const CONNECTS_MS = 4_000;

/** What is said when it is over. */
const BACK = {
  'media-none': 'note.media-back',
  'media-lost': 'note.media-back',
  'media-connecting': 'note.media-back',
  'pictures-off': 'note.pictures-back',
  'pictures-smaller': 'note.pictures-well',
} as const;

/** What is wrong with sound and pictures as a whole: shown while it lasts, and said once when it comes and goes. */
export class MediaNews {
  readonly #group: Told;
  readonly #announcer: Announcer;
  readonly #say: Say<typeof enRoom>;
  /** By itself: much else changes on the stage, with every word that is spoken, and must not begin the wait anew. */
  readonly #media = $derived.by(() => this.#group.media);
  readonly #pictures = $derived.by(() => {
    const { picturesOff, picturesSmaller } = this.#group;
    return picturesOff ? 'pictures-off' : picturesSmaller ? 'pictures-smaller' : undefined;
  });
  #slow = $state(false);
  #gone = $state<MediaTrouble>();
  #told: MediaTrouble | undefined;

  constructor(group: Told, announcer: Announcer, say: Say<typeof enRoom>) {
    this.#group = group;
    this.#announcer = announcer;
    this.#say = say;
  }

  get trouble(): MediaTrouble | undefined {
    switch (this.#media) {
      case 'none':
        return 'media-none';
      case 'lost':
        return 'media-lost';
      case 'connecting':
        // On the way back it is still gone for a moment.
        return this.#slow ? 'media-connecting' : this.#gone;
      case 'up':
        return this.#pictures;
    }
  }

  /** To be run as an effect. */
  look(): (() => void) | undefined {
    const media = this.#media;
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
    const news = trouble ? (`note.${trouble}` as const) : this.#told && BACK[this.#told];
    this.#told = trouble;
    if (news) this.#announcer.later('media', () => this.#say(news));
  }
}
