import type { LineSample } from './ladder';

/** The fields of browsers' statistics that are read here; each may be absent. */
export interface StatsRow {
  type: string;
  kind?: string;
  nominated?: boolean;
  state?: string;
  currentRoundTripTime?: number;
  availableOutgoingBitrate?: number;
  fractionLost?: number;
  packetsLost?: number;
  packetsReceived?: number;
}

/** Turns the running totals of one connection into what happened since the last look. */
export class StatsReader {
  #lost = 0;
  #received = 0;

  read(rows: Iterable<StatsRow>): LineSample {
    const sample: LineSample = {};
    let lost = 0;
    let received = 0;
    for (const row of rows) {
      if (row.type === 'candidate-pair' && row.nominated && row.state === 'succeeded') {
        if (row.currentRoundTripTime !== undefined) sample.rttMs = row.currentRoundTripTime * 1000;
        if (row.availableOutgoingBitrate !== undefined) sample.availableBps = row.availableOutgoingBitrate;
      } else if (row.type === 'remote-inbound-rtp' && row.fractionLost !== undefined) {
        sample.lossOut = Math.max(sample.lossOut ?? 0, row.fractionLost);
      } else if (row.type === 'inbound-rtp') {
        lost += row.packetsLost ?? 0;
        received += row.packetsReceived ?? 0;
      }
    }
    const newLost = Math.max(0, lost - this.#lost);
    const newReceived = Math.max(0, received - this.#received);
    this.#lost = lost;
    this.#received = received;
    if (newLost + newReceived > 0) sample.lossIn = newLost / (newLost + newReceived);
    return sample;
  }
}
