import type { Media } from '../media/media.svelte';
import { Chat } from './chat.svelte';
import { Controls } from './controls.svelte';
import { Interrupted } from './interrupted.svelte';
import { Others } from './others.svelte';
import type { OwnDevices } from './own-devices.svelte';
import { OwnNews } from './own-news';
import type { Visit } from './visit.svelte';

/** What everyone in the room has at hand, participant or facilitator, for as long as the room is shown. */
export class AtHand {
  readonly others: Others;
  readonly interrupted: Interrupted;
  readonly controls: Controls;
  readonly chat: Chat;
  readonly news: OwnNews;
  readonly #own: OwnDevices;

  constructor(visit: Visit, media: Media, own: OwnDevices) {
    this.others = new Others(media);
    this.interrupted = new Interrupted(media, visit);
    this.controls = new Controls(visit, own);
    this.chat = new Chat(visit);
    this.news = new OwnNews(visit);
    this.#own = own;
  }

  /** While a component is made. */
  watch(): void {
    $effect(() => this.interrupted.reset());
    $effect(() => this.news.devices(this.#own));
  }
}
