import { beforeEach, describe, expect, test } from 'vitest';
import { FakeTimers } from '../../session/timers.fake';
import { LineWatch } from './line-watch';

let timers: FakeTimers;
let asked: string[];
let watch: LineWatch;

beforeEach(() => {
  timers = new FakeTimers();
  asked = [];
  watch = new LineWatch({
    timers,
    random: () => 0,
    ask: (what) => asked.push(`${what} ${timers.now()}`),
    onChange: () => undefined,
  });
});
const up = () => {
  watch.connecting();
  watch.become('connected');
};

describe('a line that breaks', () => {
  test('for a moment costs nothing', () => {
    up();
    watch.become('disconnected');
    timers.pass(2_999);
    watch.become('connected');
    timers.pass(60_000);
    expect(asked).toEqual([]);
    expect(watch.cutOff).toBe(false);
  });

  test('takes another path after three seconds, and if that does not help, another place', () => {
    up();
    watch.become('disconnected');
    timers.pass(3_000);
    expect(asked).toEqual(['restart 3000']);
    expect(watch).toMatchObject({ up: false, cutOff: true });
    timers.pass(6_000);
    expect(asked).toEqual(['restart 3000', 'renew 9000']);
  });

  test('for good asks for another place at once, and then ever more rarely', () => {
    up();
    watch.become('failed');
    timers.pass(200_000);
    expect(asked).toEqual(['renew 0', 'renew 12000', 'renew 36000', 'renew 84000', 'renew 144000']);
  });
});

test('a connection that never comes about is tried elsewhere, and once it stands patience is as before', () => {
  watch.connecting();
  timers.pass(12_000);
  expect(asked).toEqual(['renew 12000']);
  up();
  watch.become('disconnected');
  timers.pass(3_000);
  expect(asked).toEqual(['renew 12000', 'restart 15000']);
});

test('who comes gets a little longer before anybody says that they are cut off', () => {
  watch.begin();
  watch.connecting();
  timers.pass(9_999);
  expect(watch.cutOff).toBe(false);
  timers.pass(1);
  expect(watch.cutOff).toBe(true);
  watch.become('connected');
  expect(watch.cutOff).toBe(false);
});

test('a bridge that is gone is not asked for: the server knows it', () => {
  up();
  watch.lost();
  timers.pass(60_000);
  expect(asked).toEqual([]);
  expect(watch.cutOff).toBe(true);
});

test('a connection of no use is replaced, though not at once', () => {
  up();
  watch.failed();
  expect(asked).toEqual([]);
  timers.pass(3_000);
  expect(asked).toEqual(['renew 3000']);
});

describe('a line over which nothing comes', () => {
  test('takes another path at once, and if that does not help, another place', () => {
    up();
    watch.hungry();
    expect(asked).toEqual(['restart 0']);
    timers.pass(3_000);
    expect(watch).toMatchObject({ up: false, cutOff: true });
    timers.pass(3_000);
    expect(asked).toEqual(['restart 0', 'renew 6000']);
  });

  test('is well again with the first that comes', () => {
    up();
    watch.hungry();
    timers.pass(4_000);
    watch.fed();
    expect(watch).toMatchObject({ up: true, cutOff: false });
    timers.pass(60_000);
    expect(asked).toEqual(['restart 0']);
  });

  test('stays told as lost where it only stands again', () => {
    up();
    watch.hungry();
    timers.pass(1_000);
    watch.connecting();
    watch.become('connected');
    timers.pass(30_000);
    expect(watch).toMatchObject({ up: false, cutOff: true });
    expect(asked).toEqual(['restart 0']);
    watch.hungry();
    expect(asked).toEqual(['restart 0', 'restart 31000']);
    watch.fed();
    expect(watch).toMatchObject({ up: true, cutOff: false });
  });

  test('is not well for want of anything to come, where its next line does not stand yet', () => {
    up();
    watch.hungry();
    timers.pass(6_000);
    watch.connecting();
    watch.fed();
    expect(watch).toMatchObject({ up: false, cutOff: true });
    watch.become('connected');
    expect(watch).toMatchObject({ up: true, cutOff: false });
  });

  test('is no line that broke, of which the browser says itself when it stands again', () => {
    up();
    watch.become('disconnected');
    watch.fed();
    expect(watch.up).toBe(false);
    watch.hungry();
    expect(asked).toEqual([]);
  });
});

test('stopped, nothing runs any more', () => {
  up();
  watch.become('disconnected');
  watch.stop();
  expect(timers.pending).toBe(0);
  expect(watch.cutOff).toBe(false);
});
