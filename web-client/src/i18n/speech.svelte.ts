import { createContext } from 'svelte';
import { clock } from './clock';
import type { Clock } from './clock';
import { say } from './text';
import type { Messages, Say } from './text';

export type Lang = 'en' | 'es';

const KEPT = 'holdfast-language';
/** Where the browser names no region of its own. */
const USUAL: Record<Lang, string> = { en: 'en-US', es: 'es-US' };

/** The language that this page speaks. What it says changes at once when the language does. */
export class Speech {
  #lang = $state<Lang>('en');
  readonly #asked: readonly string[];
  readonly clock = $derived.by(() => clock(this.#lang, this.locale));

  constructor(asked: readonly string[] = navigator.languages) {
    this.#asked = asked;
    this.#set(kept() ?? (asked.find(known)?.startsWith('es') ? 'es' : 'en'));
  }

  get lang(): Lang {
    return this.#lang;
  }

  get other(): Lang {
    return this.#lang === 'en' ? 'es' : 'en';
  }

  get locale(): string {
    return this.#asked.find((tag) => tag.startsWith(`${this.#lang}-`)) ?? USUAL[this.#lang];
  }

  /** The clock of another place: a clinic's record is read in the clinic's time. */
  clockIn(zone: string): Clock {
    return clock(this.#lang, this.locale, zone);
  }

  change(): void {
    this.#set(this.other);
    try {
      localStorage.setItem(KEPT, this.#lang);
    } catch {
      // A browser that keeps nothing still speaks the chosen language until it is closed.
    }
  }

  of<E extends Messages>(book: Readonly<Record<Lang, Messages>> & { readonly en: E }): Say<E> {
    const sayers: Record<Lang, Say<E>> = {
      en: say(book.en, new Intl.PluralRules('en')),
      // Its kind was checked where the book was put together.
      es: say(book.es as unknown as E, new Intl.PluralRules('es')),
    };
    const current: Say<E> = (key, ...fill) => sayers[this.#lang](key, ...fill);
    return current;
  }

  #set(lang: Lang): void {
    this.#lang = lang;
    document.documentElement.lang = lang;
  }
}

const known = (tag: string) => /^(en|es)\b/.test(tag);

function kept(): Lang | undefined {
  try {
    const lang = localStorage.getItem(KEPT);
    return lang === 'en' || lang === 'es' ? lang : undefined;
  } catch {
    return undefined;
  }
}

export const [useSpeech, provideSpeech] = createContext<Speech>();
