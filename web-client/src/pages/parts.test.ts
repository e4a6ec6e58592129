// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Component } from 'svelte';
import type { Me } from '../session/api';
import type { WaitingPersonView, You } from '../session/protocol';
import HelpSteps from './HelpSteps.svelte';
import Join from './Join.svelte';
import Spoken from './Spoken.fake.svelte';
import TroubleCard from './TroubleCard.svelte';
import Waits from './Waits.svelte';
import type { Own } from './own';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const show = (part: unknown, props: Record<string, unknown>, languages = ['en-US']) =>
  render(Spoken, { props: { part: part as Component<Record<string, unknown>>, props, languages } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const own: Own = {
  seen: true,
  picture: undefined,
  camera: false,
  microphone: false,
  level: 0,
  asking: false,
  trouble: undefined,
  devices: { camera: [], microphone: [], speaker: [] },
  setCamera: () => Promise.resolve(),
  setMicrophone: () => Promise.resolve(),
  choose: () => undefined,
  again: () => undefined,
};
const meeting = {
  id: 's',
  starts: '2026-11-19T18:00:00Z',
  ends: '2026-11-19T19:00:00Z',
  facilitator: 'Dana',
};
const home = { id: 'h', kind: 'home', label: 'home', address: '418 Alder Street' } as const;
const amina: Me = { seat: 'p', kind: 'participant', name: 'Amina', session: meeting, places: [home] };

describe('Amina at the door', () => {
  const atTheDoor = (more: Record<string, unknown> = {}) => {
    const onjoin = vi.fn();
    const now = new Date('2026-11-19T17:52:00Z');
    show(Join, { me: amina, meeting, own, now, joining: false, unreachable: false, onjoin, ...more });
    return onjoin;
  };

  it('joins with nothing filled in', async () => {
    const onjoin = atTheDoor();
    await press('Join');
    expect(onjoin).toHaveBeenCalledWith({
      name: 'Amina',
      place: { kind: 'unanswered' },
      privatePlace: 'unanswered',
    });
  });

  it('confirms where she is with one tap', async () => {
    const onjoin = atTheDoor();
    await fireEvent.click(screen.getByRole('checkbox', { name: /at home/ }));
    await fireEvent.click(screen.getByRole('radio', { name: 'Not sure' }));
    await press('Join');
    expect(onjoin).toHaveBeenCalledWith({
      name: 'Amina',
      place: { kind: 'home', address: '418 Alder Street' },
      privatePlace: 'unsure',
    });
  });

  it('does not knock twice', async () => {
    const onjoin = atTheDoor({ joining: true });
    await press('One moment');
    expect(onjoin).not.toHaveBeenCalled();
  });

  it('reads what the group expects before she joins, and is asked all the same', () => {
    const expecting = { ...meeting, cameras: 'expected', agreement: 'What is said here stays here.' };
    atTheDoor({ meeting: expecting });
    const says = screen.getByRole('region', { name: 'In this group' });
    expect(says.textContent).toMatch(/have your camera on.*come without it.*stays here.*you agree to this/s);
    expect(screen.getByRole('switch', { name: /Camera/ })).toBeTruthy();
  });

  it('agrees to what the group says by joining, and to nothing where it says nothing', async () => {
    const asked = atTheDoor({ meeting: { ...meeting, agreement: 'What is said here stays here.' } });
    await press('Join');
    expect(asked).toHaveBeenCalledWith(expect.objectContaining({ agreed: true }));
    cleanup();
    const unasked = atTheDoor();
    await press('Join');
    expect(unasked.mock.calls[0]?.[0]).not.toHaveProperty('agreed');
  });

  it('is asked for no camera where there are none', () => {
    atTheDoor({ meeting: { ...meeting, cameras: 'off' }, own: { ...own, seen: false } });
    expect(screen.queryByRole('switch', { name: /Camera/ })).toBeNull();
    expect(screen.getByText(/Cameras stay off/)).toBeTruthy();
  });

  it('is not asked where she is when she comes as a guest, and reads as what', () => {
    atTheDoor({ meeting: { ...meeting, role: 'observer' } });
    expect(screen.queryByText('Where are you today?')).toBeNull();
    expect(screen.getByText(/You come to observe/)).toBeTruthy();
  });

  it('is told how to allow a camera, and that she may join without it', () => {
    show(TroubleCard, { trouble: { which: 'camera', why: 'refused' }, onagain: () => undefined });
    expect(screen.getByRole('status').textContent).toMatch(/not allowed yet.*You can join without it/s);
  });

  it('is spoken to in Spanish when her browser asks for it', () => {
    show(TroubleCard, { trouble: { which: 'both', why: 'missing' }, onagain: () => undefined }, ['es-MX']);
    expect(screen.getByRole('button', { name: 'Probar de nuevo' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('es');
  });
});

describe('Luis, who waits', () => {
  const luis: WaitingPersonView = {
    name: 'Luis G.',
    since: '2026-11-19T18:21:00Z',
    why: 'first',
    device: 'new',
    privatePlace: 'no',
    line: 'here',
  };
  const waits = (onwrite = vi.fn(() => Promise.resolve(true))) => {
    const onletin = vi.fn();
    show(Waits, { person: luis, onletin, onwrite });
    return { onletin, onwrite };
  };

  it('is shown with what a facilitator should know first', async () => {
    const { onletin } = waits();
    const row = screen.getByRole('listitem', { name: 'Luis G.' });
    expect(row.textContent).toMatch(/New device\..*Not in a private place\./s);
    await press('Let in');
    expect(onletin).toHaveBeenCalledOnce();
  });

  it('is named as a guest where he is one', () => {
    show(Waits, { person: { ...luis, role: 'interpreter' }, onletin: vi.fn(), onwrite: vi.fn() });
    expect(screen.getByRole('listitem', { name: 'Luis G.' }).textContent).toContain('interpreter');
  });

  it('can be written to, and what did not go is not lost', async () => {
    const { onwrite } = waits(vi.fn(() => Promise.resolve(false)));
    await press('Write to Luis G.');
    const field = screen.getByLabelText<HTMLInputElement>('Message to Luis G.');
    await fireEvent.input(field, { target: { value: ' One minute ' } });
    await press('Send');
    expect(onwrite).toHaveBeenCalledWith('One minute');
    expect(field.value).toBe(' One minute ');
  });
});

describe('help', () => {
  const you: You = { id: 'p', name: 'Amina', role: 'participant', seat: 'present', may: {} };

  it('names who knows, and can be taken back', async () => {
    const onwithdraw = vi.fn();
    show(HelpSteps, { you: { ...you, help: 'seen', helpSeenBy: 'Dana' }, onask: vi.fn(), onwithdraw });
    expect(screen.getByRole('status').textContent).toContain('Dana');
    await press("I'm okay now");
    expect(onwithdraw).toHaveBeenCalledOnce();
  });

  it('can be asked for again when it did not get through', async () => {
    const onask = vi.fn();
    show(HelpSteps, { you, onask, onwithdraw: vi.fn() });
    await press('Ask for help now');
    expect(onask).toHaveBeenCalledOnce();
  });
});
