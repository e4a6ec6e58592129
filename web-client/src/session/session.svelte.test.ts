// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Socket } from './connection';
import type { RoomView, You } from './protocol';
import { Session } from './session.svelte';

const you: You = {
  id: 'pSam',
  name: 'Sam',
  role: 'participant',
  seat: 'present',
  may: { 'hand.raise': true },
};
const room: RoomView = {
  place: 'room',
  life: 'open',
  starts: '2026-03-02T18:00:00Z',
  ends: '2026-03-02T19:30:00Z',
  people: {},
};

let socket: Socket & { sent: string[] };
let session: Session;

beforeEach(() => {
  session = new Session({ session: 'evening', seat: 'pSam', language: 'en' }, () => {
    const sent: string[] = [];
    socket = {
      sent,
      send: (text) => sent.push(text),
      close: () => undefined,
      onmessage: null,
      onclose: null,
    };
    return socket;
  });
  session.start();
});
afterEach(() => session.close());

const says = (message: object) => socket.onmessage?.({ data: JSON.stringify(message) });

test('what is drawn follows the view', () => {
  const drawn: (string | undefined)[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      drawn.push(session.room?.life);
    });
  });
  flushSync();
  says({ type: 'welcome', n: 0, at: '2026-03-02T18:00:00Z', view: room, you });
  flushSync();
  says({ type: 'change', n: 1, at: '2026-03-02T18:00:01Z', patch: { life: 'unattended' } });
  flushSync();
  stop();
  expect(drawn).toEqual([undefined, 'open', 'unattended']);
});

test('a button is offered only for what may be done now', () => {
  expect(session.may('hand.raise')).toBe(false);
  says({ type: 'welcome', n: 0, at: '2026-03-02T18:00:00Z', view: room, you });
  expect(session.may('hand.raise')).toBe(true);
  expect(session.may('session.end')).toBe(false);
});

test('a room is no room while one waits', () => {
  const waiting = { place: 'waiting', starts: room.starts, facilitator: 'Dana' };
  says({
    type: 'welcome',
    n: 0,
    at: '2026-03-02T18:00:00Z',
    view: waiting,
    you: { ...you, seat: 'waiting' },
  });
  expect(session.room).toBeUndefined();
  expect(session.view?.place).toBe('waiting');
});

test('time is the server’s', () => {
  const ahead = new Date(Date.now() + 180_000).toISOString();
  says({ type: 'welcome', n: 0, at: ahead, view: room, you });
  expect(Math.abs(session.now() - Date.parse(ahead))).toBeLessThan(5_000);
});

test('a hidden page says so', () => {
  says({ type: 'welcome', n: 0, at: '2026-03-02T18:00:00Z', view: room, you });
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  Reflect.deleteProperty(document, 'hidden');
  expect(socket.sent.at(-1)).toBe('{"type":"beat","hidden":true}');
});

test('notices reach those who listen, until they stop', () => {
  const heard: string[] = [];
  const stop = session.onNotice(({ code }) => heard.push(code));
  says({ type: 'notice', code: 'muted', by: 'Dana' });
  stop();
  says({ type: 'notice', code: 'may-unmute', by: 'Dana' });
  expect(heard).toEqual(['muted']);
});

const said = (text: string, at: string) => ({ at, by: 'pDana', from: 'Dana', to: 'everyone', text });

test('what is written is kept in order, and what the server tells anew takes its place', () => {
  says({ type: 'welcome', n: 0, at: '2026-03-02T18:00:00Z', view: room, you });
  says({ type: 'notice', code: 'said', ...said('One', '2026-03-02T18:01:00Z') });
  says({ type: 'notice', code: 'said', ...said('Two', '2026-03-02T18:02:00Z') });
  expect(session.said.map(({ text }) => text)).toEqual(['One', 'Two']);
  says({ type: 'welcome', n: 0, at: '2026-03-02T18:03:00Z', view: room, you });
  says({
    type: 'notice',
    code: 'said-before',
    said: [said('Two', '2026-03-02T18:02:00Z'), said('Three', '2026-03-02T18:02:30Z')],
    heardUntil: '2026-03-02T18:02:10Z',
  });
  expect(session.said.map(({ text }) => text)).toEqual(['Two', 'Three']);
  expect(session.heardUntil).toBe('2026-03-02T18:02:10Z');
});
