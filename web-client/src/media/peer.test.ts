import { beforeEach, describe, expect, test } from 'vitest';
import type { Signal } from '../session/commands';
import { FakeTimers } from '../session/timers.fake';
import { Peer } from './peer';
import { FakePeerConnection, settled } from './peer-connection.fake';
import { sendingFor } from './sending';

const voice = { kind: 'audio' } as MediaStreamTrack;
const face = {
  kind: 'video',
  getSettings: () => ({ width: 1280, height: 720 }),
} as unknown as MediaStreamTrack;

let timers: FakeTimers;
let instances = 0;

/** One end of a line, with every connection that it ever made. */
class End {
  readonly connections: FakePeerConnection[] = [];
  readonly sent: Signal[] = [];
  changes = 0;
  readonly peer: Peer;

  constructor(polite: boolean) {
    this.peer = new Peer({
      polite,
      iceServers: [{ urls: 'stun:stun.example.org' }],
      timers,
      newId: () => `i${++instances}`,
      newConnection: (configuration) => {
        this.connections.push(new FakePeerConnection(configuration));
        return this.pc.real;
      },
      send: (signal) => this.sent.push(signal),
      onChange: () => this.changes++,
    });
  }
  get pc(): FakePeerConnection {
    return this.connections.at(-1) as FakePeerConnection;
  }
  async deliverTo(other: End): Promise<void> {
    for (const signal of this.sent.splice(0)) other.peer.receive(signal);
    await settled();
  }
  get kinds(): string[] {
    return this.sent.map((signal) => signal.description?.type ?? Object.keys(signal).slice(1).join());
  }
}

let dana: End;
let sam: End;

beforeEach(() => {
  timers = new FakeTimers();
  dana = new End(false);
  sam = new End(true);
});

async function post(times = 3): Promise<void> {
  for (let i = 0; i < times; i++) {
    await dana.deliverTo(sam);
    await sam.deliverTo(dana);
  }
}

async function connect(): Promise<void> {
  await settled();
  await post();
  dana.pc.becomes('connected');
  sam.pc.becomes('connected');
  await post();
}

describe('a line comes up', () => {
  test('with one offer for sound and picture, before anybody has either', async () => {
    await settled();
    expect(dana.kinds).toEqual(['offer']);
    expect(dana.pc.configuration.iceServers).toEqual([{ urls: 'stun:stun.example.org' }]);
    await post();
    expect(sam.pc.localDescription?.sdp).toBe('audio:sendrecv video:sendrecv');
    await dana.peer.setTracks({ audio: voice, video: face });
    await sam.peer.setTracks({ audio: voice });
    await post();
    expect(dana.pc.transceiver('video').sender.track).toBe(face);
    expect(sam.pc.transceiver('audio').sender.track).toBe(voice);
    expect([dana.kinds, sam.kinds]).toEqual([[], []]);
  });

  test('with the tracks that were there before the offer came', async () => {
    await sam.peer.setTracks({ audio: voice, video: face });
    await settled();
    await post();
    expect(sam.pc.transceiver('audio').sender.track).toBe(voice);
    expect(sam.pc.transceiver('video').sender.track).toBe(face);
  });

  test('also when the first offer went nowhere, because one asks for it', async () => {
    await settled();
    dana.sent.splice(0);
    timers.pass(500);
    expect(sam.kinds).toEqual(['hello']);
    await post();
    expect(sam.pc.signalingState).toBe('stable');
    expect(dana.pc.signalingState).toBe('stable');
    timers.pass(10_000);
    expect(sam.kinds).toEqual([]);
  });

  test('and switching the camera off and on needs no new offer', async () => {
    await connect();
    await sam.peer.setTracks({ audio: voice, video: face });
    await sam.peer.setTracks({ audio: voice });
    expect(sam.pc.transceiver('video').sender.track).toBeNull();
    expect(sam.kinds).toEqual([]);
  });
});

describe('a page is loaded again behind the same endpoint', () => {
  test('the one that answers: the other starts anew with it', async () => {
    await connect();
    sam = new End(true);
    timers.pass(500);
    await post();
    expect(dana.connections).toHaveLength(2);
    expect(dana.connections[0]?.signalingState).toBe('closed');
    await post();
    expect([dana.pc.signalingState, sam.pc.signalingState]).toEqual(['stable', 'stable']);
    expect(sam.pc.remoteDescription?.type).toBe('offer');
  });

  test('the one that offers: the other drops the old line', async () => {
    await connect();
    dana = new End(false);
    await settled();
    await post();
    expect(sam.connections).toHaveLength(2);
    expect([dana.pc.signalingState, sam.pc.signalingState]).toEqual(['stable', 'stable']);
  });

  test('what the old page still said is not taken for a third one', async () => {
    await connect();
    const late: Signal = { instance: `i${instances - 1}`, paused: true };
    dana = new End(false);
    await settled();
    await post();
    sam.peer.receive(late);
    expect(sam.connections).toHaveLength(2);
    expect(sam.peer.paused).toBe(false);
  });
});

test('one that pretends to be loaded again and again is not followed', async () => {
  await connect();
  for (let i = 0; i < 50; i++) sam.peer.receive({ instance: `pretended ${i}`, hello: true });
  expect(sam.connections).toHaveLength(2);
});

describe('a line breaks', () => {
  test('for a moment: it is left to mend itself', async () => {
    await connect();
    dana.pc.becomes('disconnected');
    timers.pass(2_999);
    dana.pc.becomes('connected');
    timers.pass(60_000);
    expect(dana.pc.restarts).toBe(0);
  });

  test('for 3 seconds: a new path is looked for, and the polite one leaves the other the first word', async () => {
    await connect();
    dana.pc.becomes('disconnected');
    sam.pc.becomes('disconnected');
    timers.pass(3_000);
    expect([dana.pc.restarts, sam.pc.restarts]).toEqual([1, 0]);
    await settled();
    expect(dana.kinds).toEqual(['offer']);
    timers.pass(1_000);
    expect(sam.pc.restarts).toBe(1);
    await post();
    expect([dana.pc.signalingState, sam.pc.signalingState]).toEqual(['stable', 'stable']);
  });

  test('for good: a new path at once', async () => {
    await connect();
    dana.pc.becomes('failed');
    timers.pass(0);
    expect(dana.pc.restarts).toBe(1);
  });

  test('and no path is found: after two tries a new connection is made', async () => {
    await connect();
    dana.pc.becomes('failed');
    timers.pass(12_000);
    expect(dana.connections).toHaveLength(2);
    await settled();
    await post();
    expect(sam.connections).toHaveLength(2);
    expect([dana.pc.signalingState, sam.pc.signalingState]).toEqual(['stable', 'stable']);
  });

  test('before it ever stood: after 20 seconds a new connection is made', async () => {
    await settled();
    timers.pass(20_000);
    expect(dana.connections).toHaveLength(2);
  });
});

describe('what is sent', () => {
  test('is limited to the size of a tile, whatever the camera gives', async () => {
    await dana.peer.setTracks({ video: face });
    await dana.peer.setSending(sendingFor('full', 'full', false, 1));
    expect(dana.pc.transceiver('video').sender.parameters.encodings[0]).toEqual({
      active: true,
      maxBitrate: 500_000,
      maxFramerate: 24,
      scaleResolutionDownBy: 2,
    });
  });

  test('rests when the other wants no picture, and sound goes on', async () => {
    await connect();
    sam.peer.tell({ want: 'none', paused: false });
    await post();
    expect(dana.peer.want).toBe('none');
    await dana.peer.setSending(sendingFor('full', dana.peer.want, false, 1));
    expect(dana.pc.transceiver('video').sender.parameters.encodings[0]).toMatchObject({ active: false });
    expect(dana.pc.transceiver('audio').sender.parameters.encodings[0]).toEqual({});
  });

  test('what the other must know is said once, and again on a new connection', async () => {
    await connect();
    sam.peer.tell({ want: 'small', paused: true });
    sam.peer.tell({ want: 'small', paused: true });
    expect(sam.kinds).toEqual(['want,paused']);
    sam.sent.splice(0);
    sam.pc.becomes('connected');
    expect(sam.kinds).toEqual(['want,paused']);
  });
});

test('after the end nothing runs and nothing is said', async () => {
  await connect();
  dana.peer.close();
  await dana.peer.setTracks({ audio: voice });
  dana.peer.receive({ instance: 'i99', hello: true });
  timers.pass(60_000);
  await settled();
  expect(dana.connections).toHaveLength(1);
  expect(dana.kinds).toEqual([]);
});
