import { tick, untrack } from 'svelte';
import type { enRoom } from '../../i18n/en-room';
import type { Lang } from '../../i18n/speech.svelte';
import type { Say } from '../../i18n/text';
import type { WorksheetView } from '../../session/protocol';
import type { Announcer } from '../../ui/announcer.svelte';
import { forgetSheets } from '../../worksheets/forget';
import { NONE, type ByKey } from '../../worksheets/form';
import type { Chat } from '../chat.svelte';
import type { Visit } from '../visit.svelte';
import { OpenSheets } from './open-sheets.svelte';
import { PutAway } from './put-away';
import { titlesOf } from './titles';
import { untilSaved } from './until-saved';

/** What the worksheets of a room are put together from. */
export interface PaperPorts {
  sheets: OpenSheets;
  away: PutAway;
  titles: (lang: Lang) => Promise<ReadonlyMap<string, string>>;
}

export const portsOf = (seat: string): PaperPorts => ({
  sheets: new OpenSheets(seat, () => import('./paper-part')),
  away: new PutAway(seat),
  titles: (lang) => titlesOf(seat, lang),
});

type Paper = WorksheetView & { id: string };

/** The worksheets before one person in the room: which are open, which of them is in front, and what is said of them. */
export class Papers {
  readonly #visit: Visit;
  readonly #chat: Pick<Chat, 'open' | 'draft' | 'show'>;
  readonly #lang: () => Lang;
  readonly #announcer: Announcer;
  readonly #t: Say<typeof enRoom>;
  readonly #ports: PaperPorts;
  /** In front of the others; the chat may lie over it. */
  #front = $state<string>();
  #last: Paper | undefined;
  #titles = $state.raw<ByKey<string>>(NONE);
  #known: readonly string[] = [];
  /** The keyboard was asked to go to it. */
  #asked = false;
  readonly all: readonly Paper[] = $derived.by(() =>
    Object.entries(this.#visit.session.worksheets)
      .map(([id, worksheet]) => ({ ...worksheet, id }))
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
  );

  constructor(
    visit: Visit,
    chat: Pick<Chat, 'open' | 'draft' | 'show'>,
    lang: () => Lang,
    announcer: Announcer,
    t: Say<typeof enRoom>,
    ports: PaperPorts,
  ) {
    this.#visit = visit;
    this.#chat = chat;
    this.#lang = lang;
    this.#announcer = announcer;
    this.#t = t;
    this.#ports = ports;
  }

  get sheets(): OpenSheets {
    return this.#ports.sheets;
  }
  get front(): Paper | undefined {
    if (this.#front === undefined) return undefined;
    // What was taken away stays until the keyboard has found another place.
    this.#last = this.all.find(({ id }) => id === this.#front) ?? this.#last;
    return this.#last?.id === this.#front ? this.#last : undefined;
  }
  /** Beside the faces now. Chat and worksheet have one place between them, and the chat lies above. */
  get shown(): boolean {
    return this.front !== undefined && !this.#chat.open;
  }
  /** How many are open while none is in sight; beside one that is, the others are named. */
  get behind(): number {
    return this.shown ? 0 : this.all.length;
  }

  titleOf(worksheet: string): string {
    const form = this.sheets.of(worksheet)?.form;
    return form?.title ?? this.#titles.get(worksheet) ?? this.#t('paper.title');
  }

  /** While a component is made. */
  watch(): void {
    $effect(() => {
      const lang = this.#lang();
      if (this.#known.length > 0) void this.#name(lang);
    });
    $effect(() => this.#look());
    $effect(() => {
      const { front, shown } = this;
      if (!front) return this.sheets.rest();
      const lang = this.#lang();
      const dropped = this.#visit.reconnecting;
      untrack(() => {
        if (!dropped) void this.sheets.open(front.id, lang);
        if (shown) this.#seen(front.id);
      });
    });
    $effect(() => {
      if (!this.#visit.reconnecting) untrack(() => this.sheets.wake());
    });
  }

  /** By the person's own wish: the keyboard comes along. */
  show(worksheet = this.#front ?? this.all[0]?.id): void {
    if (worksheet === undefined || !this.all.some(({ id }) => id === worksheet)) return;
    this.#ports.away.put(worksheet, false);
    this.#front = worksheet;
    this.#asked = true;
    this.#chat.show(false);
  }

  /** Whether the keyboard is to come along; answered once. */
  takeAsked(): boolean {
    const asked = this.#asked;
    this.#asked = false;
    return asked;
  }

  putAway(): void {
    if (this.#front === undefined) return;
    this.#ports.away.put(this.#front, true);
    this.#turnTo(undefined);
  }

  save(): void {
    this.sheets.save();
  }

  /** Once the room is left. Where something waits for its line, the page after it says so. */
  async end(): Promise<void> {
    const { ending } = this.#visit;
    await untilSaved(this.sheets.closeAll(), () => (this.#visit.unsaved = true));
    this.#visit.unsaved = false;
    // Whoever has no seat here any more has nothing to come back for either.
    if (ending === 'no-seat' || ending === 'signed-out') await forgetSheets();
  }

  #look(): void {
    const ids = this.all.map(({ id }) => id);
    // At the end of a session they are no longer shown, but nobody closed them.
    if (!this.#visit.session.room) return;
    untrack(() => {
      const came = ids.filter((id) => !this.#known.includes(id));
      const went = this.#known.filter((id) => !ids.includes(id));
      this.#known = ids;
      const named = came.length > 0 ? this.#name(this.#lang()) : undefined;
      for (const id of came) this.#came(id, named);
      for (const id of went) void this.#went(id);
    });
  }

  #came(id: string, named: Promise<void> | undefined): void {
    if (this.#ports.away.has(id)) return;
    void named?.then(() =>
      this.#announcer.later(`paper ${id}`, () => this.#t('say.paper', { title: this.titleOf(id) })),
    );
    if (this.#front === undefined) {
      this.#front = id;
      if (!this.#writing) this.#chat.show(false);
    }
    if (this.#front !== id || this.#chat.open) this.#visit.tell({ kind: 'paper-open', worksheet: id });
  }

  async #went(id: string): Promise<void> {
    const title = this.titleOf(id);
    this.#seen(id);
    this.#ports.away.put(id, false);
    const filling = this.sheets.close(id);
    if (this.#front === id) this.#turnTo(this.all.find((other) => !this.#ports.away.has(other.id))?.id);
    if (!filling) return;
    const begun = filling.progress.answered > 0;
    await untilSaved([filling], () => this.#visit.tell({ kind: 'paper-kept', title }));
    this.#visit.seen('paper-kept');
    const kind = begun ? 'paper-saved' : 'paper-empty';
    this.#visit.tell({ kind, title });
    this.#announcer.later(`paper ${id}`, () => this.#t(`note.${kind}`, { title }));
  }

  /** A word that was begun in the chat is not covered. */
  get #writing(): boolean {
    const field = document.activeElement instanceof HTMLTextAreaElement;
    return this.#chat.open && (field || this.#chat.draft.trim() !== '');
  }

  /** The keyboard is not lost with what it stood in. */
  #turnTo(worksheet: string | undefined): void {
    const here = document.querySelector('.beside')?.contains(document.activeElement) === true;
    this.#front = worksheet;
    this.#asked = here && worksheet !== undefined;
    if (!here || worksheet !== undefined) return;
    void tick().then(() =>
      (
        document.querySelector<HTMLElement>('#paper-control button') ?? document.getElementById('controls')
      )?.focus(),
    );
  }

  #seen(worksheet: string): void {
    for (const note of this.#visit.notes)
      if (note.kind === 'paper-open' && note.worksheet === worksheet) this.#visit.seen('paper-open');
  }

  async #name(lang: Lang): Promise<void> {
    // Without a line they are called what they are.
    this.#titles = await this.#ports.titles(lang).catch(() => this.#titles);
  }
}
