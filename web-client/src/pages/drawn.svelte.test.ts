// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ShownPicture } from '../media/shown';
import { Drawn, screenOf } from './drawn.svelte';
import { FakeEyes } from './observers.fake';

let eyes: FakeEyes;
let shown: (readonly ShownPicture[])[];
let drawn: Drawn;
let stop: () => void;
let hidden: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('devicePixelRatio', 2);
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  eyes = new FakeEyes();
  shown = [];
  drawn = new Drawn((pictures) => shown.push(pictures));
  stop = drawn.start();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function tile(member: string, height: number, kind: 'camera' | 'screen' = 'camera') {
  const element = document.createElement('div');
  const gone = drawn.place(member, kind)(element);
  eyes.measure(element, height);
  eyes.see(element, 1);
  return { element, gone };
}
const told = () => shown.at(-1)?.map(({ member, kind, height }) => `${member} ${kind} ${height}`);
const settled = () => vi.advanceTimersByTime(300);

describe('the pictures that Amina sees', () => {
  it('are told with their height in the pixels of her phone', () => {
    tile('dana', 160);
    settled();
    expect(told()).toEqual(['dana camera 320']);
  });

  it('are told once, however many change in one moment', () => {
    for (const member of ['dana', 'sam', 'maria']) tile(member, 160);
    settled();
    expect(shown).toHaveLength(1);
  });

  it('are not those of the page she turned away from', () => {
    const { element } = tile('dana', 160);
    settled();
    eyes.see(element, 0.01);
    expect(drawn.has('dana')).toBe(false);
    settled();
    expect(told()).toEqual([]);
  });

  it('are none of whoever went', () => {
    tile('dana', 160).gone();
    settled();
    expect(told()).toEqual([]);
    expect(eyes.watched.size).toBe(0);
  });

  it('begin with what is largest, and a shared screen before all faces', () => {
    tile('sam', 90);
    tile('maria', 180);
    tile('dana', 120, 'screen');
    settled();
    expect(told()).toEqual(['dana screen 240', 'maria camera 360', 'sam camera 180']);
  });

  it('are none at once while her page is in the background, and all when she is back', () => {
    tile('dana', 160);
    settled();
    hidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told()).toEqual([]);
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told()).toEqual(['dana camera 320']);
  });

  it('are only those she chose to pay for', () => {
    tile('dana', 160);
    tile('sam', 160);
    tile('sam', 400, 'screen');
    drawn.keepTo([screenOf('sam')]);
    settled();
    expect(told()).toEqual(['sam screen 800']);
    expect(drawn.has('dana')).toBe(false);
    drawn.keepTo(undefined);
    settled();
    expect(told()).toHaveLength(3);
  });

  it('ask nothing of a room that was left, although tiles go after it', () => {
    const { gone } = tile('dana', 160);
    settled();
    stop();
    const before = shown.length;
    gone();
    settled();
    expect(shown).toHaveLength(before);
  });
});
