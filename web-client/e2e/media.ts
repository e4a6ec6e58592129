import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { tile } from './people';
import type { Pass } from './turn';

interface Stream {
  ssrc: number;
  energy: number;
  seconds: number;
  frames: number;
  packets: number;
  /** Of the last picture that came. */
  height: number;
}

declare global {
  interface Window {
    holdfastTest: {
      streams(type: string, kind: 'audio' | 'video'): Promise<Stream[]>;
      deafElements(): string[];
      paths(): string[];
      losePaths(): void;
      stand(): void;
      call(goesOn: boolean): void;
      microphones(): string[];
      hide(hidden: boolean): void;
      pictures(): [string, number][];
      layers(): Promise<number[]>;
      insist(kind: 'audio' | 'video'): Promise<void>;
      come(
        kind: 'audio' | 'video',
      ): Promise<{ bytes: number; frames: number; samples: number; concealed: number }>;
      route(): Promise<string[]>;
      servers(): Pass[];
      waysOver(server: Pass): Promise<number>;
      firstPicture(): Promise<number>;
      soundReturns(): Promise<number>;
      sending(kind: 'audio' | 'video'): Promise<{ energy: number; bytes: number }>;
    };
  }
}

/** A page that can be asked, whatever drives its browser. */
export interface Watched {
  evaluate<Answer>(question: () => Answer | Promise<Answer>): Promise<Answer>;
}

/** Long enough to hold more than one beep of the fake microphone. */
const LISTEN_SECONDS = 2.5;
/** A beep brings far more, silence far less: what comes with `enabled = false` is not always exactly nothing. */
export const A_BEEP = 0.01;
const SILENCE = 0.000_001;
const WITHIN = { timeout: 30_000, interval: 250 };

/** What `listener` receives of the sound that `speaker` sends, found by the stream's number on both sides. */
async function soundFrom(listener: Watched, speaker: Watched): Promise<Stream> {
  const sent = await speaker.evaluate(() => window.holdfastTest.streams('outbound-rtp', 'audio'));
  const numbers = new Set(sent.map((stream) => stream.ssrc));
  const received = await listener.evaluate(() => window.holdfastTest.streams('inbound-rtp', 'audio'));
  const none = { ssrc: 0, energy: 0, seconds: 0, frames: 0, packets: 0, height: 0 };
  return received.find((stream) => numbers.has(stream.ssrc)) ?? none;
}

/** The energy that came from `speaker` while sound from `clock` played for a while. */
async function energyWhile(listener: Watched, speaker: Watched, clock: Watched): Promise<number> {
  const before = await soundFrom(listener, speaker);
  const started = await soundFrom(listener, clock);
  await expect
    .poll(async () => (await soundFrom(listener, clock)).seconds - started.seconds, WITHIN)
    .toBeGreaterThan(LISTEN_SECONDS);
  return (await soundFrom(listener, speaker)).energy - before.energy;
}

export async function expectHeard(listener: Watched, speaker: Watched): Promise<void> {
  const before = (await soundFrom(listener, speaker)).energy;
  await expect
    .poll(async () => (await soundFrom(listener, speaker)).energy - before, WITHIN)
    .toBeGreaterThan(A_BEEP);
  expect(await listener.evaluate(() => window.holdfastTest.deafElements())).toEqual([]);
}

/** Silent in energy: packets may well go on. `clock` is someone else who is heard meanwhile. */
export async function expectSilent(listener: Watched, speaker: Watched, clock: Watched): Promise<void> {
  await expect.poll(() => energyWhile(listener, speaker, clock), WITHIN).toBeLessThan(SILENCE);
}

async function shown(video: Locator): Promise<number> {
  return video.evaluate((element: HTMLVideoElement) => {
    const moving = !element.paused && element.currentTime > 0;
    return moving ? element.getVideoPlaybackQuality().totalVideoFrames : 0;
  });
}

/** The picture in the tile named after a person goes on: frames are decoded and shown. */
export async function expectSeen(watcher: Page, name: string): Promise<void> {
  const video = tile(watcher, name).locator('video');
  await video.waitFor();
  await expect.poll(() => shown(video), WITHIN).toBeGreaterThan(0);
  const before = await shown(video);
  await expect.poll(() => shown(video), WITHIN).toBeGreaterThan(before + 3);
}

/** On every line, sound goes out from the microphone so named. */
export async function expectSpeaksInto(person: Page, name: string): Promise<void> {
  await expect.poll(() => person.evaluate(() => window.holdfastTest.microphones()), WITHIN).toEqual([name]);
}

/** Every line of a person takes a new path, and none is lost on the way. */
export async function changeNetwork(person: Page): Promise<void> {
  const before = await person.evaluate(() => window.holdfastTest.paths());
  await person.evaluate(() => window.holdfastTest.losePaths());
  const kept = async () => {
    const now = await person.evaluate(() => window.holdfastTest.paths());
    return now.length === before.length ? now.filter((path) => before.includes(path)) : now;
  };
  await expect.poll(kept, WITHIN).toEqual([]);
}
