// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import type { Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonView } from '../session/protocol';
import People from './People.svelte';
import Spoken from './Spoken.fake.svelte';
import { Drawn } from './drawn.svelte';
import type { Remote } from './group';
import { FakeEyes } from './observers.fake';

const NAMES = ['Dana W.', 'Amina H.', 'Sam P.', 'Maria V.', 'Luis G.', 'Theo M.'];
const MORE = ['Joy K.', 'Ruth S.', 'Kofi A.', 'Tomasz L.', 'Ana R.', 'Grace O.'];
const everybody = (names: readonly string[]): Record<string, PersonView> =>
  Object.fromEntries(
    names.map((name, order): [string, PersonView] => [
      `p-${name}`,
      { name, role: 'participant', order, line: 'here', microphone: 'on', camera: 'on' },
    ]),
  );

/** How often something of a person's state was looked at: what is not looked at is not drawn anew. */
let looks: Record<string, number>;
function remote(name: string, speaking: boolean): Remote {
  return {
    speaking,
    paused: false,
    get line() {
      looks[name] = (looks[name] ?? 0) + 1;
      return 'good' as const;
    },
  };
}

let remotes = $state.raw<Record<string, Remote>>({});
let eyes: FakeEyes;
const leaving: (() => void)[] = [];

beforeEach(() => {
  eyes = new FakeEyes();
  looks = {};
  onselfshown = vi.fn();
});
afterEach(() => {
  cleanup();
  for (const leave of leaving.splice(0)) leave();
  vi.unstubAllGlobals();
});

let onselfshown: (shown: boolean) => void;

function circle(names: readonly string[], preferences: Record<string, unknown> = {}) {
  remotes = Object.fromEntries(names.map((name) => [`p-${name}`, remote(name, false)]));
  const drawn = new Drawn(() => undefined);
  leaving.push(drawn.start());
  const props = {
    view: { place: 'room', life: 'open', starts: '2026-11-19T18:00:00Z', ends: '', people: everybody(names) },
    preferences: { pinned: [], selfShown: true, showSelf: onselfshown, ...preferences },
    half: false,
    yourId: 'p-Amina H.',
    own: { picture: undefined, camera: true },
    group: { of: (id: string) => remotes[id], youSpeak: false },
    drawn,
  };
  return render(Spoken, { props: { part: People as unknown as Component<Record<string, unknown>>, props } });
}
const seats = () => screen.getAllByRole('listitem').map((tile) => tile.getAttribute('aria-label'));
const tile = (name: string) => screen.getByRole('listitem', { name });

function speaks(name: string): void {
  remotes = { ...remotes, [`p-${name}`]: remote(name, true) };
  flushSync();
}

describe('the circle on a phone', () => {
  it('draws nobody else anew when one person speaks', async () => {
    circle(NAMES);
    const changes: Node[] = [];
    const observer = new MutationObserver((records) => changes.push(...records.map(({ target }) => target)));
    observer.observe(screen.getByRole('list'), { subtree: true, childList: true, attributes: true });
    looks = {};
    speaks('Sam P.');
    await Promise.resolve();
    expect(Object.keys(looks)).toEqual(['Sam P.']);
    expect(tile('Sam P.').classList).toContain('tile--speaks');
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter((node) => !tile('Sam P.').contains(node))).toEqual([]);
    observer.disconnect();
  });

  it('neither adds nor takes away anything for a voice', async () => {
    circle(NAMES);
    const nodes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => nodes.push(...records));
    observer.observe(screen.getByRole('list'), { subtree: true, childList: true, characterData: true });
    speaks('Sam P.');
    await Promise.resolve();
    expect(nodes).toEqual([]);
    observer.disconnect();
  });

  it('keeps everybody in their seats, whoever speaks', () => {
    circle(NAMES);
    const before = seats();
    speaks('Theo M.');
    expect(seats()).toEqual(before);
    expect(before).toEqual(['Dana W.', 'Sam P.', 'Maria V.', 'Luis G.', 'Theo M.', 'Amina H.']);
  });

  it('gives a picture only to tiles in sight', () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    circle(NAMES);
    remotes = { ...remotes, 'p-Sam P.': { ...remote('Sam P.', false), picture: {} as MediaStream } };
    flushSync();
    const sam = tile('Sam P.');
    expect(sam.querySelector('video')).toBeNull();
    eyes.see(sam, 1);
    flushSync();
    expect(sam.querySelector('video')).not.toBeNull();
    eyes.see(sam, 0);
    flushSync();
    expect(sam.querySelector('video')).toBeNull();
    play.mockRestore();
  });

  it('says which page of twelve people is shown, and leaves all of them in the list', async () => {
    circle([...NAMES, ...MORE]);
    expect(seats()).toHaveLength(12);
    expect(screen.getByText('Page 1 of 2')).toBeTruthy();
    expect(screen.getByRole('list').tabIndex).toBe(0);
    const earlier = screen.getByRole('button', { name: 'People before these' });
    expect(earlier.getAttribute('aria-disabled')).toBe('true');
    const turned = vi.fn();
    for (const page of screen.getByRole('list').children) page.scrollIntoView = () => turned(page);
    await fireEvent.click(screen.getByRole('button', { name: 'More people' }));
    expect(turned).toHaveBeenCalledWith(screen.getByRole('list').children[1]);
  });

  it('needs no pages for eight', () => {
    circle([...NAMES, ...MORE.slice(0, 2)]);
    expect(screen.queryByText(/^Page/)).toBeNull();
    expect(screen.getByRole('list').hasAttribute('tabindex')).toBe(false);
  });

  it('lets somebody hide their own picture, and says that the camera is still on', async () => {
    circle(NAMES);
    await fireEvent.click(screen.getByRole('button', { name: 'Hide my own picture' }));
    expect(onselfshown).toHaveBeenCalledWith(false);
    cleanup();
    circle(NAMES, { selfShown: false });
    expect(tile('Amina H.').textContent).toContain('Your camera is on');
    await fireEvent.click(screen.getByRole('button', { name: 'Show my own picture' }));
    expect(onselfshown).toHaveBeenCalledWith(true);
  });
});
