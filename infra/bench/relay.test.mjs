import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';
import { test } from 'node:test';
import { relay, Stretch } from './relay.mjs';

const HERE = '127.0.0.1';
const PATIENCE = { timeout: 10_000 };

/** A far end that sends back whatever it gets, and a stretch before it. */
async function echoBehind(t, quality) {
  const echo = createSocket('udp4');
  echo.on('message', (data, { port, address }) => echo.send(data, port, address));
  echo.bind(0, HERE);
  await once(echo, 'listening');
  const stretch = await relay(`udp:${HERE}:0=${HERE}:${echo.address().port}`, quality);
  t.after(() => echo.close());
  t.after(() => stretch.close());
  return stretch.port;
}

/** One who sends each word at once and hears as many answers. */
async function says(port, words) {
  const socket = createSocket('udp4');
  const heard = [];
  for (const word of words) socket.send(word, port, HERE);
  for await (const [data] of on(socket, words.length)) heard.push(data.toString());
  socket.close();
  return heard;
}

async function* on(socket, times) {
  const waiting = [];
  let wake = () => undefined;
  socket.on('message', (data) => {
    waiting.push([data]);
    wake();
  });
  for (let n = 0; n < times; n++) {
    if (waiting.length === 0) await new Promise((resolve) => (wake = resolve));
    yield waiting.shift();
  }
}

const words = Array.from({ length: 40 }, (_, n) => `word ${n}`);

test('what is said arrives later by the delay, there and back', PATIENCE, async (t) => {
  const port = await echoBehind(t, { delay: 60 });
  const began = performance.now();
  assert.deepEqual(await says(port, ['hello']), ['hello']);
  const took = performance.now() - began;
  assert.ok(took >= 118 && took < 1_000, `${took} ms`);
});

test('an uneven stretch keeps the order', PATIENCE, async (t) => {
  assert.deepEqual(await says(await echoBehind(t, { delay: 5, jitter: 40 }), words), words);
});

test('one that lets packets overtake changes it, and loses none', PATIENCE, async (t) => {
  const heard = await says(await echoBehind(t, { delay: 5, jitter: 60, overtake: 0.5 }), words);
  assert.notDeepEqual(heard, words);
  assert.deepEqual(heard.toSorted(), words.toSorted());
});

test('each of two callers gets the own answers', PATIENCE, async (t) => {
  const port = await echoBehind(t, { delay: 5 });
  const [one, other] = await Promise.all([says(port, ['a', 'b']), says(port, ['c', 'd'])]);
  assert.deepEqual(
    [one, other],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  );
});

test('a far end that is not there ends nothing', PATIENCE, async (t) => {
  const gone = createSocket('udp4').bind(0, HERE);
  await once(gone, 'listening');
  const { port: nobody } = gone.address();
  gone.close();
  const stretch = await relay(`udp:${HERE}:0=${HERE}:${nobody}`, {});
  t.after(() => stretch.close());
  const caller = createSocket('udp4');
  for (let n = 0; n < 5; n++) await new Promise((sent) => caller.send('anybody?', stretch.port, HERE, sent));
  caller.close();
  const other = await echoBehind(t, {});
  assert.deepEqual(await says(other, ['still here']), ['still here']);
});

test('a stream comes through whole and in order, later, and ends when it ends', PATIENCE, async (t) => {
  const sent = Buffer.alloc(900_000).map((_, n) => n % 251);
  const echo = createServer({ allowHalfOpen: true }, (socket) => socket.pipe(socket)).listen(0, HERE);
  await once(echo, 'listening');
  const stretch = await relay(`tcp:${HERE}:0=${HERE}:${echo.address().port}`, { delay: 20, jitter: 20 });
  t.after(() => echo.close());
  t.after(() => stretch.close());
  const began = performance.now();
  const caller = createConnection({ port: stretch.port, host: HERE });
  caller.end(sent);
  const got = Buffer.concat(await caller.toArray());
  assert.ok(got.equals(sent));
  assert.ok(performance.now() - began >= 38);
});

test('what is uneven is later by no more than the jitter', PATIENCE, async () => {
  const late = async (share) => {
    const stretch = new Stretch({ delay: 30, jitter: 60, random: () => share });
    const began = performance.now();
    await new Promise((out) => stretch.pass(out));
    return performance.now() - began;
  };
  const [least, most] = await Promise.all([late(0), late(1)]);
  assert.ok(least >= 29 && most >= 89 && most - least >= 50, `${least} and ${most} ms`);
});
