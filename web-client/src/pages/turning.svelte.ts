/** Which page of tiles is in sight. The browser itself turns them, by finger, wheel and arrow keys; the buttons ask it to. */
export class Turning {
  readonly #all: () => number;
  #seen = $state(0);
  #list: HTMLElement | undefined;

  constructor(all: () => number) {
    this.#all = all;
  }

  get all(): number {
    return this.#all();
  }
  get page(): number {
    return Math.min(this.#seen, this.all - 1);
  }

  /** For the list that holds the pages, each a child of it. */
  readonly scroller = (list: HTMLElement): (() => void) => {
    const look = () => {
      const ways = Math.abs(list.scrollLeft);
      this.#seen = list.scrollWidth > 0 ? Math.round((ways * this.all) / list.scrollWidth) : 0;
    };
    this.#list = list;
    list.addEventListener('scroll', look, { passive: true });
    return () => list.removeEventListener('scroll', look);
  };

  turn(by: 1 | -1): void {
    const to = Math.max(0, Math.min(this.all - 1, this.page + by));
    this.#list?.children[to]?.scrollIntoView({ inline: 'start', block: 'nearest' });
  }
}
