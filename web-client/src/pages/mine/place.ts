/** The address of a person's own pages: the list, or one sheet. The seat stands in it as on every page. */
export function placeOf(seat: string, sheet?: string): string {
  const query = new URLSearchParams({ seat, at: 'worksheets', ...(sheet && { sheet }) });
  return `/join?${query.toString()}`;
}

/** Which sheet an address asks for; none is the list. */
export const sheetIn = (search: string): string | undefined =>
  new URLSearchParams(search).get('sheet') ?? undefined;

/** Of clicks that browsers would turn into another tab or a download, none is ours. */
export const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/**
 * One's own sheet to print.
 * @param named whether the clinic's name stands on it
 */
export function pdfOf(seat: string, sheet: string, lang: string, named: boolean): string {
  const query = new URLSearchParams({ seat, lang, ...(named && { named: 'true' }) });
  return `/api/v1/me/worksheets/${encodeURIComponent(sheet)}/pdf?${query.toString()}`;
}
