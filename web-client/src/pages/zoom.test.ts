// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { Zoom } from './zoom.svelte';

let zoom: Zoom;
let frame: HTMLElement;
let ms: number;

beforeEach(() => {
  zoom = new Zoom();
  frame = document.createElement('div');
  frame.getBoundingClientRect = () => new DOMRect(0, 0, 400, 200);
  zoom.frame(frame);
  ms = 0;
});

function finger(type: string, id: number, x: number, y: number, wait = 10): void {
  const event = new MouseEvent(type, { clientX: x, clientY: y });
  ms += wait;
  Object.defineProperties(event, { pointerId: { value: id }, timeStamp: { value: ms } });
  frame.dispatchEvent(event);
}
function tap(x: number, y: number, wait = 10): void {
  finger('pointerdown', 1, x, y, wait);
  finger('pointerup', 1, x, y);
}
const key = (name: string) => zoom.keys(new KeyboardEvent('keydown', { key: name }));

describe('a shared screen', () => {
  it('comes closer by a double tap where it was tapped, and goes back by another', () => {
    tap(300, 100);
    tap(300, 100);
    expect(zoom.transform).toBe('translate(-150px, 0px) scale(2.5)');
    tap(100, 50, 500);
    tap(100, 50);
    expect(zoom.transform).toBe('none');
  });

  it('does not by two slow taps, nor by two in different places', () => {
    tap(300, 100);
    tap(300, 100, 500);
    tap(30, 20);
    expect(zoom.closer).toBe(false);
  });

  it('follows two fingers, and is never smaller than its frame nor larger than four times', () => {
    finger('pointerdown', 1, 190, 100);
    finger('pointerdown', 2, 210, 100);
    finger('pointermove', 2, 230, 100);
    expect(zoom.transform).toMatch(/scale\(2\)$/);
    finger('pointermove', 2, 390, 100);
    expect(zoom.transform).toMatch(/scale\(4\)$/);
    finger('pointermove', 2, 191, 100);
    expect(zoom.transform).toBe('none');
  });

  it('is moved by one finger, but never out of sight', () => {
    zoom.toggle();
    finger('pointerdown', 1, 200, 100);
    finger('pointermove', 1, 250, 100);
    expect(zoom.transform).toBe('translate(50px, 0px) scale(2.5)');
    finger('pointermove', 1, 5_000, 5_000);
    expect(zoom.transform).toBe('translate(300px, 150px) scale(2.5)');
  });

  it('is moved by arrow keys while it is closer', () => {
    key('ArrowRight');
    expect(zoom.transform).toBe('none');
    zoom.toggle();
    key('ArrowRight');
    key('ArrowDown');
    expect(zoom.transform).toBe('translate(-60px, -60px) scale(2.5)');
  });
});
