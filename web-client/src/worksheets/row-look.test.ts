import { expect, it } from 'vitest';
import { placesOf, type Item, type Value } from './form';
import { everyKind, triggerMap } from './forms.fake';
import { rowLook } from './row-look';

const item = (id: string): Item =>
  (placesOf(triggerMap).get(id) ?? placesOf(everyKind).get(id))?.item ?? { id, type: 'line' };
const look = (answers: Record<string, Value>) =>
  rowLook(
    Object.entries(answers).map(([id, value]) => [item(id), value] as const),
    ({ id }, value) => `${id}: ${String(value)}`,
  );

it('a row of the trigger map is its words, its pull, and what is done instead', () => {
  expect(look({ 'people-what': 'My brother', 'people-pull': 'some', 'people-instead': 'I call Jo' })).toEqual(
    {
      title: 'people-what: My brother',
      strengths: [{ at: 2, of: 3, text: 'Some' }],
      more: [{ words: 'people-instead: I call Jo', asks: undefined }],
    },
  );
});

it('a row without words has no title', () => {
  expect(look({ 'people-pull': 'a-lot' })).toMatchObject({ title: undefined, strengths: [{ at: 3 }] });
});

it('a choice of two is no strength, and needs its question to be understood', () => {
  expect(look({ how: 'some' })).toEqual({
    title: undefined,
    strengths: [],
    more: [{ words: 'how: some', asks: 'How hungry are you?' }],
  });
});
