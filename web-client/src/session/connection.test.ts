import { beforeEach, describe, expect, test } from 'vitest';
import { Connection } from './connection';
import type { ConnectionState, Socket, Worksheets } from './connection';
import type { MediaSignalMessage, Notice, RoomView, View, WaitingView, You } from './protocol';
import { FakeTimers } from './timers.fake';

class FakeSocket implements Socket {
  readonly sent: Record<string, unknown>[] = [];
  closedHere = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  close(): void {
    this.closedHere = true;
  }
  says(message: object | string): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }
  closes(code: number): void {
    this.onclose?.({ code });
  }
  get commands() {
    return this.sent.filter((message) => message['type'] !== 'beat');
  }
  get beats() {
    return this.sent.filter((message) => message['type'] === 'beat');
  }
}

const waiting: WaitingView = { place: 'waiting', starts: '2026-03-02T18:00:00Z', facilitator: 'Dana' };
const you: You = { id: 'pSam', name: 'Sam', role: 'participant', seat: 'waiting', may: {} };
const room = {
  place: 'room',
  life: 'open',
  starts: '2026-03-02T18:00:00Z',
  ends: '2026-03-02T19:30:00Z',
  people: {},
} satisfies RoomView;

let timers: FakeTimers;
let sockets: FakeSocket[];
let states: ConnectionState[];
let views: { view: View; you: You; fresh: boolean; worksheets: Worksheets }[];
let notices: Notice[];
let signals: MediaSignalMessage[];
let connection: Connection;

const socket = () => sockets.at(-1) as FakeSocket;
const welcome = (view: View = waiting) =>
  socket().says({ type: 'welcome', n: 0, at: '2026-03-02T18:00:00Z', view, you });

beforeEach(() => {
  timers = new FakeTimers();
  sockets = [];
  states = [];
  views = [];
  notices = [];
  signals = [];
  let ids = 0;
  connection = new Connection(
    {
      open: () => {
        sockets.push(new FakeSocket());
        return socket();
      },
      timers,
      random: () => 1,
      newId: () => `c${++ids}`,
    },
    {
      state: (state) => states.push(state),
      view: (view, you, _at, fresh, worksheets) => views.push({ view, you, fresh, worksheets }),
      media: (message) => 'from' in message && signals.push(message),
      notice: (notice) => notices.push(notice),
    },
  );
  connection.start();
});

describe('a view', () => {
  test('opens with the welcome and follows the changes', () => {
    expect(connection.state.kind).toBe('connecting');
    welcome(room);
    socket().says({ type: 'change', n: 1, at: '', patch: { people: { pSam: { name: 'Sam' } } } });
    socket().says({ type: 'change', n: 2, at: '', you: { ...you, hand: true } });
    expect(connection.state.kind).toBe('open');
    expect(views.map(({ fresh }) => fresh)).toEqual([true, false, false]);
    expect(views.at(-1)).toMatchObject({
      view: { people: { pSam: { name: 'Sam' } } },
      you: { hand: true },
    });
    expect(views.at(-1)?.view).toBe(views.at(-2)?.view);
    expect(views.at(-1)?.worksheets).toBe(views.at(-2)?.worksheets);
  });

  test('worksheets come beside it, with changes of their own', () => {
    const card = { item: 'what', order: 2, words: 'Payday' };
    const sheet = {
      form: 'trigger-map',
      version: '1',
      mode: 'board',
      order: 1,
      cards: { kOne: card },
      groups: {},
    };
    socket().says({ type: 'welcome', n: 0, at: '', view: room, you, worksheets: { wOne: sheet } });
    expect(views.at(-1)?.worksheets).toMatchObject({ wOne: { cards: { kOne: { words: 'Payday' } } } });
    socket().says({ type: 'change', n: 1, at: '', worksheets: { wOne: { cards: { kOne: null } } } });
    expect(views.at(-1)?.worksheets).toMatchObject({ wOne: { form: 'trigger-map', cards: {} } });
    expect(views.at(-1)?.view).toBe(views.at(-2)?.view);
    welcome(room);
    expect(views.at(-1)?.worksheets).toEqual({});
  });

  test('a person let in gets a new welcome, and changes count from the start again', () => {
    welcome();
    socket().says({ type: 'change', n: 1, at: '', patch: { facilitator: 'Ben' } });
    welcome(room);
    socket().says({ type: 'change', n: 1, at: '', patch: { life: 'unattended' } });
    expect(sockets).toHaveLength(1);
    expect(views.at(-1)?.view).toMatchObject({ place: 'room', life: 'unattended' });
  });

  test.each([
    ['a change is missing', '{"type":"change","n":3,"at":"","patch":{}}'],
    ['a change comes twice', '{"type":"change","n":1,"at":"","patch":{}}'],
    ['a frame is no JSON', '{"type":"cha'],
    ['a key is hostile', '{"type":"change","n":2,"at":"","patch":{"__proto__":{"life":"open"}}}'],
  ])('when %s, the page asks for a whole view again', (_what, frame) => {
    welcome(room);
    socket().says({ type: 'change', n: 1, at: '', patch: { life: 'unattended' } });
    const before = socket();
    before.says(frame);
    expect(before.closedHere).toBe(true);
    expect(connection.state).toEqual({ kind: 'reconnecting', since: 0 });
    timers.pass(250);
    welcome(room);
    expect(sockets).toHaveLength(2);
    expect(connection.state.kind).toBe('open');
  });

  test('what an abandoned socket still says is not heard', () => {
    welcome(room);
    const old = socket();
    const heard = old.onmessage;
    old.closes(1006);
    timers.pass(250);
    welcome(room);
    expect(old.onmessage).toBeNull();
    expect(heard).not.toBeNull();
    expect(views).toHaveLength(2);
  });

  test('signals and notices reach the page', () => {
    welcome(room);
    socket().says({ type: 'media', from: 'e2', signal: { hello: true } });
    socket().says({ type: 'notice', code: 'muted', by: 'Dana' });
    expect(signals[0]?.from).toBe('e2');
    expect(notices).toEqual([{ type: 'notice', code: 'muted', by: 'Dana' }]);
  });
});

describe('commands', () => {
  test('are answered by their own id', async () => {
    welcome();
    const leave = connection.send({ type: 'session.leave' });
    const raise = connection.send({ type: 'hand.raise' });
    expect(socket().commands).toEqual([
      { id: 'c1', type: 'session.leave' },
      { id: 'c2', type: 'hand.raise' },
    ]);
    socket().says({ re: 'c2', refused: { code: 'not-in-room', text: 'Not yet.' } });
    socket().says({ re: 'c1', ok: true });
    expect(await raise).toEqual({ ok: false, code: 'not-in-room', text: 'Not yet.' });
    expect(await leave).toEqual({ ok: true });
  });

  test('without an answer are sent again by the same id, and a second answer changes nothing', async () => {
    welcome(room);
    const raise = connection.send({ type: 'hand.raise' });
    socket().closes(1006);
    timers.pass(250);
    expect(socket().commands).toEqual([]);
    welcome(room);
    expect(socket().commands).toEqual([{ id: 'c1', type: 'hand.raise' }]);
    socket().says({ re: 'c1', ok: true });
    socket().says({ re: 'c1', refused: { code: 'held', text: '' } });
    expect(await raise).toEqual({ ok: true });
    socket().closes(1006);
    timers.pass(500);
    welcome(room);
    expect(socket().commands).toEqual([]);
  });

  test('given while the line is down wait for it', () => {
    welcome(room);
    socket().closes(1006);
    void connection.send({ type: 'hand.raise' });
    timers.pass(250);
    welcome(room);
    expect(socket().commands).toEqual([{ id: 'c1', type: 'hand.raise' }]);
  });

  test('older than half a minute are given up, not done late', async () => {
    welcome(room);
    const raise = connection.send({ type: 'hand.raise' });
    socket().closes(1006);
    timers.pass(30_000);
    welcome(room);
    expect(await raise).toEqual({ ok: false, code: 'unknown-outcome' });
    expect(socket().commands).toEqual([]);
  });

  test('that the server objects to as malformed are not sent again', async () => {
    welcome(room);
    const raise = connection.send({ type: 'hand.raise' });
    socket().closes(1007);
    expect(await raise).toEqual({ ok: false, code: 'unknown-outcome' });
    timers.pass(250);
    welcome(room);
    expect(socket().commands).toEqual([]);
  });

  test('signals for another browser are never sent late', async () => {
    welcome(room);
    void connection.send({ type: 'media.signal', to: 'e2', signal: { instance: 'a' } });
    socket().closes(1006);
    const late = connection.send({ type: 'media.signal', to: 'e2', signal: { instance: 'a' } });
    timers.pass(250);
    welcome(room);
    expect(await late).toMatchObject({ ok: false });
    expect(socket().commands).toEqual([]);
  });
});

describe('a line that breaks', () => {
  test('is tried again, each time later but at most after 3 seconds', () => {
    welcome();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      socket().closes(1006);
      const from = timers.now();
      const before = sockets.length;
      while (sockets.length === before) timers.pass(1);
      waits.push(timers.now() - from);
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 3000, 3000, 3000, 3000]);
    expect(states.map(({ kind }) => kind)).toEqual(['open', 'reconnecting']);
  });

  test('is tried at once when the network or the person comes back', () => {
    welcome();
    for (let i = 0; i < 6; i++) {
      socket().closes(1006);
      timers.pass(5_000);
    }
    socket().closes(1006);
    const before = sockets.length;
    connection.wake();
    expect(sockets).toHaveLength(before + 1);
    timers.pass(9_000);
    expect(sockets).toHaveLength(before + 1);
  });

  test('that gives no welcome within 10 seconds is given up', () => {
    timers.pass(10_000);
    expect(socket().closedHere).toBe(true);
    timers.pass(250);
    expect(sockets).toHaveLength(2);
  });

  test.each([
    [4000, 'left'],
    [4001, 'moved-device'],
    [4002, 'opened-elsewhere'],
    [4003, 'removed'],
    [4401, 'no-seat'],
    [4402, 'signed-out'],
    [4403, 'role-gone'],
  ])('with code %i is over for good: %s', async (code, reason) => {
    welcome(room);
    const raise = connection.send({ type: 'hand.raise' });
    socket().closes(code);
    expect(connection.state).toEqual({ kind: 'closed', reason });
    expect(await raise).toEqual({ ok: false, code: 'unknown-outcome' });
    expect(await connection.send({ type: 'hand.raise' })).toMatchObject({ ok: false });
    connection.wake();
    connection.start();
    timers.pass(60_000);
    expect(sockets).toHaveLength(1);
    expect(timers.pending).toBe(0);
  });

  test('closed by the page itself stays closed', () => {
    welcome(room);
    connection.close();
    expect(socket().closedHere).toBe(true);
    timers.pass(60_000);
    expect(sockets).toHaveLength(1);
    expect(connection.state).toEqual({ kind: 'closed', reason: 'closed-here' });
  });
});

describe('beats', () => {
  test('go out every 5 seconds and come back', () => {
    welcome();
    for (let i = 0; i < 12; i++) {
      socket().says({ type: 'beat' });
      timers.pass(5_000);
    }
    expect(socket().beats).toHaveLength(13);
    expect(sockets).toHaveLength(1);
  });

  test('that do not come back for 20 seconds show a dead line', () => {
    welcome();
    timers.pass(19_999);
    expect(socket().closedHere).toBe(false);
    timers.pass(1);
    expect(socket().closedHere).toBe(true);
    expect(connection.state.kind).toBe('reconnecting');
  });

  test('that a sleeping page sends late do not count as silence', () => {
    welcome();
    socket().says({ type: 'beat' });
    timers.oversleep(60_000);
    expect(socket().closedHere).toBe(false);
    expect(socket().beats).toHaveLength(2);
  });

  test('say at once that the page is hidden', () => {
    welcome();
    connection.setHidden(true);
    connection.setHidden(true);
    expect(socket().beats.slice(1)).toEqual([{ type: 'beat', hidden: true }]);
    timers.pass(5_000);
    expect(socket().beats).toHaveLength(3);
    connection.setHidden(false);
    expect(socket().beats.at(-1)).toEqual({ type: 'beat' });
  });

  test('after waking up are awaited for 4 seconds only', () => {
    welcome();
    socket().says({ type: 'beat' });
    connection.wake();
    timers.pass(4_000);
    expect(socket().closedHere).toBe(true);
  });
});
