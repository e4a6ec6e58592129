import { createContext } from 'svelte';

const GATHER_MS = 1_200;
const CLEAR_MS = 8_000;

/**
 * What a screen reader is told of itself. Polite news is gathered for a moment, so that five people who come at
 * once are one sentence; `now` is for what cannot wait: let in, muted, the line, the end.
 */
export class Announcer {
  polite = $state('');
  urgent = $state('');
  readonly #gathered: { topic: string; sentence: () => string }[] = [];
  #gathering = false;
  #clear: ReturnType<typeof setTimeout> | undefined;

  /** The sentence is made when it is said; a later one with the same topic takes its place. */
  later(topic: string, sentence: () => string): void {
    const same = this.#gathered.find((news) => news.topic === topic);
    if (same) same.sentence = sentence;
    else this.#gathered.push({ topic, sentence });
    if (!this.#gathering) setTimeout(() => this.#say(), GATHER_MS);
    this.#gathering = true;
  }

  now(sentence: string): void {
    this.urgent = sentence;
    this.#forgetLater();
  }

  #say(): void {
    this.#gathering = false;
    this.polite = this.#gathered
      .splice(0)
      .map(({ sentence }) => sentence())
      .join('. ');
    this.#forgetLater();
  }

  /** Old news must not be found by someone who reads the page from its top. */
  #forgetLater(): void {
    clearTimeout(this.#clear);
    this.#clear = setTimeout(() => {
      this.polite = '';
      this.urgent = '';
    }, CLEAR_MS);
  }
}

export const [useAnnouncer, provideAnnouncer] = createContext<Announcer>();
