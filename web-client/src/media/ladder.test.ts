import { describe, expect, test } from 'vitest';
import { Ladder } from './ladder';
import type { Passage, Step } from './ladder';

/** A line looked at every 2 seconds. */
class Line {
  readonly ladder = new Ladder();
  #nowMs = 0;

  is(sample: Passage, times: number): Step {
    for (let i = 0; i < times; i++) {
      this.#nowMs += 2_000;
      this.ladder.sample(sample, this.#nowMs);
    }
    return this.ladder.step;
  }
  /** Seconds of this line until the picture is back. */
  secondsToResume(sample: Passage): number {
    const from = this.#nowMs;
    while (this.ladder.step === 'paused') this.is(sample, 1);
    return (this.#nowMs - from) / 1000;
  }
}

const good = { rttMs: 40, loss: 0, availableBps: 2_000_000 };
const lossy = { rttMs: 40, loss: 0.12 };
const awful = { rttMs: 40, loss: 0.4 };

test('a good line carries the whole picture', () => {
  expect(new Line().is(good, 100)).toBe('full');
});

test('a browser that tells nothing is left alone', () => {
  expect(new Line().is({}, 100)).toBe('full');
});

test.each([
  ['loss', lossy],
  ['a long way', { rttMs: 900 }],
  ['no room', { availableBps: 50_000 }],
])('with %s the picture gets smaller step by step, and then rests', (_what, sample) => {
  const line = new Line();
  expect(line.is(sample, 2)).toBe('full');
  expect(line.is(sample, 1)).toBe('reduced');
  expect(line.is(sample, 3)).toBe('small');
  expect(line.is(sample, 3)).toBe('paused');
});

test('with room for a small picture it stays small', () => {
  expect(new Line().is({ availableBps: 100_000 }, 50)).toBe('small');
});

describe('what a browser estimates where it sends less than that', () => {
  const still = { rttMs: 40, loss: 0, availableBps: 145_000, sentBps: 90_000 };

  test('is no reason not to try for more once the line is good again', () => {
    const line = new Line();
    expect(line.is({ availableBps: 100_000 }, 6)).toBe('small');
    expect(line.is(still, 5)).toBe('reduced');
    expect(line.is({ ...still, availableBps: 235_000, sentBps: 150_000 }, 4)).toBe('full');
  });

  test('is one where it is sent', () => {
    const line = new Line();
    expect(line.is({ availableBps: 100_000 }, 6)).toBe('small');
    expect(line.is({ ...still, sentBps: 120_000 }, 60)).toBe('small');
  });

  test('is one to send less all the same, down to none', () => {
    expect(new Line().is({ ...still, availableBps: 60_000, sentBps: 30_000 }, 9)).toBe('paused');
  });

  test('is tried for more and more seldom on a line that never carries it', () => {
    const line = new Line();
    line.is({ availableBps: 100_000 }, 6);
    const tries: number[] = [];
    for (let look = 0; look < 250; look++) {
      const before = line.ladder.step;
      // More fills the line, and only then it is known that no more passes.
      const narrow = { ...still, availableBps: 100_000, sentBps: before === 'small' ? 60_000 : 95_000 };
      if (line.is(narrow, 1) === 'reduced' && before === 'small') tries.push(look);
    }
    const pauses = tries.slice(1).map((look, index) => 2 * (look - (tries[index] ?? 0)));
    expect(pauses).toEqual([26, 46, 86, 126, 126]);
  });
});

test('when hardly anything gets through the picture rests within 4 seconds', () => {
  expect(new Line().is(awful, 2)).toBe('paused');
});

test('single hiccups change nothing', () => {
  const line = new Line();
  for (let i = 0; i < 20; i++) {
    line.is(lossy, 2);
    line.is(good, 1);
  }
  expect(line.ladder.step).toBe('full');
});

test('a line that loses one packet in twenty whatever is sent keeps small pictures, and does not try for more all the time', () => {
  const line = new Line();
  // More than 150 kbit/s do not pass: what is beyond that is lost too.
  const seen: Step[] = [];
  for (let i = 0; i < 300; i++) {
    const tooMuch = line.ladder.step === 'full' || line.ladder.step === 'reduced';
    seen.push(line.is({ rttMs: 300, loss: tooMuch ? 0.15 : 0.05 }, 1));
  }
  expect(seen).not.toContain('paused');
  expect(seen.filter((step) => step === 'small').length).toBeGreaterThan(240);
});

describe('the picture comes back', () => {
  test('small at first, and after at least 10 seconds', () => {
    const line = new Line();
    line.is(awful, 2);
    expect(line.secondsToResume(good)).toBe(10);
    expect(line.ladder.step).toBe('small');
    expect(line.is(good, 8)).toBe('full');
  });

  test('not on a line that is neither good nor bad', () => {
    const line = new Line();
    line.is(awful, 2);
    expect(line.is({ rttMs: 500, loss: 0.05 }, 60)).toBe('paused');
  });

  test('later each time that it could not stay', () => {
    const line = new Line();
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      line.is(awful, 2);
      waits.push(line.secondsToResume(good));
    }
    expect(waits).toEqual([10, 20, 40, 80, 120, 120]);
  });

  test('soon again once it stayed for a while', () => {
    const line = new Line();
    line.is(awful, 2);
    line.secondsToResume(good);
    line.is(awful, 2);
    line.secondsToResume(good);
    line.is(good, 30);
    line.is(awful, 2);
    expect(line.secondsToResume(good)).toBe(10);
  });
});
