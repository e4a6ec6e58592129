// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { untilSaved } from './until-saved';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function sheet(...finishes: boolean[]) {
  return { saving: 'kept', finish: vi.fn(() => Promise.resolve(finishes.shift() ?? true)) };
}

it('ends at once where everything is saved, and tells of no waiting', async () => {
  const waits = vi.fn();
  await untilSaved([sheet(true), sheet(true)], waits);
  await untilSaved([], waits);
  expect(waits).not.toHaveBeenCalled();
});

it('tries again by time and by the line, and tells once that something waits', async () => {
  const waits = vi.fn();
  const slow = sheet(false, false, true);
  const done = vi.fn();
  void untilSaved([slow], waits).then(done);
  await vi.advanceTimersByTimeAsync(4_000);
  expect([slow.finish.mock.calls.length, done.mock.calls.length]).toEqual([2, 0]);
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect([slow.finish.mock.calls.length, done.mock.calls.length, waits.mock.calls.length]).toEqual([3, 1, 1]);
});

it('waits for nothing that the server takes no more', async () => {
  const waits = vi.fn();
  await untilSaved([{ saving: 'closed', finish: () => Promise.resolve(false) }], waits);
  expect(waits).not.toHaveBeenCalled();
});
