import { expect, test } from 'vitest';
import { cardsOf } from './cards';

test('microphone and camera that one person switched off are one card', () => {
  const cards = cardsOf([
    { kind: 'camera-stopped', by: 'Dana' },
    { kind: 'new-device' },
    { kind: 'muted', by: 'Dana' },
  ]);
  expect(cards).toEqual([
    { kind: 'new-device', of: ['new-device'] },
    { kind: 'both-off', by: 'Dana', of: ['muted', 'camera-stopped'] },
  ]);
});

test('so are those that may be turned on again', () => {
  const cards = cardsOf([
    { kind: 'may-unmute', by: 'Dana' },
    { kind: 'may-start-camera', by: 'Dana' },
  ]);
  expect(cards).toEqual([{ kind: 'both-may', by: 'Dana', of: ['may-unmute', 'may-start-camera'] }]);
});

test('what two people did is told apart, and so is one alone', () => {
  const notes = [
    { kind: 'muted', by: 'Dana' },
    { kind: 'camera-stopped', by: 'Ben' },
  ] as const;
  expect(cardsOf(notes).map(({ kind }) => kind)).toEqual(['muted', 'camera-stopped']);
  expect(cardsOf([notes[0]])).toEqual([{ ...notes[0], of: ['muted'] }]);
});
