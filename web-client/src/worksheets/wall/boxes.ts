import type { LaneBox } from './drop-place';

/** Where lanes and cards are drawn now. */
export function boxesIn(body: HTMLElement): readonly LaneBox[] {
  return all(body, '[data-lane]').map((lane) => {
    const group = lane.dataset['lane'];
    return {
      ...boxOf(lane),
      ...(group && { group }),
      cards: all(lane, '[data-card]').map((card) => ({ id: card.dataset['card'] ?? '', ...boxOf(card) })),
    };
  });
}

const all = (within: HTMLElement, which: string) => [...within.querySelectorAll<HTMLElement>(which)];

function boxOf(element: HTMLElement) {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return { top, bottom, left, right };
}
