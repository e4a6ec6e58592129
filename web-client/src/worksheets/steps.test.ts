import { expect, it } from 'vitest';
import { EMPTY, written } from './filled';
import type { Form } from './form';
import { everyKind, triggerMap } from './forms.fake';
import { steps, type Step } from './steps';

const shape = (all: readonly Step[]) =>
  all.map(({ groups, items }) => [...groups, ...items].map(({ id }) => id).join(' '));

it('a form is gone through question by question, with the words that lead to each', () => {
  expect(shape(steps(triggerMap, EMPTY))).toEqual(['start people', 'places']);
  expect(shape(steps(everyKind, EMPTY))).toEqual([
    'hungry how',
    'wave',
    'urge',
    'helped',
    'safe',
    'hours',
    'weight',
    'day',
    'story',
    'thanks end',
  ]);
});

it('a question comes in between when it is asked', () => {
  const hungry = written(everyKind, EMPTY, { item: 'how' }, 'some');
  expect(shape(steps(everyKind, hungry)).slice(0, 3)).toEqual(['hungry how', 'hungry food', 'wave']);
});

it('a form of words alone has no steps', () => {
  const words: Form = { ...everyKind, items: [{ id: 'start', type: 'display', text: 'Read this.' }] };
  expect(steps(words, EMPTY)).toEqual([]);
});
