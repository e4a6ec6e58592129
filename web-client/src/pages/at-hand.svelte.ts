import type { enRoom } from '../i18n/en-room';
import type { Say } from '../i18n/text';
import type { Media } from '../media/media.svelte';
import type { Announcer } from '../ui/announcer.svelte';
import { Chat } from './chat.svelte';
import { Controls } from './controls.svelte';
import { Drawn } from './drawn.svelte';
import { FewPictures } from './few-pictures';
import { Interrupted } from './interrupted.svelte';
import { MediaNews } from './media-news.svelte';
import { Others } from './others.svelte';
import type { OwnDevices } from './own-devices.svelte';
import { OwnNews } from './own-news';
import { Sharing } from './sharing.svelte';
import type { Visit } from './visit.svelte';

/** What everyone in the room has at hand, participant or facilitator, for as long as the room is shown. */
export class AtHand {
  readonly others: Others;
  readonly interrupted: Interrupted;
  readonly controls: Controls;
  readonly chat: Chat;
  readonly news: OwnNews;
  readonly drawn: Drawn;
  readonly mediaNews: MediaNews;
  readonly sharing: Sharing;
  readonly #few = new FewPictures();
  readonly #visit: Visit;
  readonly #own: OwnDevices;

  constructor(visit: Visit, media: Media, own: OwnDevices, announcer: Announcer, t: Say<typeof enRoom>) {
    this.others = new Others(media);
    this.interrupted = new Interrupted(media, visit);
    this.controls = new Controls(visit, own);
    this.chat = new Chat(visit);
    this.news = new OwnNews(visit);
    this.drawn = new Drawn((pictures) => media.show(pictures));
    this.sharing = new Sharing(media, visit);
    this.mediaNews = new MediaNews(this.others, announcer, t);
    this.#visit = visit;
    this.#own = own;
  }

  /** While a component is made. */
  watch(): void {
    $effect(() => this.interrupted.reset());
    $effect(() => this.news.devices(this.#own));
    $effect(() => this.drawn.start());
    $effect(() => this.mediaNews.look());
    $effect(() => {
      const { session, you } = this.#visit;
      if (session.room && you) this.drawn.keepTo(this.#few.of(session.room, you.id, this.others));
    });
  }
}
