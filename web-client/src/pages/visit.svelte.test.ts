import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../session/pending';
import type { Notice } from '../session/protocol';
import type { Session } from '../session/session.svelte';
import { Visit } from './visit.svelte';

/** As much of a session as a visit looks at. */
function session(outcome: Promise<Outcome> = Promise.resolve({ ok: true })) {
  const listeners: ((notice: Notice) => void)[] = [];
  const close = vi.fn();
  const fake = {
    view: undefined,
    you: undefined,
    connection: { kind: 'open' },
    onNotice: (listen: (notice: Notice) => void) => listeners.push(listen),
    send: () => outcome,
    close,
  } as unknown as Session;
  return {
    fake,
    close,
    hear: (notice: Omit<Notice, 'type'>) => listeners.forEach((tell) => tell({ type: 'notice', ...notice })),
  };
}

describe('a visit', () => {
  it('says once that a facilitator muted the person, however often it is heard', () => {
    const { fake, hear } = session();
    const visit = new Visit(fake);
    hear({ code: 'muted', by: 'Dana' });
    hear({ code: 'muted', by: 'Ben' });
    expect(visit.notes).toEqual([{ kind: 'muted', by: 'Ben' }]);
  });

  it('offers to speak instead, once it is allowed', () => {
    const { fake, hear } = session();
    const visit = new Visit(fake);
    hear({ code: 'muted', by: 'Dana' });
    hear({ code: 'may-unmute', by: 'Dana' });
    expect(visit.notes.map(({ kind }) => kind)).toEqual(['may-unmute']);
  });

  it('keeps everything that was written to who waits', () => {
    const { fake, hear } = session();
    const visit = new Visit(fake);
    hear({ code: 'written', from: 'Dana', text: 'One minute.' });
    hear({ code: 'written', from: 'Dana', text: 'Now.' });
    expect(visit.written.map(({ text }) => text)).toEqual(['One minute.', 'Now.']);
  });

  it('tells why something was not done', async () => {
    const { fake } = session(Promise.resolve({ ok: false, code: 'held' }));
    const visit = new Visit(fake);
    expect(await visit.send({ type: 'hand.raise' })).toBe(false);
    expect(visit.notes).toEqual([{ kind: 'refused', code: 'held' }]);
  });

  it('is over for who leaves, even when no answer comes', async () => {
    vi.useFakeTimers();
    const { fake, close } = session(new Promise(() => undefined));
    const visit = new Visit(fake);
    const left = visit.leave();
    await vi.runAllTimersAsync();
    await left;
    vi.useRealTimers();
    expect([visit.ending, close.mock.calls.length]).toEqual(['left', 1]);
  });

  it('is over for who was removed, whatever the line says', () => {
    const { fake, hear } = session();
    const visit = new Visit(fake);
    hear({ code: 'removed' });
    expect(visit.ending).toBe('removed');
  });
});
