import { describe, expect, test } from 'vitest';
import type { StatsRow } from '../stats';
import { OwnLine } from './own-line';

/** A line looked at every 2 seconds, with so much of the sound lost on each way. */
class Measured {
  readonly line = new OwnLine();
  #looks = 0;
  #lostIn = 0;

  is({ lossIn = 0, lossOut = 0 }: { lossIn?: number; lossOut?: number }, times: number): OwnLine {
    for (let i = 0; i < times; i++) {
      this.#looks++;
      this.#lostIn += 100 * lossIn;
      const rows: StatsRow[] = [
        { type: 'outbound-rtp', id: 'O', packetsSent: 100 * this.#looks },
        { type: 'remote-inbound-rtp', localId: 'O', fractionLost: lossOut },
        {
          type: 'inbound-rtp',
          id: 'I',
          packetsLost: this.#lostIn,
          packetsReceived: 100 * this.#looks - this.#lostIn,
        },
      ];
      this.line.look(rows, this.#looks * 2_000);
    }
    return this.line;
  }
}

describe('sound that is lost on its way here', () => {
  test('makes the page ask for smaller pictures, then for one, then for none', () => {
    const measured = new Measured();
    const asked = [0, 3, 3, 3].map((times) => measured.is({ lossIn: 0.12 }, times).atMost('off'));
    expect(asked).toEqual(['off', 'small', 'one-picture', 'sound-only']);
    expect(measured.line).toMatchObject({ step: 'full', word: 'weak' });
  });

  test('when most of it is lost, rests all pictures within 4 seconds, and has them back once it is well', () => {
    const measured = new Measured();
    expect(measured.is({ lossIn: 0.5 }, 2).atMost('off')).toBe('sound-only');
    expect(measured.is({}, 20).atMost('off')).toBe('off');
  });

  test('never makes it ask for more than the person wants', () => {
    const measured = new Measured();
    expect(measured.line.atMost('one-picture')).toBe('one-picture');
    expect(measured.is({ lossIn: 0.12 }, 3).atMost('one-picture')).toBe('one-picture');
    expect(measured.is({ lossIn: 0.12 }, 6).atMost('one-picture')).toBe('sound-only');
  });
});

test('sound that is lost on its way out makes the own picture smaller, and no other', () => {
  const line = new Measured().is({ lossOut: 0.12 }, 6);
  expect(line.step).toBe('small');
  expect(line.atMost('off')).toBe('off');
});

describe('what the bridge estimates of the way here', () => {
  /** The word after a while in which so much comes. */
  const wordWhen = (downlinkBps: number, cameBps?: number) => {
    const line = new OwnLine();
    line.downlink(downlinkBps);
    for (let look = 1; look <= 6; look++) {
      const pair = { type: 'candidate-pair', id: 'P', nominated: true, state: 'succeeded' };
      const carried = cameBps !== undefined && {
        timestamp: look * 2_000,
        bytesReceived: (look * 2 * cameBps) / 8,
      };
      line.look([{ ...pair, ...carried }], look * 2_000);
    }
    return line.word;
  };

  test.each([
    ['weak', 100_000, 95_000],
    ['fair', 200_000, 190_000],
    ['good', 900_000, 850_000],
  ])('makes the line %s where as much comes', (word, downlinkBps, cameBps) => {
    expect(wordWhen(downlinkBps, cameBps)).toBe(word);
  });

  test('says nothing where less is asked for than that', () => {
    expect(wordWhen(193_000, 125_000)).toBe('good');
  });

  test('counts where the browser does not say how much comes', () => {
    expect(wordWhen(193_000)).toBe('fair');
  });
});
