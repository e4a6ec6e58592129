import { beforeEach, describe, expect, test } from 'vitest';
import type { Signal } from '../session/commands';
import { FakeTimers } from '../session/timers.fake';
import { Negotiation } from './negotiation';
import { FakePeerConnection, settled } from './peer-connection.fake';

type Part = Pick<Signal, 'description' | 'candidates'>;

/** Two ends and the post between them, which a test delivers by hand. */
class End {
  readonly pc = new FakePeerConnection();
  readonly sent: Part[] = [];
  readonly negotiation: Negotiation;

  constructor(polite: boolean, timers: FakeTimers) {
    this.negotiation = new Negotiation({
      pc: this.pc.real,
      polite,
      timers,
      send: (part) => this.sent.push(part),
      onOffered: () => {
        for (const transceiver of this.pc.transceivers) transceiver.direction = 'sendrecv';
      },
    });
  }
  async deliverTo(other: End): Promise<void> {
    for (const part of this.sent.splice(0)) other.negotiation.receive(part);
    await settled();
  }
  get says(): string[] {
    return this.sent.map(
      ({ description, candidates }) => description?.type ?? `${candidates?.length} candidates`,
    );
  }
}

let timers: FakeTimers;
let dana: End;
let sam: End;

beforeEach(() => {
  timers = new FakeTimers();
  dana = new End(false, timers);
  sam = new End(true, timers);
});

async function agree(): Promise<void> {
  dana.pc.addTransceiver('audio', { direction: 'sendrecv' });
  await settled();
  await dana.deliverTo(sam);
  await sam.deliverTo(dana);
}

test('one offers, the other answers, both are content', async () => {
  await agree();
  expect([dana.pc.signalingState, sam.pc.signalingState]).toEqual(['stable', 'stable']);
  expect(sam.pc.localDescription).toEqual({ type: 'answer', sdp: 'audio:sendrecv' });
  expect([...dana.says, ...sam.says]).toEqual([]);
});

describe('when both offer at once', () => {
  beforeEach(async () => {
    await agree();
    dana.pc.restartIce();
    sam.pc.restartIce();
    await settled();
    expect([dana.says, sam.says]).toEqual([['offer'], ['offer']]);
  });

  test.each([
    ['the polite one hears first', true],
    ['the other hears first', false],
  ])('the polite one gives way, and then has its turn: %s', async (_when, politeFirst) => {
    await (politeFirst ? dana.deliverTo(sam) : sam.deliverTo(dana));
    await (politeFirst ? sam.deliverTo(dana) : dana.deliverTo(sam));
    for (let i = 0; i < 4; i++) {
      await dana.deliverTo(sam);
      await sam.deliverTo(dana);
    }
    expect(sam.pc.rollbacks).toBe(1);
    expect(dana.pc.rollbacks).toBe(0);
    expect([dana.pc.signalingState, sam.pc.signalingState]).toEqual(['stable', 'stable']);
  });
});

describe('candidates', () => {
  const found = (candidate: string) => ({
    candidates: [{ candidate, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u' }],
  });

  test('that overtake the offer wait for it', async () => {
    sam.negotiation.receive(found('early 1'));
    sam.negotiation.receive(found('early 2'));
    await settled();
    expect(sam.pc.candidates).toEqual([]);
    await agree();
    expect(sam.pc.candidates).toEqual(['early 1', 'early 2']);
    sam.negotiation.receive(found('late'));
    await settled();
    expect(sam.pc.candidates).toEqual(['early 1', 'early 2', 'late']);
  });

  test('of one burst travel together', async () => {
    await agree();
    dana.pc.finds('a');
    dana.pc.finds('b');
    timers.pass(40);
    dana.pc.finds('c');
    dana.pc.onicecandidate?.({ candidate: null });
    timers.pass(40);
    expect(dana.says).toEqual(['2 candidates', '1 candidates']);
  });
});

describe('what is lost or comes twice', () => {
  test('an offer without an answer is said again, until it has one', async () => {
    dana.pc.addTransceiver('audio', { direction: 'sendrecv' });
    await settled();
    dana.sent.splice(0);
    timers.pass(4_000);
    await settled();
    expect(dana.says).toEqual(['offer']);
    await dana.deliverTo(sam);
    await sam.deliverTo(dana);
    timers.pass(60_000);
    await settled();
    expect(dana.says).toEqual([]);
  });

  test('a second answer is not heard', async () => {
    dana.pc.addTransceiver('audio', { direction: 'sendrecv' });
    await settled();
    dana.sent.push(...dana.sent);
    await dana.deliverTo(sam);
    expect(sam.says).toEqual(['answer', 'answer']);
    await sam.deliverTo(dana);
    expect(dana.pc.signalingState).toBe('stable');
  });

  test('a description that fits nothing leaves the next one its chance', async () => {
    sam.pc.close();
    await agree();
    expect(sam.says).toEqual([]);
    expect(dana.pc.signalingState).toBe('have-local-offer');
  });
});

test('after the end nothing is said any more', async () => {
  dana.pc.addTransceiver('audio', { direction: 'sendrecv' });
  await settled();
  dana.sent.splice(0);
  dana.pc.finds('a');
  dana.negotiation.close();
  timers.pass(60_000);
  await settled();
  expect(dana.says).toEqual([]);
  expect(timers.pending).toBe(0);
});
