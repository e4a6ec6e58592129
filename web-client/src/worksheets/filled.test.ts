import { describe, expect, it } from 'vitest';
import { EMPTY, asked, isAsked, orNothing, progress, rowsIn, score, valueAt } from './filled';
import { withRow, withoutRow, written, type Filled } from './filled';
import { placesOf, type Condition, type Form, type Item, type Value } from './form';
import { everyKind, triggerMap } from './forms.fake';

const people = placesOf(triggerMap).get('people')?.item as Item;
const ids = (items: readonly Item[]) => items.map(({ id }) => id);
const filled = (form: Form, answers: Record<string, Value>, row?: string): Filled =>
  Object.entries(answers).reduce((all, [item, value]) => written(form, all, { item, row }, value), EMPTY);

describe('A row', () => {
  const first = written(triggerMap, EMPTY, { item: 'people-what', row: 'r1' }, 'My brother');
  const both = written(triggerMap, first, { item: 'people-pull', row: 'r2' }, 'some');

  it('stands where its first words were written', () => {
    expect(rowsIn(both, people)).toEqual(['r1', 'r2']);
    expect(rowsIn(withRow(EMPTY, { row: 'r9', group: 'people' }), people)).toEqual(['r9']);
  });

  it('keeps its answers apart from those of others', () => {
    expect(valueAt(both, { item: 'people-what', row: 'r1' })).toBe('My brother');
    expect(valueAt(both, { item: 'people-what', row: 'r2' })).toBeUndefined();
  });

  it('stays where it was when its answer changes', () => {
    const again = written(triggerMap, both, { item: 'people-what', row: 'r1' }, 'My brother, late');
    expect(again.answers.map(({ value }) => value)).toEqual(['My brother, late', 'some']);
  });

  it('is empty, not gone, when its words are taken away', () => {
    expect(written(triggerMap, first, { item: 'people-what', row: 'r1' }, null)).toEqual({
      rows: [{ row: 'r1', group: 'people' }],
      answers: [],
    });
  });

  it('goes with everything in it', () => {
    expect(withoutRow(both, 'r1')).toEqual({
      rows: [{ row: 'r2', group: 'people' }],
      answers: [{ item: 'people-pull', row: 'r2', value: 'some' }],
    });
  });
});

describe('A question with a condition', () => {
  const asks = (condition: Omit<Condition, 'item'>, answers: Record<string, Value>): boolean => {
    const items: Item[] = [
      { id: 'first', type: 'line' },
      { id: 'second', type: 'line', when: [{ item: 'first', ...condition }] },
    ];
    const form: Form = { ...everyKind, items };
    return isAsked(form, filled(form, answers), { item: 'second' });
  };

  it.each([
    ['exists', true, 'x', true],
    ['exists', false, 'x', false],
    ['equals', 'x', 'x', true],
    ['equals', 'x', ['w', 'x'], true],
    ['equals', 'x', 'y', false],
    ['differs', 'x', 'y', true],
    ['differs', 'x', ['w', 'x'], false],
    ['above', 3, 4, true],
    ['above', 3, 3, false],
    ['below', 3, 2, true],
    ['at-least', 3, 3, true],
    ['at-most', 3, 3, true],
    ['at-most', 3, 4, false],
    ['above', '2026-11-28', '2026-11-29', true],
  ] as const)('%s %s after %s: %s', (is, value, answer, expected) => {
    expect(asks({ is, value }, { first: answer })).toBe(expected);
  });

  it.each([
    ['exists', true, false],
    ['exists', false, true],
    ['equals', 'x', false],
    ['differs', 'x', true],
    ['below', 3, false],
  ] as const)('%s %s after nothing: %s', (is, value, expected) => {
    expect(asks({ is, value }, {})).toBe(expected);
  });

  it('looks in its own row, and outside rows', () => {
    const when: Condition[] = [
      { item: 'kind', is: 'equals', value: 'a' },
      { item: 'all', is: 'equals', value: true },
    ];
    const items: Item[] = [
      { id: 'all', type: 'yes-no' },
      {
        id: 'rows',
        type: 'group',
        repeats: true,
        items: [
          { id: 'kind', type: 'line' },
          { id: 'more', type: 'line', when },
        ],
      },
    ];
    const form: Form = { ...everyKind, items };
    let all = written(form, EMPTY, { item: 'all' }, true);
    all = written(form, all, { item: 'kind', row: 'r1' }, 'a');
    all = written(form, all, { item: 'kind', row: 'r2' }, 'b');
    const more = (row: string) => isAsked(form, all, { item: 'more', row });
    expect([more('r1'), more('r2')]).toEqual([true, false]);
  });

  it('is not asked in a group that is not, and what was said there counts for nothing', () => {
    const items: Item[] = [
      { id: 'on', type: 'yes-no' },
      {
        id: 'group',
        type: 'group',
        when: [{ item: 'on', is: 'equals', value: true }],
        items: [{ id: 'inside', type: 'line' }],
      },
      { id: 'after', type: 'line', when: [{ item: 'inside', is: 'exists', value: true }] },
    ];
    const form: Form = { ...everyKind, items };
    const off = filled(form, { inside: 'said before', on: false });
    expect(ids(asked(form, off))).toEqual(['on']);
    expect(progress(form, off)).toEqual({ answered: 1, questions: 1 });
    expect(ids(asked(form, filled(form, { inside: 'said before', on: true })))).toEqual([
      'on',
      'inside',
      'after',
    ]);
  });
});

describe('How far somebody is', () => {
  it('counts a group with rows as one, once a row has anything', () => {
    expect(progress(triggerMap, EMPTY)).toEqual({ answered: 0, questions: 2 });
    const empty = withRow(EMPTY, { row: 'r1', group: 'people' });
    expect(progress(triggerMap, empty).answered).toBe(0);
    expect(progress(triggerMap, filled(triggerMap, { 'people-pull': 'some' }, 'r1')).answered).toBe(1);
  });

  it('counts what is asked, and "no" and nought as answers', () => {
    expect(progress(everyKind, EMPTY)).toEqual({ answered: 0, questions: 9 });
    expect(progress(everyKind, filled(everyKind, { how: 'some', safe: false, hours: 0 }))).toEqual({
      answered: 3,
      questions: 10,
    });
  });
});

describe('A score', () => {
  it('adds what was chosen, where it is asked', () => {
    expect(score(everyKind, filled(everyKind, { how: 'some' }))).toBe(2);
    expect(score(everyKind, filled(everyKind, { how: 'not' }))).toBe(0);
  });

  it('is none where nothing was chosen that has one', () => {
    expect(score(everyKind, filled(everyKind, { helped: ['some'], safe: true }))).toBeUndefined();
  });
});

it.each([
  ['  ', null],
  [' so ', ' so '],
  [['', ' '], null],
  [['a', ''], ['a']],
  [0, 0],
  [false, false],
  [null, null],
])('%j stands for %j', (typed, value) => expect(orNothing(typed)).toEqual(value));
