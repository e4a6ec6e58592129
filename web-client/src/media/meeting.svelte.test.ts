// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Socket } from '../session/connection';
import type { RoomView, You } from '../session/protocol';
import { Session } from '../session/session.svelte';
import { LocalMedia } from './local';
import { FakeDevices, FakeStream, FakeTrack } from './media-stream.fake';
import { Meeting } from './meeting.svelte';
import { settled } from './peer-connection.fake';
import { ScreenShare } from './screen';
import type { Stage } from './stage';

const you: You = {
  id: 'pSam',
  name: 'Sam',
  role: 'participant',
  seat: 'present',
  endpoint: 'e1',
  microphone: 'off',
  camera: 'off',
  may: {},
};
const room: RoomView = { place: 'room', life: 'open', starts: '', ends: '', people: {} };

let sent: Record<string, unknown>[];
let socket: Socket;
let session: Session;
let devices: FakeDevices;
let local: LocalMedia;
let stage: {
  setPlane: ReturnType<typeof vi.fn>;
  receive: ReturnType<typeof vi.fn>;
  apply: ReturnType<typeof vi.fn>;
  cutOff: boolean;
  onChange: (listen: () => void) => () => void;
  changed: () => void;
};
let screen: ScreenShare;
let screens: FakeTrack[];
let causes: (string | undefined)[];
let meeting: Meeting;
let n: number;

beforeEach(async () => {
  vi.stubGlobal('MediaStream', FakeStream);
  sent = [];
  causes = [];
  n = 0;
  session = new Session({ session: 'evening', seat: 'pSam', language: 'en' }, () => {
    const send = (text: string) => void sent.push(JSON.parse(text) as Record<string, unknown>);
    socket = { send, close: () => undefined, onmessage: null, onclose: null };
    return socket;
  });
  session.start();
  devices = new FakeDevices();
  local = new LocalMedia(devices.ask, () => ({ userAgent: '', secure: true, hasDevices: true }));
  const listeners = new Set<() => void>();
  stage = {
    setPlane: vi.fn(),
    receive: vi.fn(),
    apply: vi.fn(),
    cutOff: false,
    onChange: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    changed: () => listeners.forEach((listen) => listen()),
  };
  screens = [];
  screen = new ScreenShare(
    () => undefined,
    () => () => {
      screens.push(new FakeTrack('video'));
      return Promise.resolve(new FakeStream(screens.slice(-1)) as unknown as MediaStream);
    },
  );
  await local.start({ microphone: true, camera: true });
  meeting = new Meeting(session, { local, screen }, stage as unknown as Stage, (cause) => causes.push(cause));
  local.onChange(({ audio }) => meeting.microphoneIs(audio));
});
afterEach(() => {
  meeting.close();
  session.close();
  vi.unstubAllGlobals();
});

async function says(message: object): Promise<void> {
  socket.onmessage?.({ data: JSON.stringify(message) });
  flushSync();
  await settled();
}
const welcome = (part: Partial<You> = {}) =>
  says({ type: 'welcome', n: (n = 0), at: '2026-03-02T18:00:00Z', view: room, you: { ...you, ...part } });
const change = (part: Partial<You>) =>
  says({ type: 'change', n: ++n, at: '2026-03-02T18:00:00Z', you: { ...you, ...part } });
const answer = (type: string, outcome: object) => says({ re: commands(type).at(-1)?.['id'], ...outcome });
const commands = (type: string) => sent.filter((command) => command['type'] === type);
const screenOf = (shown: boolean) =>
  says({
    type: 'change',
    n: ++n,
    at: '2026-03-02T18:00:00Z',
    patch: { people: { pSam: shown ? { name: 'Sam', screen: true } : null } },
  });
const told = (type: string) => commands(type).map(({ on }) => on);

describe('switches', () => {
  test('are told when one comes into the room', async () => {
    await welcome();
    expect([told('microphone.set'), told('camera.set')]).toEqual([[true], [true]]);
    await answer('microphone.set', { ok: true });
    await change({ microphone: 'on', camera: 'on' });
    expect(told('microphone.set')).toEqual([true]);
  });

  test('are told once for each tap', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    await local.setMicrophone(false);
    await answer('microphone.set', { ok: true });
    await change({ microphone: 'off', camera: 'on' });
    await local.setMicrophone(true);
    expect(told('microphone.set')).toEqual([false, true]);
    expect(told('camera.set')).toEqual([]);
  });

  test('tapped twice while the answer is under way end as they were tapped last', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    await local.setMicrophone(false);
    await local.setMicrophone(true);
    expect(told('microphone.set')).toEqual([false]);
    await change({ microphone: 'off', camera: 'on' });
    await answer('microphone.set', { ok: true });
    expect(told('microphone.set')).toEqual([false, true]);
  });

  test('refused because they are held go back to off', async () => {
    await welcome({ microphone: 'off', camera: 'on' });
    await answer('microphone.set', { refused: { code: 'held', text: '' } });
    expect(local.microphone).toBe('off');
  });

  test('of which the server did not hear stay as they are, and are told with the next change', async () => {
    await welcome({ microphone: 'off', camera: 'on' });
    await answer('microphone.set', { refused: { code: 'slow-down', text: '' } });
    expect(local.microphone).toBe('on');
    await change({ microphone: 'off', camera: 'on', hand: true });
    expect(told('microphone.set')).toEqual([true, true]);
  });

  test('held by a facilitator are off here, without a word from this page', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    await change({ microphone: 'held', camera: 'held', mutedBy: 'Dana' });
    expect([local.microphone, local.camera]).toEqual(['off', 'off']);
    expect(sent.filter(({ type }) => String(type).endsWith('.set'))).toEqual([]);
  });

  test('are nobody’s business while one waits', async () => {
    const view = { place: 'waiting', starts: '', facilitator: 'Dana' };
    await says({ type: 'welcome', n: 0, at: '', view, you: { ...you, seat: 'waiting' } });
    expect(sent.filter(({ type }) => type !== 'beat')).toEqual([]);
  });
});

describe('an interruption', () => {
  test('is told, shown, and over with the microphone', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    devices.present.audio = [];
    devices.last('audio').happens('ended');
    await settled();
    expect(commands('page.interrupted')).toMatchObject([{ cause: 'no-microphone' }]);
    devices.present.audio = ['mic-2'];
    await local.renew();
    expect(commands('page.resumed')).toHaveLength(1);
    expect(causes).toEqual(['no-microphone', undefined]);
  });

  test('is told again after a reconnect, which would otherwise count as being back', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    devices.present.audio = [];
    devices.last('audio').happens('ended');
    await settled();
    await welcome({ endpoint: 'e9' });
    expect(commands('page.interrupted')).toHaveLength(2);
  });

  test('is not what one has who came without a microphone', async () => {
    devices.present.audio = [];
    await local.renew();
    await welcome({ microphone: 'off', camera: 'on' });
    await local.renew();
    expect(commands('page.interrupted')).toEqual([]);
  });
});

describe('media that are cut off', () => {
  const cutOff = (is: boolean) => {
    stage.cutOff = is;
    stage.changed();
  };
  const said = () =>
    sent.map(({ type }) => String(type)).filter((type) => /^media\.(lost|returned)/.test(type));

  test('are told once, and so is their return', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    cutOff(true);
    stage.changed();
    cutOff(false);
    expect(said()).toEqual(['media.lost', 'media.returned']);
  });

  test('while the line to the server is down too are told once it is back, if they still are', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    socket.onclose?.({ code: 1006 });
    flushSync();
    cutOff(true);
    expect(said()).toEqual([]);
    await vi.waitUntil(() => session.connection.kind === 'reconnecting' && socket.onmessage, 5_000);
    await welcome({ endpoint: 'e9', microphone: 'on', camera: 'on' });
    expect(said()).toEqual(['media.lost']);
    await welcome({ endpoint: 'e10', microphone: 'on', camera: 'on' });
    expect(said()).toEqual(['media.lost', 'media.lost']);
  });
});

describe('the own screen', () => {
  test('is shown once the server allows it, and its end is told', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    const started = meeting.startScreen();
    await settled();
    await answer('screen.share', { ok: true });
    expect(await started).toBe('started');
    screens[0]?.happens('ended');
    expect(screen.track).toBeUndefined();
    expect(commands('screen.stop')).toHaveLength(1);
  });

  test('that the server refuses is not captured any longer', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    const started = meeting.startScreen();
    await settled();
    await answer('screen.share', { refused: { code: 'screen-taken', text: '' } });
    expect(await started).toBe('refused');
    expect(screens[0]?.readyState).toBe('ended');
  });

  test('ends without a word when a facilitator takes over', async () => {
    await welcome({ microphone: 'on', camera: 'on' });
    const started = meeting.startScreen();
    await settled();
    await answer('screen.share', { ok: true });
    await started;
    await screenOf(true);
    expect(screen.track).toBeDefined();
    await screenOf(false);
    expect(screens[0]?.readyState).toBe('ended');
    expect(commands('screen.stop')).toEqual([]);
  });
});

test('what the server says about media reaches the stage', async () => {
  await welcome({ microphone: 'on', camera: 'on' });
  await says({ type: 'media', plane: { kind: 'peer', iceServers: [] } });
  await says({ type: 'media', from: 'e2', signal: { instance: 'x', hello: true } });
  expect(stage.setPlane).toHaveBeenCalledWith({ kind: 'peer', iceServers: [] });
  expect(stage.receive).toHaveBeenCalledWith('e2', { instance: 'x', hello: true });
  expect(stage.apply).toHaveBeenCalledTimes(1);
  meeting.sendSignal('e2', { instance: 'y' });
  expect(commands('media.signal')).toMatchObject([{ to: 'e2', signal: { instance: 'y' } }]);
});
