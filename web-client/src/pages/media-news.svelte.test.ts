// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { room } from '../i18n/room-book';
import { say } from '../i18n/text';
import type { MediaLine } from '../media/stage';
import type { Announcer } from '../ui/announcer.svelte';
import { MediaNews } from './media-news.svelte';

let media = $state<MediaLine>('up');
/** Whatever else the stage tells of, in the same breath. */
let other = $state(0);
let picturesOff = $state(false);
let picturesSmaller = $state(false);
let told: string[];
let news: MediaNews;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  media = 'connecting';
  [picturesOff, picturesSmaller] = [false, false];
  told = [];
  const announcer = { later: (_topic: string, sentence: () => string) => told.push(sentence()) };
  news = new MediaNews(
    {
      get media() {
        return other < 0 ? 'up' : media;
      },
      get picturesOff() {
        return picturesOff;
      },
      get picturesSmaller() {
        return picturesSmaller;
      },
    },
    announcer as unknown as Announcer,
    say(room.en, new Intl.PluralRules('en')),
  );
  end = $effect.root(() => {
    $effect(() => news.look());
  });
  flushSync();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

function becomes(next: MediaLine): void {
  media = next;
  flushSync();
}
const after = (ms: number) => {
  vi.advanceTimersByTime(ms);
  flushSync();
};

describe("the group's sound and pictures", () => {
  it('are not spoken of when they come as they should', () => {
    after(2_000);
    becomes('up');
    after(10_000);
    expect([news.trouble, told]).toEqual([undefined, []]);
  });

  it('are promised to whoever waits longer for them', () => {
    after(5_000);
    expect(news.trouble).toBe('media-connecting');
    becomes('up');
    expect(news.trouble).toBeUndefined();
    expect(told).toEqual(['Sound and pictures are on their way.', 'Sound and pictures are back.']);
  });

  it('are promised to whoever waits, however much is spoken meanwhile', () => {
    for (let second = 0; second < 5; second++) {
      other++;
      after(1_000);
    }
    expect(news.trouble).toBe('media-connecting');
  });

  it('are said once to be away, and once to be back, by whatever ways they come', () => {
    becomes('up');
    becomes('none');
    expect(news.trouble).toBe('media-none');
    becomes('connecting');
    after(2_000);
    expect(news.trouble).toBe('media-none');
    becomes('up');
    expect(news.trouble).toBeUndefined();
    expect(told).toEqual([
      'Sound and pictures are away for now. This is not your fault. You are still in the meeting.',
      'Sound and pictures are back.',
    ]);
  });

  it('are promised again when they are slow to come back', () => {
    becomes('none');
    becomes('connecting');
    after(5_000);
    expect(news.trouble).toBe('media-connecting');
    becomes('lost');
    expect(news.trouble).toBe('media-lost');
  });

  it('say that pictures are smaller, and when they are as before', () => {
    becomes('up');
    picturesSmaller = true;
    flushSync();
    expect(news.trouble).toBe('pictures-smaller');
    picturesOff = true;
    flushSync();
    expect(news.trouble).toBe('pictures-off');
    picturesOff = false;
    flushSync();
    picturesSmaller = false;
    flushSync();
    expect(news.trouble).toBeUndefined();
    expect(told).toEqual([
      'Your line is weak. Pictures are smaller so the sound can stay.',
      'Your line is weak. Pictures rest so the sound can stay.',
      'Your line is weak. Pictures are smaller so the sound can stay.',
      'Pictures are as large as before.',
    ]);
  });

  it('say that pictures rest, and when they are back', () => {
    becomes('up');
    picturesOff = true;
    flushSync();
    expect(news.trouble).toBe('pictures-off');
    picturesOff = false;
    flushSync();
    expect(told).toEqual(['Your line is weak. Pictures rest so the sound can stay.', 'Pictures are back.']);
  });
});
