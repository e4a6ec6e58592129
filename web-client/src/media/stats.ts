import type { LineSample } from './ladder';

/** Fewer packets than these tell nothing: of ten that a silent microphone sends, one is a tenth. */
const LEAST_PACKETS = 30;

/** The fields of browsers' statistics that are read here; each may be absent. */
export interface StatsRow {
  type: string;
  id?: string;
  /** In what the other end says of a stream: the id of this end's own row about it. */
  localId?: string;
  kind?: string;
  nominated?: boolean;
  state?: string;
  currentRoundTripTime?: number;
  availableOutgoingBitrate?: number;
  bytesSent?: number;
  bytesReceived?: number;
  /** When this was so, in milliseconds. */
  timestamp?: number;
  fractionLost?: number;
  packetsSent?: number;
  packetsLost?: number;
  packetsReceived?: number;
  /** The track that a stream comes out of here. */
  trackIdentifier?: string;
  framesReceived?: number;
}

/** Lost packets among many, gathered until there are enough to say a share. */
class Losses {
  #lost = 0;
  #all = 0;

  add(lost: number, all: number): void {
    this.#lost += lost;
    this.#all += all;
  }

  take(): number | undefined {
    if (this.#all < LEAST_PACKETS) return undefined;
    const share = this.#lost / this.#all;
    [this.#lost, this.#all] = [0, 0];
    return share;
  }
}

/** How much a path carries each way, from one look to the next. */
class Carried {
  #before: StatsRow | undefined;

  /** Absent at the first look, and at another path, which counts from its own beginning. */
  take(row: StatsRow): { sentBps?: number; cameBps?: number } {
    const before = this.#before;
    this.#before = row;
    const ms = (row.timestamp ?? 0) - (before?.timestamp ?? 0);
    if (!before || before.id !== row.id || ms <= 0) return {};
    const { bytesSent: out, bytesReceived: come } = row;
    return {
      ...(out !== undefined && { sentBps: (8_000 * (out - (before.bytesSent ?? 0))) / ms }),
      ...(come !== undefined && { cameBps: (8_000 * (come - (before.bytesReceived ?? 0))) / ms }),
    };
  }
}

/** Turns the running totals of one connection into what happened since the last look. */
export class StatsReader {
  readonly #totals = new Map<string, number>();
  readonly #out = new Losses();
  readonly #in = new Losses();
  readonly #carried = new Carried();

  read(rows: Iterable<StatsRow>): LineSample {
    const sample: LineSample = {};
    const sent = new Map<string, number>();
    const reports: StatsRow[] = [];
    for (const row of rows) {
      if (row.type === 'candidate-pair' && row.nominated && row.state === 'succeeded') {
        if (row.currentRoundTripTime !== undefined) sample.rttMs = row.currentRoundTripTime * 1000;
        if (row.availableOutgoingBitrate !== undefined) sample.availableBps = row.availableOutgoingBitrate;
        Object.assign(sample, this.#carried.take(row));
      } else if (row.type === 'remote-inbound-rtp') {
        reports.push(row);
      } else if (row.type === 'outbound-rtp' && row.id !== undefined) {
        sent.set(row.id, this.#since(row, 'packetsSent'));
      } else if (row.type === 'inbound-rtp') {
        const lost = this.#since(row, 'packetsLost');
        this.#in.add(lost, lost + this.#since(row, 'packetsReceived'));
      }
    }
    // Each report speaks for what went out of its stream: a size that is not sent any more keeps its last word for ever.
    for (const { localId = '', fractionLost } of reports) {
      const packets = sent.get(localId) ?? 0;
      if (fractionLost !== undefined) this.#out.add(fractionLost * packets, packets);
    }
    const [lossOut, lossIn] = [this.#out.take(), this.#in.take()];
    return { ...sample, ...(lossOut !== undefined && { lossOut }), ...(lossIn !== undefined && { lossIn }) };
  }

  #since(row: StatsRow, field: 'packetsSent' | 'packetsLost' | 'packetsReceived'): number {
    const key = `${row.id ?? row.kind ?? ''} ${field}`;
    const total = row[field] ?? 0;
    const before = this.#totals.get(key) ?? 0;
    this.#totals.set(key, total);
    return Math.max(0, total - before);
  }
}
