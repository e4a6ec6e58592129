import { beforeEach, expect, test } from 'vitest';
import { FakeStream, FakeTrack } from './media-stream.fake';
import { ScreenShare } from './screen';

let track: FakeTrack;
let shown: (MediaStreamTrack | undefined)[];
let ended: number;
let screen: ScreenShare;
const yes = () => Promise.resolve(true);
const start = (allowed = yes) => screen.start(allowed, () => ended++);

beforeEach(() => {
  track = new FakeTrack('video');
  [shown, ended] = [[], 0];
  screen = new ScreenShare(
    (now) => shown.push(now),
    () => () => Promise.resolve(new FakeStream([track]) as unknown as MediaStream),
  );
});

test('a screen is shown sharp rather than smooth', async () => {
  expect(await start()).toBe('started');
  expect(track).toMatchObject({ contentHint: 'detail' });
  expect(shown).toEqual([track]);
  expect(await start()).toBe('started');
  screen.stop();
  expect([shown.at(-1), track.readyState, ended]).toEqual([undefined, 'ended', 0]);
});

test('the browser’s own button ends it, and that is told', async () => {
  await start();
  track.happens('ended');
  expect([shown.at(-1), ended]).toEqual([undefined, 1]);
});

test('who is not allowed is captured no longer', async () => {
  expect(await start(() => Promise.resolve(false))).toBe('refused');
  expect([shown, track.readyState]).toEqual([[], 'ended']);
});

test('ended while the group was being asked, it is not shown, and the group is told', async () => {
  const meanwhile = () => {
    track.happens('ended');
    return yes();
  };
  expect(await start(meanwhile)).toBe('refused');
  expect([shown, ended]).toEqual([[], 1]);
});

test('who thinks better of it has shown nothing', async () => {
  const cancelled = () => () => Promise.reject(new DOMException('', 'NotAllowedError'));
  screen = new ScreenShare((now) => shown.push(now), cancelled);
  expect(await start()).toBe('refused');
});

test('a phone cannot, and says so', async () => {
  screen = new ScreenShare(
    (now) => shown.push(now),
    () => undefined,
  );
  expect(screen.possible).toBe(false);
  expect(await start()).toBe('refused');
});
