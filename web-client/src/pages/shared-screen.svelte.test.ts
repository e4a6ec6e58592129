// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import type { Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SaveData } from '../media/stage';
import SharedScreen from './SharedScreen.svelte';
import Spoken from './Spoken.fake.svelte';
import { Drawn } from './drawn.svelte';
import { FakeEyes } from './observers.fake';

let eyes: FakeEyes;
let setSaveData: ReturnType<typeof vi.fn>;
let leave: () => void;

beforeEach(() => {
  eyes = new FakeEyes();
  setSaveData = vi.fn();
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
});
afterEach(() => {
  cleanup();
  leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function shown(saveData: SaveData, stream?: MediaStream, languages = ['en-US']) {
  const group = { saveData, setSaveData, of: () => ({ screen: stream }) };
  const drawn = new Drawn(() => undefined);
  leave = drawn.start();
  const props = { member: 'dana', name: 'Dana', group, drawn };
  const part = SharedScreen as unknown as Component<Record<string, unknown>>;
  render(Spoken, { props: { part, props, languages } });
  eyes.see(screen.getByRole('figure'), 1);
  flushSync();
}

describe("Dana's screen", () => {
  it('has a name, and words for whoever cannot see it', () => {
    shown('off', {} as MediaStream);
    expect(screen.getByRole('figure', { name: "Dana's screen" })).toBeTruthy();
    expect(document.querySelector('video')?.getAttribute('aria-label')).toMatch(/^Dana shows a screen/);
  });

  it('is enlarged by a button, which then shows all of it again', async () => {
    shown('off', {} as MediaStream);
    await fireEvent.click(screen.getByRole('button', { name: 'Enlarge' }));
    expect(screen.getByRole('button', { name: 'Show all of it' })).toBeTruthy();
  });

  it('is promised until it is there', () => {
    shown('off');
    expect(screen.getByRole('figure').textContent).toContain("Dana's screen comes in a moment.");
  });

  it('is offered to whoever chose sound only', async () => {
    shown('sound-only', {} as MediaStream);
    expect(document.querySelector('video')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Show the screen' }));
    expect(setSaveData).toHaveBeenCalledWith('one-picture');
  });

  it('is spoken of in Spanish too', () => {
    shown('off', undefined, ['es-US']);
    expect(screen.getByRole('figure', { name: 'Pantalla de Dana' })).toBeTruthy();
  });
});
