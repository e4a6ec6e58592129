import type { Point } from './drop-place';
import { pace } from './drop-place';

/** What is done while somebody drags a card; each time where the pointer is. */
export interface Dragged {
  lift(card: HTMLElement, at: Point): void;
  over(at: Point): void;
  put(): void;
  cancel(): void;
}

/** A mouse that goes further than this drags. */
const DRAGS_PX = 6;
/** A finger that rests this long holds the card; one that goes on earlier scrolls. */
const HOLDS_MS = 350;
const RESTS_PX = 10;
const SCROLLS = /auto|scroll/;

interface Press {
  pointer: number;
  card: HTMLElement;
  from: Point;
  holding: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Lets cards of this element be dragged by mouse, pen and finger, and scrolls on at its edges meanwhile. */
export function dragging(body: HTMLElement, on: Dragged): () => void {
  const release = new AbortController();
  const { signal } = release;
  let press: Press | undefined;
  let last: Point = { x: 0, y: 0 };
  let frame = 0;

  const at = ({ clientX: x, clientY: y }: PointerEvent): Point => ({ x, y });
  const far = (from: Point, to: Point, px: number) => Math.hypot(to.x - from.x, to.y - from.y) > px;

  function end(): boolean {
    const held = press?.holding ?? false;
    clearTimeout(press?.timer);
    cancelAnimationFrame(frame);
    if (press && body.hasPointerCapture(press.pointer)) body.releasePointerCapture(press.pointer);
    press = undefined;
    return held;
  }

  function lift(now: Press) {
    clearTimeout(now.timer);
    if (!now.card.isConnected) return end();
    now.holding = true;
    // The card itself may be drawn anew while it is held, as when somebody else moves it.
    body.setPointerCapture(now.pointer);
    on.lift(now.card, now.from);
    on.over(last);
    frame = requestAnimationFrame(scrollOn);
    return true;
  }

  function scrollOn() {
    const { element, box } = scroller(body);
    const step = pace(last.y, box);
    const before = element.scrollTop;
    if (step !== 0) element.scrollTop += step;
    if (element.scrollTop !== before) on.over(last);
    frame = requestAnimationFrame(scrollOn);
  }

  function down(event: PointerEvent) {
    if (press || event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return;
    const card = event.target.closest<HTMLElement>('[data-card]');
    if (!card || event.target.closest('button, a, input, textarea')) return;
    const now: Press = { pointer: event.pointerId, card, from: at(event), holding: false, timer: undefined };
    last = now.from;
    if (event.pointerType !== 'mouse') now.timer = setTimeout(() => lift(now), HOLDS_MS);
    press = now;
  }

  function move(event: PointerEvent) {
    if (press?.pointer !== event.pointerId) return;
    last = at(event);
    if (press.holding) on.over(last);
    else if (press.timer === undefined) {
      if (far(press.from, last, DRAGS_PX)) lift(press);
    } else if (far(press.from, last, RESTS_PX)) end();
  }

  function up(event: PointerEvent) {
    if (press?.pointer === event.pointerId && end()) on.put();
  }

  function cancel() {
    if (end()) on.cancel();
  }

  const holds = (event: Event) => {
    if (press?.holding && event.cancelable) event.preventDefault();
  };
  body.addEventListener('pointerdown', down, { signal });
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', up, { signal });
  window.addEventListener('pointercancel', cancel, { signal });
  window.addEventListener('blur', cancel, { signal });
  // Once a finger holds a card the page under it must not scroll; before that it must.
  body.addEventListener('touchmove', holds, { signal, passive: false });
  body.addEventListener('selectstart', holds, { signal });
  body.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  const menu = (event: Event) => {
    if (press?.timer !== undefined || press?.holding) event.preventDefault();
  };
  body.addEventListener('contextmenu', menu, { signal });
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !press?.holding) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  window.addEventListener('keydown', escape, { signal, capture: true });
  return () => {
    cancel();
    release.abort();
  };
}

/** What around the cards scrolls: the wall itself, what it lies in, or the page. */
function scroller(body: HTMLElement): { element: Element; box: { top: number; bottom: number } } {
  for (let each: HTMLElement | null = body; each && each !== document.body; each = each.parentElement) {
    if (each.scrollHeight <= each.clientHeight || !SCROLLS.test(getComputedStyle(each).overflowY)) continue;
    const { top, bottom } = each.getBoundingClientRect();
    return { element: each, box: { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) } };
  }
  return { element: document.scrollingElement ?? body, box: { top: 0, bottom: innerHeight } };
}
