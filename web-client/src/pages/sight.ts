/** Of an element; less is the edge of a page that is being turned. */
const IN_SIGHT = 0.05;

interface Seen<Of> {
  of: Of;
  inSight: boolean;
  height: number;
}

/** Which of some elements are in sight, and how high they are. */
export class Sight<Of> {
  readonly #seen = new Map<Element, Seen<Of>>();
  readonly #changed: (of: Of, inSight: boolean) => void;
  readonly #where = new IntersectionObserver((entries) => this.#moved(entries), {
    threshold: [0, IN_SIGHT],
  });
  readonly #size = new ResizeObserver((entries) => this.#sized(entries));

  constructor(changed: (of: Of, inSight: boolean) => void) {
    this.#changed = changed;
  }

  watch(element: Element, of: Of): () => void {
    this.#seen.set(element, { of, inSight: false, height: 0 });
    this.#where.observe(element);
    this.#size.observe(element);
    return () => {
      this.#where.unobserve(element);
      this.#size.unobserve(element);
      this.#seen.delete(element);
      this.#changed(of, false);
    };
  }

  get all(): { of: Of; height: number }[] {
    return [...this.#seen.values()].filter(({ inSight }) => inSight);
  }

  close(): void {
    this.#where.disconnect();
    this.#size.disconnect();
  }

  #moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio } of entries) {
      const seen = this.#seen.get(target);
      if (!seen) continue;
      seen.inSight = intersectionRatio >= IN_SIGHT;
      this.#changed(seen.of, seen.inSight);
    }
  }

  #sized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      const seen = this.#seen.get(target);
      if (!seen) continue;
      seen.height = contentRect.height;
      this.#changed(seen.of, seen.inSight);
    }
  }
}
