export interface Seat {
  session: string;
  seat: string;
  /** Of the server's sentences: `en` or `es`. */
  language: string;
}

export function socketAddress(page: string, { session, seat, language }: Seat): string {
  const address = new URL(`/ws/sessions/${encodeURIComponent(session)}`, page);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.searchParams.set('seat', seat);
  address.searchParams.set('lang', language);
  return address.href;
}
