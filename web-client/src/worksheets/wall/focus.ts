/** What of a card has the keyboard. */
export interface FocusSpot {
  card: string;
  part: string;
}

const partsOf = (body: HTMLElement, card: string) =>
  [...body.querySelectorAll<HTMLElement>('[data-card]')].find(({ dataset }) => dataset['card'] === card);

export function focusIn(body: HTMLElement): FocusSpot | undefined {
  const now = document.activeElement;
  const part = now instanceof HTMLElement && body.contains(now) ? now.dataset['part'] : undefined;
  const card = now?.closest<HTMLElement>('[data-card]')?.dataset['card'];
  return part === undefined || card === undefined ? undefined : { card, part };
}

/** @returns whether it is there */
export function focusOn(body: HTMLElement, { card, part }: FocusSpot): boolean {
  const item = partsOf(body, card);
  const at = item?.querySelector<HTMLElement>(`[data-part=${part}]`) ?? item?.querySelector('button');
  if (!item || !at) return false;
  if (at === document.activeElement) return true;
  at.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest' });
  return true;
}
