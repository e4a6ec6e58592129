const MOST = 4;
/** Of a double tap, and of the button. */
const CLOSER = 2.5;
const TAP_MS = 300;
const TAP_PX = 24;
/** Of an arrow key. */
const STEP_PX = 60;

interface Point {
  x: number;
  y: number;
}

interface Finger {
  id: number;
  at: Point;
}

/** A picture that can be looked at closer: two fingers, a double tap, a trackpad, or a button and arrow keys. */
export class Zoom {
  #scale = $state(1);
  /** How far the picture's middle is from the middle of its frame. */
  #at = $state.raw<Point>({ x: 0, y: 0 });
  #frame: HTMLElement | undefined;
  #fingers: readonly Finger[] = [];
  #tapped: { at: Point; ms: number } | undefined;

  get closer(): boolean {
    return this.#scale > 1;
  }
  get transform(): string {
    return this.closer ? `translate(${this.#at.x}px, ${this.#at.y}px) scale(${this.#scale})` : 'none';
  }

  toggle(around: Point = { x: 0, y: 0 }): void {
    this.by(this.closer ? 1 / this.#scale : CLOSER, around);
  }

  /** What is under `around` stays there; counted from the middle of the frame. */
  by(factor: number, around: Point = { x: 0, y: 0 }): void {
    const scale = Math.min(MOST, Math.max(1, this.#scale * factor));
    const real = scale / this.#scale;
    this.#scale = scale;
    this.#move({
      x: around.x + (this.#at.x - around.x) * real,
      y: around.y + (this.#at.y - around.y) * real,
    });
  }

  readonly keys = (event: KeyboardEvent): void => {
    const way = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (!way || !this.closer) return;
    event.preventDefault();
    const [x = 0, y = 0] = way;
    this.#move({ x: this.#at.x + x * STEP_PX, y: this.#at.y + y * STEP_PX });
  };

  /** For the frame that the picture fills. */
  readonly frame = (frame: HTMLElement): (() => void) => {
    this.#frame = frame;
    const gone = new AbortController();
    const { signal } = gone;
    frame.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    frame.addEventListener('pointermove', (event) => this.#drag(event), { signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      frame.addEventListener(end, (event) => this.#up(event, end === 'pointerup'), { signal });
    // A pinch on a trackpad comes as a wheel with Ctrl.
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.by(Math.exp(-event.deltaY / 100), this.#pointOf(event));
    };
    frame.addEventListener('wheel', wheel, { signal, passive: false });
    return () => gone.abort();
  };

  #move({ x, y }: Point): void {
    const { width = 0, height = 0 } = this.#frame?.getBoundingClientRect() ?? {};
    const most = { x: ((this.#scale - 1) * width) / 2, y: ((this.#scale - 1) * height) / 2 };
    const within = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value));
    this.#at = { x: within(x, most.x), y: within(y, most.y) };
  }

  #down(event: PointerEvent): void {
    this.#frame?.setPointerCapture?.(event.pointerId);
    this.#fingers = [...this.#others(event), { id: event.pointerId, at: this.#pointOf(event) }];
  }

  #drag(event: PointerEvent): void {
    const before = this.#fingers.find(({ id }) => id === event.pointerId)?.at;
    if (!before) return;
    const now = this.#pointOf(event);
    const [other] = this.#others(event).map(({ at }) => at);
    this.#fingers = [...this.#others(event), { id: event.pointerId, at: now }];
    if (other) this.by(far(now, other) / Math.max(1, far(before, other)), between(now, other));
    else if (this.closer) this.#move({ x: this.#at.x + now.x - before.x, y: this.#at.y + now.y - before.y });
  }

  #up(event: PointerEvent, tap: boolean): void {
    const alone = this.#fingers.length === 1;
    this.#fingers = this.#others(event);
    const at = this.#pointOf(event);
    const twice =
      this.#tapped && event.timeStamp - this.#tapped.ms < TAP_MS && far(at, this.#tapped.at) < TAP_PX;
    this.#tapped = tap && alone && !twice ? { at, ms: event.timeStamp } : undefined;
    if (tap && alone && twice) this.toggle(at);
  }

  #others({ pointerId }: PointerEvent): readonly Finger[] {
    return this.#fingers.filter(({ id }) => id !== pointerId);
  }

  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left = 0, top = 0, width = 0, height = 0 } = this.#frame?.getBoundingClientRect() ?? {};
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }
}

const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
