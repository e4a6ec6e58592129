import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PersonView } from '../../session/protocol';
import { FakeTimers } from '../../session/timers.fake';
import { FakeStream, FakeTrack } from '../media-stream.fake';
import { settled } from '../peer-connection.fake';
import { FakeBridgeConnection } from './bridge-connection.fake';
import { BridgePlane } from './bridge-plane';
import { FakeChannelSocket } from './channel-socket.fake';
import { HUNGRY_AFTER_MS } from './hunger';
import { recordedOffer } from './recorded.fake';
import type { PageSignal } from './wire';

const LOOK_MS = 2_000;
const person = (name: string, endpoint: string): PersonView => ({
  ...{ name, endpoint, role: 'participant', order: 1, line: 'here' },
  ...{ microphone: 'on', camera: 'on' },
});
const amina = person('Amina', 'ep000011');
const me = { id: 'pSam', endpoint: 'ep000010' };

let timers: FakeTimers;
let connection: FakeBridgeConnection;
let channel: FakeChannelSocket;
let said: PageSignal[];
let plane: BridgePlane;

/** Sam, with Amina, whose sound has come so far. */
beforeEach(async () => {
  let ssrc = 100;
  vi.stubGlobal('MediaStream', FakeStream);
  [timers, channel, said] = [new FakeTimers(), new FakeChannelSocket(), []];
  plane = new BridgePlane(
    {
      timers,
      sound: { play: () => undefined, forget: () => undefined },
      newId: () => 'x',
      newConnection: (configuration) => (connection = new FakeBridgeConnection(configuration)).real,
      sendSignal: (_, signal) => said.push(signal as PageSignal),
      onChange: () => undefined,
    },
    { random: () => 0, newSsrc: () => ssrc++, openChannel: () => channel },
  );
  plane.setTracks({ audio: new FakeTrack('audio').real });
  isWith(amina);
  plane.receive('bridge', recordedOffer);
  await settled();
  connection.becomes('connected');
  channel.opens();
  said = [];
  await comes(50);
});
afterEach(() => {
  plane.close();
  vi.unstubAllGlobals();
});

const isWith = (other: PersonView) => plane.follow({ pSam: person('Sam', 'ep000010'), pAmina: other }, me);

async function comes(packets: number, ...more: object[]): Promise<void> {
  connection.stats = [{ type: 'inbound-rtp', id: 'I', packetsReceived: packets }, ...more];
  await plane.look(timers.now());
}

/** So many packets in all at each look of a while. */
async function stays(packets: number): Promise<void> {
  for (let ms = 0; ms <= HUNGRY_AFTER_MS; ms += LOOK_MS) {
    timers.pass(LOOK_MS);
    await comes(packets);
  }
}

test('a line that stands and brings nothing of who speaks is told as lost, and another path is asked for', async () => {
  await stays(50);
  expect(said).toEqual([{ kind: 'restart', generation: '3.1' }]);
  timers.pass(3_000);
  expect(plane).toMatchObject({ cutOff: true, state: { media: 'lost' } });
  await comes(60);
  expect(plane).toMatchObject({ cutOff: false, state: { media: 'up' } });
});

test.each([
  ['has the microphone off', { microphone: 'off' }],
  ['has no media, as the server says', { media: 'lost' }],
  ['is away', { line: 'dropped' }],
] as const)('nothing is missed of one who %s', async (_, more) => {
  isWith({ ...amina, ...more });
  await stays(50);
  expect([said, plane.state.media]).toEqual([[], 'up']);
});

test('nothing is missed of one of whom the bridge has lost sight', async () => {
  channel.says({
    colibriClass: 'EndpointConnectivityStatusChangeEvent',
    endpoint: 'ep000011',
    active: 'false',
  });
  await stays(50);
  expect([said, plane.state.media]).toEqual([[], 'up']);
});

test('on a line that carries little the own picture is sent smaller, and the page knows it', async () => {
  const pair = {
    type: 'candidate-pair',
    nominated: true,
    state: 'succeeded',
    availableOutgoingBitrate: 150_000,
  };
  plane.setTracks({ audio: new FakeTrack('audio').real, video: new FakeTrack('video').real });
  expect(plane.state.picturesSmaller).toBe(false);
  for (let packets = 60; packets < 64; packets++) await comes(packets, pair);
  expect(plane.state).toMatchObject({ picturesSmaller: true, picturesPaused: false });
  plane.setTracks({ audio: new FakeTrack('audio').real });
  expect(plane.state.picturesSmaller).toBe(false);
});

test('a picture that goes on coming is shown, although the bridge said that it holds it back', async () => {
  channel.says({ colibriClass: 'ForwardedSources', forwardedSources: [] });
  const look = async (frames: number) => {
    timers.pass(LOOK_MS);
    await comes(50 + timers.now(), {
      type: 'inbound-rtp',
      trackIdentifier: 'track 4',
      framesReceived: frames,
    });
    return plane.remote('pAmina')?.paused;
  };
  for (const frames of [10, 20, 30, 40]) expect(await look(frames)).toBe(false);
  expect([await look(40), await look(40)]).toEqual([false, true]);
  expect(await look(50)).toBe(false);
});
