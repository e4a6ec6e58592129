// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeStream, FakeTrack } from './media-stream.fake';
import { Sound } from './sound';

let play: () => Promise<void>;
let plays: number;
let speakers: string[];
let devices: EventTarget;
let sound: Sound;

beforeEach(() => {
  vi.stubGlobal('MediaStream', FakeStream);
  plays = 0;
  speakers = [];
  play = () => Promise.resolve();
  Object.assign(HTMLMediaElement.prototype, {
    play: () => {
      plays++;
      return play();
    },
    setSinkId: (id: string) => {
      speakers.push(id);
      return Promise.resolve();
    },
  });
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', { value: null, writable: true });
  devices = new EventTarget();
  sound = new Sound(document.body, devices as MediaDevices);
});
afterEach(() => {
  sound.close();
  vi.unstubAllGlobals();
});

const voice = () => new FakeTrack('audio').real;
const elements = () => [...document.querySelectorAll('audio')];
const refuse = () => Promise.reject(new DOMException('', 'NotAllowedError'));

test('each voice has an element of its own, which is not muted', () => {
  sound.play('pSam', voice());
  sound.play('pAmina', voice());
  sound.play('pSam', voice());
  expect(elements()).toHaveLength(2);
  expect(elements().some(({ muted }) => muted)).toBe(false);
  sound.forget('pSam');
  expect(elements()).toHaveLength(1);
});

describe('a browser that wants a tap first', () => {
  test('is noticed, and the tap lets everybody be heard', async () => {
    const told: boolean[] = [];
    sound.onChange(({ blocked }) => told.push(blocked));
    play = refuse;
    sound.play('pSam', voice());
    await vi.waitFor(() => expect(sound.blocked).toBe(true));
    play = () => Promise.resolve();
    await sound.resume();
    expect(told).toEqual([true, false]);
  });

  test('has nothing left to ask for when nobody is there', async () => {
    play = refuse;
    sound.play('pSam', voice());
    await vi.waitFor(() => expect(sound.blocked).toBe(true));
    sound.forget('pSam');
    expect(sound.blocked).toBe(false);
  });

  test('is not mistaken for an element whose track was changed meanwhile', async () => {
    play = () => Promise.reject(new DOMException('', 'AbortError'));
    sound.play('pSam', voice());
    await sound.resume();
    expect(sound.blocked).toBe(false);
  });
});

test('another headset starts every voice again', () => {
  sound.play('pSam', voice());
  sound.play('pAmina', voice());
  devices.dispatchEvent(new Event('devicechange'));
  expect(plays).toBe(4);
});

test('a chosen speaker is used for those who come later too', async () => {
  sound.play('pSam', voice());
  await sound.useSpeaker('headset');
  sound.play('pAmina', voice());
  expect(speakers).toEqual(['headset', 'headset']);
});

test('a browser that lets nobody choose a speaker plays where it plays', async () => {
  Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId');
  sound.play('pSam', voice());
  await sound.useSpeaker('headset');
  sound.play('pAmina', voice());
  expect(elements()).toHaveLength(2);
});

test('closed, it leaves nothing on the page', () => {
  sound.play('pSam', voice());
  sound.close();
  devices.dispatchEvent(new Event('devicechange'));
  expect(elements()).toEqual([]);
  expect(plays).toBe(1);
});
