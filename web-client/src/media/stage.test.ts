import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Signal } from '../session/commands';
import type { PersonView, RoomView, You } from '../session/protocol';
import { FakeTimers } from '../session/timers.fake';
import { FakeStream, FakeTrack } from './media-stream.fake';
import { FakePeerConnection, settled } from './peer-connection.fake';
import type { Plane } from './plane';
import { Stage } from './stage';
import type { StageParts } from './stage';

const person = (name: string, endpoint?: string): PersonView => ({
  name,
  role: 'participant',
  order: 1,
  line: endpoint ? 'here' : 'dropped',
  microphone: 'on',
  camera: 'on',
  ...(endpoint && { endpoint }),
});
const room = (people: Record<string, PersonView>): RoomView => ({
  place: 'room',
  life: 'open',
  starts: '',
  ends: '',
  people,
});
const sam = (endpoint: string): You => ({
  id: 'pSam',
  name: 'Sam',
  role: 'participant',
  seat: 'present',
  endpoint,
  may: {},
});

let timers: FakeTimers;
let connections: FakePeerConnection[];
let signals: { to: string; signal: Signal }[];
let heard: Set<string>;
let ownLevel: number;
let loadBridge: StageParts['bridgePlane'];
let stage: Stage;

beforeEach(() => {
  vi.stubGlobal('MediaStream', FakeStream);
  timers = new FakeTimers();
  connections = [];
  signals = [];
  heard = new Set();
  ownLevel = 0;
  let ids = 0;
  stage = new Stage({
    timers,
    sound: { play: (whose) => heard.add(whose), forget: (whose) => heard.delete(whose) },
    newId: () => `i${++ids}`,
    newConnection: () => {
      const connection = new FakePeerConnection();
      connections.push(connection);
      return connection.real;
    },
    sendSignal: (to, signal) => signals.push({ to, signal: signal as Signal }),
    ownLevel: () => ownLevel,
    bridgePlane: () => loadBridge(),
  });
});
afterEach(() => {
  stage.close();
  vi.unstubAllGlobals();
});

const plane = () => stage.setPlane({ kind: 'peer', iceServers: [] });
const live = () => connections.filter(({ signalingState }) => signalingState !== 'closed');
/** Sam came first, so he is the one who offers. */
const twoPeople = () => room({ pSam: person('Sam', 'e1'), pAmina: person('Amina', 'e2') });
const dropped = () => room({ pSam: person('Sam', 'e1'), pAmina: person('Amina') });

async function connected(): Promise<FakePeerConnection> {
  plane();
  stage.apply(twoPeople(), sam('e1'));
  await settled();
  stage.receive('e2', { instance: 'x', description: { type: 'answer', sdp: '' } });
  await settled();
  const [connection] = connections;
  connection?.becomes('connected');
  return connection as FakePeerConnection;
}

describe('who is connected', () => {
  test('everybody else with an endpoint, once it is known how', async () => {
    stage.apply(room({ ...twoPeople().people, pTheo: person('Theo') }), sam('e1'));
    expect(connections).toHaveLength(0);
    plane();
    await settled();
    expect(connections).toHaveLength(1);
    expect(signals.map(({ to }) => to)).toEqual(['e2']);
  });

  test('who was here first offers, who came later answers', async () => {
    plane();
    stage.apply(
      room({ pDana: person('Dana', 'e1'), pSam: person('Sam', 'e2'), pAmina: person('Amina', 'e3') }),
      sam('e2'),
    );
    await settled();
    expect(signals.map(({ to, signal }) => `${to} ${signal.description?.type}`)).toEqual(['e3 offer']);
  });

  test('a change that touches nobody’s endpoint touches no connection', async () => {
    await connected();
    stage.apply(room({ ...twoPeople().people, pTheo: person('Theo') }), sam('e1'));
    expect(connections).toHaveLength(1);
  });

  test('who drops off goes; who comes back under another endpoint gets a new line', async () => {
    await connected();
    stage.apply(dropped(), sam('e1'));
    expect(live()).toHaveLength(0);
    expect(stage.remote('pAmina')).toBeUndefined();
    expect(heard.size).toBe(0);
    stage.apply(room({ pSam: person('Sam', 'e1'), pAmina: person('Amina', 'e7') }), sam('e1'));
    expect(live()).toHaveLength(1);
    expect(stage.remote('pAmina')?.endpoint).toBe('e7');
  });

  test('with another endpoint of one’s own every line is new', async () => {
    await connected();
    stage.apply(room({ pSam: person('Sam', 'e9'), pAmina: person('Amina', 'e2') }), sam('e9'));
    expect(connections).toHaveLength(2);
    expect(live()).toHaveLength(1);
  });

  test('sent back to wait, one is connected to nobody', async () => {
    await connected();
    const you: You = { id: 'pSam', name: 'Sam', role: 'participant', seat: 'waiting', may: {} };
    stage.apply({ place: 'waiting', starts: '', facilitator: 'Dana' }, you);
    expect(live()).toHaveLength(0);
    // Nothing listens or looks while there is nobody: on old phones that costs battery.
    expect(timers.pending).toBe(0);
    stage.apply(twoPeople(), sam('e1'));
    expect(live()).toHaveLength(1);
  });
});

describe('signals', () => {
  test('that overtake the view wait for it', async () => {
    plane();
    stage.receive('e0', {
      instance: 'x',
      description: { type: 'offer', sdp: '#1 audio:sendrecv video:sendrecv' },
    });
    stage.apply(room({ pDana: person('Dana', 'e0'), pSam: person('Sam', 'e1') }), sam('e1'));
    await settled();
    expect(signals.map(({ to, signal }) => `${to} ${signal.description?.type}`)).toEqual(['e0 answer']);
  });

  test('too old for that are dropped', async () => {
    plane();
    stage.receive('e0', { instance: 'x', description: { type: 'offer', sdp: '#1 audio:sendrecv' } });
    timers.pass(10_001);
    stage.apply(room({ pDana: person('Dana', 'e0'), pSam: person('Sam', 'e1') }), sam('e1'));
    await settled();
    expect(signals).toEqual([]);
  });
});

describe('a person who is held', () => {
  test('is silent and unseen here, whatever their browser sends, and is heard again once allowed', async () => {
    const connection = await connected();
    const held: PersonView = { ...person('Amina', 'e2'), microphone: 'held', camera: 'held' };
    stage.apply(room({ pSam: person('Sam', 'e1'), pAmina: held }), sam('e1'));
    const tracks = () =>
      ['audio', 'video'].map((kind) => connection.transceiver(kind).receiver.track.enabled);
    expect(tracks()).toEqual([false, false]);
    stage.apply(twoPeople(), sam('e1'));
    expect(tracks()).toEqual([true, true]);
  });

  test('is silent from the first moment for one who comes later', async () => {
    plane();
    const held: PersonView = { ...person('Amina', 'e2'), microphone: 'held' };
    stage.apply(room({ pSam: person('Sam', 'e1'), pAmina: held }), sam('e1'));
    expect(connections[0]?.transceiver('audio').receiver.track.enabled).toBe(false);
  });
});

describe('what tiles show', () => {
  test('who speaks', async () => {
    const connection = await connected();
    connection.transceiver('audio').receiver.level = 0.2;
    ownLevel = 0.2;
    timers.pass(300);
    expect(stage.remote('pAmina')?.speaking).toBe(true);
    expect(stage.self.speaking).toBe(true);
    connection.transceiver('audio').receiver.level = 0;
    timers.pass(1_000);
    expect(stage.remote('pAmina')?.speaking).toBe(false);
  });

  test('one object until something changes', async () => {
    const connection = await connected();
    const before = stage.remote('pAmina');
    timers.pass(10_000);
    await settled();
    expect(stage.remote('pAmina')).toBe(before);
    connection.becomes('disconnected');
    expect(stage.remote('pAmina')).toMatchObject({ connected: false, picture: before?.picture });
  });
});

describe('a weak line', () => {
  let sent = 0;
  const loss = [
    {
      type: 'outbound-rtp',
      id: 'sound',
      get packetsSent() {
        return (sent += 100);
      },
    },
    { type: 'remote-inbound-rtp', localId: 'sound', fractionLost: 0.4 },
  ];
  async function seconds(count: number): Promise<void> {
    for (let i = 0; i < count; i += 2) {
      timers.pass(2_000);
      await settled();
    }
  }

  test('loses the picture before the sound, and says so to both', async () => {
    const connection = await connected();
    stage.setTracks({ audio: new FakeTrack('audio').real, video: new FakeTrack('video').real });
    connection.stats = loss;
    await seconds(4);
    expect(connection.transceiver('video').sender.parameters.encodings[0]).toMatchObject({ active: false });
    expect(connection.transceiver('audio').sender.track).not.toBeNull();
    expect(stage.self).toMatchObject({ picturesPaused: true, line: 'weak' });
    expect(signals.at(-1)).toMatchObject({ to: 'e2', signal: { paused: true } });
    connection.stats = [];
    await seconds(30);
    expect(stage.self).toMatchObject({ picturesPaused: false, line: 'good' });
    expect(signals.at(-1)).toMatchObject({ signal: { paused: false } });
  });

  test('of the other is told by the other', async () => {
    await connected();
    stage.receive('e2', { instance: 'x', paused: true });
    expect(stage.remote('pAmina')?.paused).toBe(true);
    expect(stage.self.picturesPaused).toBe(true);
  });
});

test('saving data asks the others for small pictures, sends small ones, and can be undone', async () => {
  const connection = await connected();
  const encoding = () => connection.transceiver('video').sender.parameters.encodings[0];
  stage.setSaveData('small');
  await settled();
  expect(encoding()).toMatchObject({ maxFramerate: 10, maxBitrate: 120_000 });
  expect(signals.at(-1)?.signal.want).toBe('small');
  stage.setSaveData('sound-only');
  expect(signals.at(-1)?.signal.want).toBe('none');
  stage.setSaveData('off');
  await settled();
  expect(encoding()).toMatchObject({ maxFramerate: 24 });
  expect(signals.at(-1)?.signal.want).toBe('full');
});

test('a picture that is not drawn is not asked for, until the page turns to it', async () => {
  await connected();
  stage.show([]);
  expect(signals.at(-1)).toMatchObject({ to: 'e2', signal: { want: 'none' } });
  stage.show([{ member: 'pAmina', kind: 'camera', height: 180 }]);
  expect(signals.at(-1)).toMatchObject({ to: 'e2', signal: { want: 'full' } });
});

test('closed, nothing runs any more', async () => {
  await connected();
  stage.close();
  expect(timers.pending).toBe(0);
});

describe('through a bridge', () => {
  class FakePlane implements Plane {
    static made: FakePlane[] = [];
    readonly kind = 'bridge';
    readonly state = { line: 'good', picturesPaused: false, picturesSmaller: false, media: 'up' } as const;
    readonly cutOff = false;
    readonly calls: unknown[][] = [];
    constructor() {
      FakePlane.made.push(this);
    }
    remote = () => undefined;
    setIceServers = (...all: unknown[]) => void this.calls.push(['ice', ...all]);
    follow = (...all: unknown[]) => void this.calls.push(['follow', ...all]);
    receive = (...all: unknown[]) => void this.calls.push(['receive', ...all]);
    setTracks = () => undefined;
    setSaveData = () => undefined;
    show = () => undefined;
    listen = () => undefined;
    look = () => Promise.resolve();
    close = () => void this.calls.push(['close']);
    last(what: string): unknown[] | undefined {
      return this.calls.findLast(([call]) => call === what)?.slice(1);
    }
  }
  const bridge = () => stage.setPlane({ kind: 'bridge', iceServers: [{ urls: 'stun:stun.example' }] });
  const made = () => FakePlane.made[0] as FakePlane;

  beforeEach(() => {
    FakePlane.made = [];
    loadBridge = () => Promise.resolve(FakePlane);
  });

  test('the code for it is fetched then, and nothing said meanwhile is lost', async () => {
    stage.apply(twoPeople(), sam('e1'));
    bridge();
    stage.receive('bridge', { kind: 'reset' });
    expect([stage.plane, stage.self.media]).toEqual(['bridge', 'connecting']);
    await settled();
    expect(made().last('ice')).toEqual([[{ urls: 'stun:stun.example' }]]);
    expect(made().last('receive')).toEqual(['bridge', { kind: 'reset' }]);
    expect(made().last('follow')?.[1]).toEqual({ id: 'pSam', endpoint: 'e1' });
    expect(stage.self.media).toBe('up');
  });

  test('a network that drops the code is asked for it again', async () => {
    loadBridge = () => Promise.reject(new TypeError('Failed to fetch'));
    bridge();
    await settled();
    loadBridge = () => Promise.resolve(FakePlane);
    timers.pass(3_000);
    await settled();
    expect(FakePlane.made).toHaveLength(1);
  });

  test('a page that is closed meanwhile opens nothing any more', async () => {
    bridge();
    stage.close();
    await settled();
    expect(FakePlane.made).toEqual([]);
  });

  test('back on one’s feet after a break, one goes on with the same', async () => {
    bridge();
    await settled();
    bridge();
    await settled();
    expect(FakePlane.made).toHaveLength(1);
    expect(made().last('close')).toBeUndefined();
  });

  test('lines between browsers end', async () => {
    await connected();
    bridge();
    expect(live()).toEqual([]);
  });
});
