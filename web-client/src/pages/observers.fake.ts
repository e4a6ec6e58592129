import { vi } from 'vitest';

/** A browser's eyes, which jsdom has not: tests say what is in sight, and how large it is. */
export class FakeEyes {
  #saw: IntersectionObserverCallback = () => undefined;
  #sized: ResizeObserverCallback = () => undefined;
  readonly watched = new Set<Element>();

  constructor() {
    const { watched } = this;
    const sight = (saw: IntersectionObserverCallback) => (this.#saw = saw);
    const size = (sized: ResizeObserverCallback) => (this.#sized = sized);
    class Observer {
      observe = (element: Element) => void watched.add(element);
      unobserve = (element: Element) => void watched.delete(element);
      disconnect = () => watched.clear();
    }
    vi.stubGlobal(
      'IntersectionObserver',
      class extends Observer {
        constructor(saw: IntersectionObserverCallback) {
          super();
          sight(saw);
        }
      },
    );
    vi.stubGlobal(
      'ResizeObserver',
      class extends Observer {
        constructor(sized: ResizeObserverCallback) {
          super();
          size(sized);
        }
      },
    );
    vi.stubGlobal('matchMedia', () => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
  }

  see(element: Element, intersectionRatio: number): void {
    const entry = { target: element, intersectionRatio } as unknown as IntersectionObserverEntry;
    this.#saw([entry], {} as IntersectionObserver);
  }

  measure(element: Element, height: number): void {
    const entry = { target: element, contentRect: { height } } as unknown as ResizeObserverEntry;
    this.#sized([entry], {} as ResizeObserver);
  }
}
