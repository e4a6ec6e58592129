import { expect, test } from 'vitest';
import { VoiceGate } from './voice';

/** One letter for each tenth of a second: `x` loud, `.` quiet; answers the same for the ring. */
function ring(sound: string): string {
  const gate = new VoiceGate();
  return [...sound]
    .map((at, index) => (gate.sample(at === 'x' ? 0.1 : 0.001, index * 100) ? 'x' : '.'))
    .join('');
}

test.each([
  ['words', 'xxxx....xxxx', '.xxxxxxxxxxx'],
  ['a cough', 'x...........', '............'],
  ['the end of a sentence', 'xxx...........', '.xxxxxxxxxx...'],
  ['a quiet room', '..............', '..............'],
])('%s', (_what, sound, shown) => {
  expect(ring(sound)).toBe(shown);
});
