import { expect, test } from 'vitest';
import { watchingOf } from './watching';
import type { WatchedPicture } from './watching';

const face = (source: string, height: number): WatchedPicture => ({ source, kind: 'camera', height });

test('until the layout has spoken, a small picture of everybody comes', () => {
  expect(watchingOf(undefined, 'off', undefined)).toMatchObject({
    lastN: -1,
    defaultConstraints: { maxHeight: 180 },
  });
});

test('tiles of one size are asked for in their order, in steps, and nobody is on stage', () => {
  const watching = watchingOf([face('a', 170), face('b', 190)], 'off', undefined);
  expect(watching.selectedSources).toEqual(['a', 'b']);
  expect(watching.onStageSources).toEqual([]);
  expect(watching.constraints).toEqual({ a: { maxHeight: 180 }, b: { maxHeight: 180 } });
});

test('what is not drawn is not sent', () => {
  const watching = watchingOf([face('a', 200), face('b', 0)], 'off', undefined);
  expect(watching.defaultConstraints).toEqual({ maxHeight: 0 });
  expect(Object.keys(watching.constraints)).toEqual(['a']);
});

test('one large picture among small ones goes before them', () => {
  const watching = watchingOf([face('a', 600), face('b', 120)], 'off', undefined);
  expect(watching.onStageSources).toEqual(['a']);
  expect(watching.constraints).toEqual({ a: { maxHeight: 720 }, b: { maxHeight: 180 } });
});

test('a screen is asked for whole, however small it is drawn', () => {
  const screen: WatchedPicture = { source: 's', kind: 'screen', height: 200 };
  expect(watchingOf([screen, face('b', 120)], 'off', undefined)).toMatchObject({
    onStageSources: ['s'],
    constraints: { s: { maxHeight: 1080 } },
  });
  expect(watchingOf([screen], 'off', undefined).onStageSources).toEqual(['s']);
});

test('small pictures are small however large their tiles are', () => {
  expect(watchingOf([face('a', 600)], 'small', undefined).constraints).toEqual({ a: { maxHeight: 180 } });
});

test('with one picture it is the speaker’s if it is drawn, else the first', () => {
  const drawn = [face('a', 200), face('b', 200)];
  expect(watchingOf(drawn, 'one-picture', 'b')).toMatchObject({ lastN: 1, selectedSources: ['b'] });
  expect(watchingOf(drawn, 'one-picture', 'elsewhere')).toMatchObject({ selectedSources: ['a'] });
  expect(watchingOf([], 'one-picture', 'b')).toMatchObject({ lastN: 0, selectedSources: [] });
});

test('sound alone asks for no picture', () => {
  expect(watchingOf([face('a', 600)], 'sound-only', 'a')).toMatchObject({ lastN: 0, constraints: {} });
});
