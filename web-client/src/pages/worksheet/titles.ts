import type { Lang } from '../../i18n/speech.svelte';
import { call } from '../../session/api';

interface Listed {
  sheet: string;
  title: string;
}

/** What the worksheets of whoever has this seat are called, by their ids: the session knows them by their forms alone. */
export async function titlesOf(seat: string, lang: Lang): Promise<ReadonlyMap<string, string>> {
  const path = `/me/worksheets?seat=${encodeURIComponent(seat)}&lang=${lang}`;
  const { worksheets } = await call<{ worksheets: Listed[] }>('GET', path);
  return new Map(worksheets.map(({ sheet, title }) => [sheet, title]));
}
