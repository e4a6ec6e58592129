// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from './keys';

describe('one-key shortcuts', () => {
  let on: boolean;
  let done: string[];
  let stop: () => void;

  beforeEach(() => {
    on = true;
    done = [];
    document.body.innerHTML = '<input><button>Join</button>';
    const talk = { start: () => done.push('talk'), stop: () => done.push('quiet') };
    stop = listen(window, { on: () => on, keys: { M: () => done.push('mute') }, talk });
  });
  afterEach(() => stop());

  const press = (key: string, target: Element = document.body, more: KeyboardEventInit = {}) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  const release = (key: string) =>
    document.body.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));
  const first = (selector: string) => document.querySelector(selector) ?? document.body;

  it('act once for one press', () => {
    press('m');
    press('m', document.body, { repeat: true });
    expect(done).toEqual(['mute']);
  });

  it('never act while someone types', () => {
    press('m', first('input'));
    expect(done).toEqual([]);
  });

  it('leave combinations to the browser', () => {
    press('m', document.body, { ctrlKey: true });
    expect(done).toEqual([]);
  });

  it('do nothing until they are switched on', () => {
    on = false;
    press('m');
    press(' ');
    expect(done).toEqual([]);
  });

  it('let someone talk for as long as Space is held', () => {
    press(' ');
    press(' ', document.body, { repeat: true });
    release(' ');
    expect(done).toEqual(['talk', 'quiet']);
  });

  it('leave Space to a button that has the focus', () => {
    press(' ', first('button'));
    expect(done).toEqual([]);
  });

  it('let nobody be heard after the window lost the keyboard', () => {
    press(' ');
    window.dispatchEvent(new Event('blur'));
    expect(done).toEqual(['talk', 'quiet']);
  });
});
