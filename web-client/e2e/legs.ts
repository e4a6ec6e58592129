import type { BrowserContext } from 'playwright-core';

/** What a page and the server tell each other on the way to a new bridge, in this order. */
const STATIONS = ['reset', 'none', 'offer', 'answer', 'renew', 'restart'] as const;
type Station = (typeof STATIONS)[number];

interface Passed {
  at: number;
  page: string;
  station: Station;
}

/** Which signals of media passed between pages and server, and when. Looks on from outside: it changes nothing. */
export class Legs {
  private readonly passed: Passed[] = [];

  /** Before the page is opened. */
  watch(page: string, context: BrowserContext): void {
    context.on('page', (opened) =>
      opened.on('websocket', (socket) => {
        const note = ({ payload }: { payload: string | Buffer }) => this.note(page, String(payload));
        socket.on('framereceived', note);
        socket.on('framesent', note);
      }),
    );
  }

  private note(page: string, frame: string): void {
    const [, kind] = /"kind" *: *"(\w+)"/.exec(frame) ?? [];
    const station = STATIONS.find((one) => one === kind);
    if (station && frame.includes('"signal"')) this.passed.push({ at: performance.now(), page, station });
  }

  /** In milliseconds since a moment: when the first and the last page passed each station, and how often any did. */
  since(moment: number): Partial<Record<Station, { first: number; last: number; times: number }>> {
    const later = this.passed.filter(({ at }) => at >= moment);
    return Object.fromEntries(
      STATIONS.flatMap((station) => {
        const times = later.filter((one) => one.station === station).map(({ at }) => Math.round(at - moment));
        if (times.length === 0) return [];
        return [[station, { first: Math.min(...times), last: Math.max(...times), times: times.length }]];
      }),
    );
  }
}
