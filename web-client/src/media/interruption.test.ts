import { beforeEach, describe, expect, test } from 'vitest';
import { FakeTimers } from '../session/timers.fake';
import { Interruption } from './interruption';
import { FakeTrack } from './media-stream.fake';

class FakePage extends EventTarget {
  hidden = false;
  shows(visible: boolean): void {
    this.hidden = !visible;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let timers: FakeTimers;
let page: FakePage;
let audioSession: EventTarget & { state: string };
let told: (string | undefined)[];
let microphone: FakeTrack;

const watch = (hiddenCounts = true) =>
  new Interruption(
    timers,
    hiddenCounts,
    (cause) => told.push(cause),
    audioSession,
    page as unknown as Document,
  );

beforeEach(() => {
  timers = new FakeTimers();
  page = new FakePage();
  audioSession = Object.assign(new EventTarget(), { state: 'active' });
  told = [];
  microphone = new FakeTrack('audio');
});

describe('a call', () => {
  test('takes the microphone for more than 3 seconds', () => {
    watch().follow(microphone.real, false);
    microphone.happens('mute');
    timers.pass(2_999);
    expect(told).toEqual([]);
    timers.pass(1);
    microphone.happens('unmute');
    expect(told).toEqual(['call', undefined]);
  });

  test('is not what a change of headset is', () => {
    watch().follow(microphone.real, false);
    microphone.happens('mute');
    timers.pass(2_000);
    microphone.happens('unmute');
    timers.pass(10_000);
    expect(told).toEqual([]);
  });

  test('is told at once by phones that know it', () => {
    watch();
    audioSession.state = 'interrupted';
    audioSession.dispatchEvent(new Event('statechange'));
    audioSession.state = 'active';
    audioSession.dispatchEvent(new Event('statechange'));
    expect(told).toEqual(['call', undefined]);
  });

  test('is over once a new microphone is there, and the dead one says nothing any more', () => {
    const watching = watch();
    watching.follow(microphone.real, false);
    microphone.happens('mute');
    timers.pass(3_000);
    watching.follow(new FakeTrack('audio').real, false);
    microphone.happens('mute');
    timers.pass(10_000);
    expect(told).toEqual(['call', undefined]);
  });
});

test('a microphone that was lost and came back', () => {
  const watching = watch();
  watching.follow(undefined, true);
  watching.follow(microphone.real, false);
  expect(told).toEqual(['no-microphone', undefined]);
});

describe('a hidden page', () => {
  test('is interrupted after 3 seconds, not by a glance elsewhere', () => {
    watch();
    page.shows(false);
    timers.pass(2_999);
    page.shows(true);
    timers.pass(10_000);
    expect(told).toEqual([]);
    page.shows(false);
    timers.pass(3_000);
    page.shows(true);
    expect(told).toEqual(['hidden', undefined]);
  });

  test('counts for participants only: staff look things up in other windows', () => {
    watch(false);
    page.shows(false);
    timers.pass(60_000);
    expect(told).toEqual([]);
  });

  test('in a call is the call', () => {
    watch().follow(microphone.real, false);
    page.shows(false);
    microphone.happens('mute');
    timers.pass(3_000);
    page.shows(true);
    expect(told.at(-1)).toBe('call');
    microphone.happens('unmute');
    expect(told.at(-1)).toBeUndefined();
  });
});

test('stopped, it tells nothing and waits for nothing', () => {
  const watching = watch();
  watching.follow(microphone.real, false);
  microphone.happens('mute');
  page.shows(false);
  watching.stop();
  timers.pass(60_000);
  expect(told).toEqual([]);
  expect(timers.pending).toBe(0);
});
