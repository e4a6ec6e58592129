import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { ShownPicture } from '../media/shown';
import { Sight } from './sight';

/** A page that is turned fast asks for nobody's picture on the way. */
const SETTLES_MS = 250;

type Picture = Pick<ShownPicture, 'member' | 'kind'>;

/**
 * Which pictures are in sight, and how large. A tile out of sight has no picture, and nobody sends one for it; a page in
 * the background shows none at all.
 */
export class Drawn {
  readonly #show: (pictures: readonly ShownPicture[]) => void;
  readonly #inSight = new SvelteSet<string>();
  readonly #sight = new Sight<Picture>((picture, inSight) => {
    if (inSight) this.#inSight.add(keyOf(picture));
    else this.#inSight.delete(keyOf(picture));
    this.#soon();
  });
  #only = $state.raw<readonly string[]>();
  #settling: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(show: (pictures: readonly ShownPicture[]) => void) {
    this.#show = show;
  }

  /** For the element that the picture fills. */
  readonly place = (member: string, kind: ShownPicture['kind']) => (element: Element) =>
    this.#sight.watch(element, { member, kind });

  has(member: string, kind: ShownPicture['kind'] = 'camera'): boolean {
    return this.#inSight.has(keyOf({ member, kind })) && this.#allows({ member, kind });
  }

  /** Whose pictures come at all: whoever saves data has chosen few. Absent: everybody's. To be called from an effect. */
  keepTo(only: readonly string[] | undefined): void {
    if (JSON.stringify(only) === JSON.stringify(untrack(() => this.#only))) return;
    this.#only = only;
    this.#soon();
  }

  /** For as long as the room is shown. */
  start(): () => void {
    const turned = () => this.#tell();
    this.#over = false;
    document.addEventListener('visibilitychange', turned);
    return () => {
      document.removeEventListener('visibilitychange', turned);
      clearTimeout(this.#settling);
      this.#over = true;
      this.#sight.close();
    };
  }

  #allows(picture: Picture): boolean {
    return this.#only === undefined || this.#only.includes(keyOf(picture));
  }

  #soon(): void {
    clearTimeout(this.#settling);
    // Tiles may leave the page after the room was left: nobody watches any more.
    if (this.#over) return;
    this.#settling = setTimeout(() => this.#tell(), SETTLES_MS);
  }

  #tell(): void {
    clearTimeout(this.#settling);
    if (document.hidden) return this.#show([]);
    const drawn = this.#sight.all
      .filter(({ of }) => this.#allows(of))
      .map(({ of, height }) => ({ ...of, height: Math.round(height * devicePixelRatio) }));
    // The most important first: where the line is weak, the last ones go.
    const rank = ({ kind, height }: ShownPicture) => (kind === 'screen' ? Infinity : height);
    this.#show(drawn.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a))));
  }
}

/** A person's camera is known by the person, so that most callers need no more. */
const keyOf = ({ member, kind }: Picture): string => (kind === 'camera' ? member : `${kind} ${member}`);

/** How the screen that somebody shows is named among those to be kept to. */
export const screenOf = (member: string): string => keyOf({ member, kind: 'screen' });
