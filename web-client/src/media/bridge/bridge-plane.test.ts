import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PersonView } from '../../session/protocol';
import { FakeTimers } from '../../session/timers.fake';
import { FakeStream, FakeTrack } from '../media-stream.fake';
import { settled } from '../peer-connection.fake';
import { FakeBridgeConnection } from './bridge-connection.fake';
import { BridgePlane } from './bridge-plane';
import { FakeChannelSocket } from './channel-socket.fake';
import { anotherTransport, recordedOffer, recordedSources } from './recorded.fake';
import type { PageSignal } from './wire';

const person = (name: string, endpoint?: string): PersonView => ({
  name,
  role: 'participant',
  order: 1,
  line: 'here',
  microphone: 'on',
  camera: 'on',
  ...(endpoint && { endpoint }),
});
const me = { id: 'pSam', endpoint: 'ep000010' };
const people = {
  pSam: person('Sam', 'ep000010'),
  pAmina: person('Amina', 'ep000011'),
  pTheo: person('Theo', 'ep000012'),
};

let timers: FakeTimers;
let connections: FakeBridgeConnection[];
let channels: FakeChannelSocket[];
let said: PageSignal[];
let heard: Map<string, MediaStreamTrack>;
let browser: FakeBridgeConnection['browser'];
let plane: BridgePlane;

beforeEach(() => {
  vi.stubGlobal('MediaStream', FakeStream);
  timers = new FakeTimers();
  [connections, channels, said, heard, browser] = [[], [], [], new Map(), 'chromium'];
  let ssrc = 100;
  plane = new BridgePlane(
    {
      timers,
      sound: { play: (whose, track) => heard.set(whose, track), forget: (whose) => heard.delete(whose) },
      newId: () => 'x',
      newConnection: (configuration) => {
        const connection = new FakeBridgeConnection(configuration, browser);
        connections.push(connection);
        return connection.real;
      },
      sendSignal: (to, signal) => {
        expect(to).toBe('bridge');
        said.push(signal as PageSignal);
      },
      onChange: () => undefined,
    },
    {
      random: () => 0,
      newSsrc: () => ssrc++,
      openChannel: () => {
        const channel = new FakeChannelSocket();
        channels.push(channel);
        return channel;
      },
    },
  );
});
afterEach(() => {
  plane.close();
  vi.unstubAllGlobals();
});

const connection = () => connections.at(-1) as FakeBridgeConnection;
const channel = () => channels.at(-1) as FakeChannelSocket;
const bridge = async (signal: object) => {
  plane.receive('bridge', signal);
  await settled();
};
const kinds = () => said.map(({ kind }) => kind);
const active = () =>
  connection()
    .transceiver('1')
    .sender.parameters.encodings.map((encoding) => encoding.active);

async function inRoom(): Promise<void> {
  plane.setTracks({ audio: new FakeTrack('audio').real, video: new FakeTrack('video').real });
  plane.follow(people, me);
  await bridge(recordedOffer);
  connection().becomes('connected');
  channel().opens();
}

describe('an offer', () => {
  test('is answered with the own end of the line and everything that is sent', async () => {
    await inRoom();
    expect(said).toMatchObject([
      {
        kind: 'answer',
        generation: '3.1',
        transport: { ufrag: 'FVPu' },
        sources: [
          { name: 'ep000010-a0', ssrcs: [11] },
          { name: 'ep000010-v0', groups: [{ semantics: 'SIM' }, {}, {}, {}] },
        ],
      },
    ]);
    expect(plane.state.media).toBe('up');
  });

  test('from another than the bridge is none', async () => {
    plane.follow(people, me);
    plane.receive('ep000011', recordedOffer);
    await settled();
    expect(connections).toEqual([]);
  });

  test('is answered in one layer by Firefox, and by a browser that takes no layers after all', async () => {
    for (const other of ['firefox', 'stubborn'] as const) {
      [browser, said] = [other, []];
      await bridge({ ...recordedOffer, generation: other });
      expect(said).toMatchObject([{ kind: 'answer', sources: [{}, { ssrcs: [21, 22] }] }]);
      expect(connections.filter(({ closed }) => !closed)).toHaveLength(1);
    }
  });

  test('said again is answered again, on the same connection', async () => {
    await inRoom();
    await bridge(recordedOffer);
    expect(kinds()).toEqual(['answer', 'answer']);
    expect(connections).toHaveLength(1);
  });

  test('that overtakes the view loses nothing', async () => {
    await bridge(recordedOffer);
    connection().becomes('connected');
    plane.follow(people, me);
    expect(plane.remote('pAmina')).toMatchObject({ endpoint: 'ep000011', connected: true });
    expect(heard.size).toBe(2);
  });
});

describe('people', () => {
  test('who come later are heard and seen once both the view and the bridge know them', async () => {
    await inRoom();
    plane.follow({ ...people, pLuis: person('Luis', 'e9') }, me);
    expect(plane.remote('pLuis')).toMatchObject({ connected: false });
    const sources = [
      { name: 'e9-a0', kind: 'audio', ssrcs: [91], groups: [] },
      { name: 'e9-v0', kind: 'camera', ssrcs: [92], groups: [] },
    ];
    await bridge({ kind: 'sources', generation: '3.1', set: { e9: sources }, gone: [] });
    expect(plane.remote('pLuis')).toMatchObject({ connected: true });
    expect(plane.remote('pLuis')?.picture).toBeDefined();
    expect(heard.has('pLuis')).toBe(true);
    // It cost the server nothing.
    expect(kinds()).toEqual(['answer']);
  });

  test('who leave are forgotten, and who takes their section is heard through it', async () => {
    await inRoom();
    const track = heard.get('pAmina');
    plane.follow({ pSam: people.pSam, pTheo: people.pTheo, pLuis: person('Luis', 'e9') }, me);
    expect([...heard.keys()]).toEqual(['pTheo']);
    const sources = [{ name: 'e9-a0', kind: 'audio', ssrcs: [91], groups: [] }];
    await bridge({ kind: 'sources', generation: '3.1', set: { e9: sources }, gone: ['ep000011'] });
    expect(heard.get('pLuis')).toBe(track);
  });

  test('who come at the same moment cost one round, and never two at once', async () => {
    await inRoom();
    for (let n = 0; n < 10; n++) {
      const sources = [{ name: `n${n}-a0`, kind: 'audio', ssrcs: [900 + n], groups: [] }];
      plane.receive('bridge', { kind: 'sources', generation: '3.1', set: { [`n${n}`]: sources }, gone: [] });
    }
    await settled();
    expect(connection().offers).toHaveLength(3);
    expect(connection().lastOffer.match(/^m=/gm)).toHaveLength(3 + 4 + 10);
  });

  test('who are held are silent and unseen here, whatever the bridge sends', async () => {
    await inRoom();
    const held = { ...people.pAmina, microphone: 'held' as const, camera: 'held' as const };
    plane.follow({ ...people, pAmina: held }, me);
    const enabled = () =>
      ['3', '4', '5', '6'].map((mid) => connection().transceiver(mid).receiver.track.enabled);
    expect(enabled()).toEqual([false, false, true, true]);
    plane.follow(people, me);
    expect(enabled()).toEqual([true, true, true, true]);
  });

  test('whom the bridge has lost sight of are shown so', async () => {
    await inRoom();
    channel().says({
      colibriClass: 'EndpointConnectivityStatusChangeEvent',
      endpoint: 'ep000011',
      active: 'false',
    });
    expect(plane.remote('pAmina')).toMatchObject({ connected: false, line: 'weak' });
    channel().says({
      colibriClass: 'EndpointConnectivityStatusChangeEvent',
      endpoint: 'ep000011',
      active: 'true',
    });
    expect(plane.remote('pAmina')).toMatchObject({ connected: true });
    plane.follow({ ...people, pAmina: { ...people.pAmina, media: 'lost' } }, me);
    expect(plane.remote('pAmina')).toMatchObject({ connected: false });
  });

  test('who speak are known by how loud they are, or by the bridge’s word', async () => {
    await inRoom();
    const listen = () => [0, 100].forEach((ms) => plane.listen(timers.now() + ms));
    connection().transceiver('3').receiver.level = 0.3;
    listen();
    expect([plane.remote('pAmina')?.speaking, plane.remote('pTheo')?.speaking]).toEqual([true, false]);
    connection().transceiver('5').receiver.level = undefined;
    channel().says({
      colibriClass: 'DominantSpeakerEndpointChangeEvent',
      dominantSpeakerEndpoint: 'ep000012',
    });
    listen();
    expect(plane.remote('pTheo')?.speaking).toBe(true);
  });

  test('none are left for who is sent back to wait', async () => {
    await inRoom();
    plane.follow({}, undefined);
    expect([connection().closed, channel().closed, heard.size]).toEqual([true, true, 0]);
    expect(timers.pending).toBe(0);
  });
});

describe('pictures', () => {
  test('go out as large as anybody watches them', async () => {
    await inRoom();
    const watched = (maxHeight: number) =>
      channel().says({ colibriClass: 'SenderSourceConstraints', sourceName: 'ep000010-v0', maxHeight });
    watched(360);
    await settled();
    expect(active()).toEqual([true, true, false]);
    watched(0);
    await settled();
    expect(active()).toEqual([false, false, false]);
  });

  test('come as they are drawn, and the bridge is told again after a break', async () => {
    await inRoom();
    plane.show([{ member: 'pTheo', kind: 'camera', height: 300 }]);
    const last = {
      colibriClass: 'ReceiverVideoConstraints',
      constraints: { 'ep000012-v0': { maxHeight: 360 } },
    };
    expect(channel().sent.at(-1)).toMatchObject(last);
    channel().onclose?.();
    timers.pass(500);
    channel().opens();
    expect(channel().sent).toContainEqual(expect.objectContaining(last));
  });

  test('that the line does not carry rest, and the page can say so', async () => {
    await inRoom();
    channel().says({ colibriClass: 'ForwardedSources', forwardedSources: ['ep000012-v0'] });
    for (const now of [0, 3_000]) await plane.look(now);
    expect([plane.remote('pAmina')?.paused, plane.remote('pTheo')?.paused]).toEqual([true, false]);
    expect(plane.state.picturesPaused).toBe(true);
  });

  test('give way when sound is lost, so that it comes through again', async () => {
    await inRoom();
    plane.show([{ member: 'pTheo', kind: 'camera', height: 300 }]);
    const lost = async (now: number) => {
      connection().stats = [{ type: 'inbound-rtp', packetsLost: now, packetsReceived: now }];
      await plane.look(now);
    };
    for (const now of [0, 2_000, 4_000, 6_000]) await lost(now);
    expect(channel().sent.at(-1)).toMatchObject({ lastN: 0, constraints: {} });
    expect(plane.state.line).toBe('weak');
    connection().stats = [];
    for (let now = 8_000; now < 40_000; now += 2_000) await plane.look(now);
    expect(channel().sent.at(-1)).toMatchObject({
      lastN: -1,
      constraints: { 'ep000012-v0': { maxHeight: 360 } },
    });
  });

  test('that are off ask the bridge for no room', async () => {
    await inRoom();
    const types = () => channel().sent.flatMap((word) => ('videoType' in word ? word.videoType : []));
    expect(types().at(-1)).toBe('camera');
    plane.setTracks({ audio: new FakeTrack('audio').real });
    expect(types().at(-1)).toBe('none');
    expect(kinds()).toEqual(['answer']);
  });

  test('of the own screen go out as a source of their own while there is one', async () => {
    await inRoom();
    plane.setTracks({ screen: new FakeTrack('video').real });
    await settled();
    expect(said.at(-1)).toMatchObject({
      kind: 'sources',
      sources: [{}, {}, { name: 'ep000010-v1', kind: 'screen' }],
    });
    expect(channel().sent.at(-1)).toMatchObject({ sourceName: 'ep000010-v1', videoType: 'desktop' });
    plane.setTracks({});
    await settled();
    expect(said.at(-1)).toMatchObject({ kind: 'sources', sources: [{ kind: 'audio' }, { kind: 'camera' }] });
  });

  test('of others’ screens are shown beside their faces', async () => {
    await inRoom();
    const screen = { name: 'ep000011-v1', kind: 'screen', ssrcs: [7], groups: [] };
    const all = [...(recordedSources['ep000011'] ?? []), screen];
    await bridge({ kind: 'sources', generation: '3.1', set: { ep000011: all }, gone: [] });
    const { picture, screen: shown } = plane.remote('pAmina') ?? {};
    expect(shown).toBeDefined();
    expect(shown).not.toBe(picture);
    await bridge({ kind: 'sources', generation: '3.1', set: { ep000011: all.slice(0, 2) }, gone: [] });
    expect(plane.remote('pAmina')?.screen).toBeUndefined();
    expect(plane.remote('pAmina')?.picture).toBe(picture);
  });
});

describe('a line that breaks', () => {
  test('gets another path, and the server hears of the own end of it', async () => {
    await inRoom();
    connection().becomes('disconnected');
    timers.pass(3_000);
    expect(said.at(-1)).toEqual({ kind: 'restart', generation: '3.1' });
    expect(plane).toMatchObject({ cutOff: true, state: { media: 'lost' } });
    connection().ufrag = 'new1';
    await bridge({ kind: 'restarted', generation: '3.1', transport: anotherTransport });
    expect(connection().lastOffer).toContain('a=ice-ufrag:fcjmq1k86g8n4u');
    expect(said.at(-1)).toMatchObject({ kind: 'answer', transport: { ufrag: 'new1' } });
    connection().becomes('connected');
    expect(plane).toMatchObject({ cutOff: false, state: { media: 'up' } });
  });

  test('with its bridge is made anew at another, with the same tracks and the same elements', async () => {
    await inRoom();
    const before = connection();
    await bridge({ kind: 'reset' });
    expect(before.closed).toBe(true);
    expect(plane.remote('pAmina')).toMatchObject({ connected: false });
    expect(heard.size).toBe(2);
    await bridge({ ...recordedOffer, generation: '4.1', transport: anotherTransport });
    expect(connection()).not.toBe(before);
    expect(connection().transceiver('0').sender.track).toBe(before.transceiver('0').sender.track);
    expect(said.at(-1)).toMatchObject({ kind: 'answer', generation: '4.1' });
    connection().becomes('connected');
    expect(plane.remote('pAmina')).toMatchObject({ connected: true });
  });

  test('with no bridge left is told as what it is', async () => {
    await inRoom();
    await bridge({ kind: 'none' });
    expect(plane.state.media).toBe('none');
    timers.pass(3_000);
    expect(plane.cutOff).toBe(true);
    await bridge({ ...recordedOffer, generation: '4.1' });
    expect(plane).toMatchObject({ cutOff: true, state: { media: 'connecting' } });
    connection().becomes('connected');
    expect(plane).toMatchObject({ cutOff: false, state: { media: 'up' } });
  });

  test('is on its way with a bridge that came back, and lost when nothing comes of that', async () => {
    await inRoom();
    await bridge({ kind: 'none' });
    timers.pass(3_000);
    await bridge({ ...recordedOffer, generation: '4.1' });
    timers.pass(12_000);
    expect([said.at(-1)?.kind, plane.state.media]).toEqual(['renew', 'lost']);
    await bridge({ ...recordedOffer, generation: '4.2' });
    expect(plane.state.media).toBe('lost');
  });

  test('takes no word about the meeting before', async () => {
    await inRoom();
    await bridge({ ...recordedOffer, generation: '4.1', sources: {} });
    const { offers } = connection();
    await bridge({ kind: 'sources', generation: '3.1', set: recordedSources, gone: [] });
    await bridge({ kind: 'restarted', generation: '3.1', transport: anotherTransport });
    expect(offers).toHaveLength(1);
  });
});

test('sources that the server refuses are sent in one layer next time', async () => {
  await inRoom();
  await bridge({ kind: 'refused', generation: '3.1', why: 'too-many' });
  timers.pass(3_000);
  expect(said.at(-1)).toEqual({ kind: 'renew', generation: '3.1' });
  await bridge({ ...recordedOffer, generation: '3.2' });
  expect(said.at(-1)).toMatchObject({ kind: 'answer', sources: [{}, { ssrcs: [21, 22] }] });
});

test('an offer that this browser refuses asks for another place, and takes nobody with it', async () => {
  vi.spyOn(FakeBridgeConnection.prototype, 'setRemoteDescription').mockRejectedValueOnce(new DOMException());
  plane.follow(people, me);
  await bridge(recordedOffer);
  timers.pass(3_000);
  expect(kinds()).toEqual(['renew']);
});
