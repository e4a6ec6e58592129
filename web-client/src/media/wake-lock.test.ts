// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { ScreenAwake } from './wake-lock';

let requests: number;
let released: number;
let lock: { released: boolean; release: () => Promise<number> };
let answer: () => Promise<object>;

beforeEach(() => {
  requests = 0;
  released = 0;
  answer = () => {
    lock = { released: false, release: () => Promise.resolve(released++) };
    return Promise.resolve(lock);
  };
  const request = () => {
    requests++;
    return answer();
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
});

const settled = () => vi.waitFor(() => Promise.resolve());
const shown = () => document.dispatchEvent(new Event('visibilitychange'));

test('the screen is kept on once, and again whenever the page comes back', async () => {
  const awake = new ScreenAwake();
  shown();
  expect(requests).toBe(0);
  awake.start();
  awake.start();
  await settled();
  shown();
  expect(requests).toBe(1);
  lock.released = true;
  shown();
  expect(requests).toBe(2);
  await settled();
  awake.stop();
  expect(released).toBe(1);
  shown();
  expect(requests).toBe(2);
});

test('a lock that comes after the end is let go', async () => {
  const awake = new ScreenAwake();
  awake.start();
  awake.stop();
  await vi.waitFor(() => expect(released).toBe(1));
});

test('a phone that says no stays as it is', async () => {
  answer = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  new ScreenAwake().start();
  await settled();
  expect(requests).toBe(1);
});
