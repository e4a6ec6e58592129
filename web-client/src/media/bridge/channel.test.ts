import { beforeEach, expect, test } from 'vitest';
import { FakeTimers } from '../../session/timers.fake';
import { BridgeChannel } from './channel';
import { FakeChannelSocket } from './channel-socket.fake';
import type { BridgeWord } from './words';

let timers: FakeTimers;
let sockets: FakeChannelSocket[];
let heard: BridgeWord[];
let channel: BridgeChannel;

beforeEach(() => {
  timers = new FakeTimers();
  sockets = [];
  heard = [];
  channel = new BridgeChannel({
    url: 'wss://bridge.example/x',
    timers,
    random: () => 1,
    open: () => {
      const socket = new FakeChannelSocket();
      sockets.push(socket);
      return socket;
    },
    hear: (word) => heard.push(word),
  });
});
const socket = () => sockets.at(-1) as FakeChannelSocket;

test('what is said before the channel stands is said once it does', () => {
  channel.say('watching', { lastN: 1 });
  expect(socket().sent).toEqual([]);
  socket().opens();
  expect(socket().sent).toEqual([{ lastN: 1 }]);
});

test('the same is not said twice, and the newest word holds', () => {
  socket().opens();
  channel.say('watching', { lastN: 1 });
  channel.say('watching', { lastN: 1 });
  channel.say('watching', { lastN: 2 });
  expect(socket().sent).toEqual([{ lastN: 1 }, { lastN: 2 }]);
});

test('a channel that breaks comes back by itself, ever more slowly, and says again what holds', () => {
  socket().opens();
  channel.say('watching', { lastN: 2 });
  channel.say('e1-v0', { videoType: 'none' });
  socket().onclose?.();
  timers.pass(499);
  expect(sockets).toHaveLength(1);
  timers.pass(1);
  socket().onclose?.();
  timers.pass(999);
  expect(sockets).toHaveLength(2);
  timers.pass(1);
  socket().opens();
  expect(socket().sent).toEqual([{ lastN: 2 }, { videoType: 'none' }]);
});

test('what is said while the channel closes is said to the next one', () => {
  socket().opens();
  socket().readyState = 2;
  channel.say('watching', { lastN: 3 });
  channel.sayAgain('watching');
  expect(socket().sent).toEqual([]);
  socket().onclose?.();
  timers.pass(500);
  socket().opens();
  expect(socket().sent).toEqual([{ lastN: 3 }]);
});

test('what the bridge could not know of yet is said again', () => {
  socket().opens();
  channel.say('e1-v0', { videoType: 'camera' });
  channel.sayAgain('e1-v0');
  channel.sayAgain('e1-v1');
  expect(socket().sent).toEqual([{ videoType: 'camera' }, { videoType: 'camera' }]);
});

test('what the bridge says is heard, and nonsense is not', () => {
  socket().onmessage?.({ data: '{"colibriClass":"ForwardedSources","forwardedSources":[]}' });
  socket().onmessage?.({ data: '{' });
  expect(heard).toEqual([{ kind: 'forwarded', sources: [] }]);
});

test('closed, it stays closed', () => {
  socket().opens();
  channel.close();
  expect(socket().closed).toBe(true);
  channel.say('watching', { lastN: 1 });
  expect(socket().sent).toEqual([]);
  expect(timers.pending).toBe(0);
});

test('an address that the page may not go to costs the sound nothing', () => {
  const refused = () => {
    throw new DOMException('', 'SecurityError');
  };
  const shut = new BridgeChannel({
    url: 'wss://x',
    timers,
    random: () => 0,
    open: refused,
    hear: () => undefined,
  });
  shut.say('watching', {});
  expect(timers.pending).toBe(0);
});
