import { describe, expect, it } from 'vitest';
import { everyKind, triggerMap } from './forms.fake';
import { isAllGone, readingOf, withNote, type StaffNote, type StaffSheet } from './reading';

const BEN = { id: 'p-ben', name: 'Ben H.' };
const DANA = { id: 'p-dana', name: 'Dana W.' };
const AT = '2026-11-29T18:00:00Z';

const sheet = (more: Partial<StaffSheet>, form = triggerMap): StaffSheet => ({
  sheet: 'w1',
  form,
  answers: [],
  answered: 0,
  questions: 3,
  ...more,
});
const note = (item: string, words: string, more: Partial<StaffNote> = {}): StaffNote => ({
  item,
  words,
  by: BEN,
  at: AT,
  ...more,
});

describe('A sheet as staff read it', () => {
  it('shows each row that was written, with what stands in it, and says where there is none', () => {
    const parts = readingOf(
      sheet({
        answers: [
          { item: 'people-what', row: 'r00000001', value: 'The crew' },
          { item: 'people-what', row: 'r00000002', value: 'My brother' },
        ],
      }),
    );
    const people = parts.filter(({ number }) => number !== undefined);
    expect(people.map(({ number, reads }) => [number, reads.map(({ value }) => value)])).toEqual([
      [1, ['The crew']],
      [2, ['My brother']],
    ]);
    expect(people.map(({ heading }) => heading !== undefined)).toEqual([true, false]);
    expect(parts.filter(({ reads }) => reads.length === 0).length).toBeGreaterThan(0);
  });

  it('keeps a note in sight when the answer beside it is gone', () => {
    const parts = readingOf(sheet({ notes: [note('people-what', 'Ask again', { row: 'r00000009' })] }));
    const read = parts.flatMap(({ reads }) => reads).find(({ notes }) => notes.length > 0);
    expect(read).toMatchObject({ value: undefined, gone: false, notes: [{ words: 'Ask again' }] });
  });

  it('does not show what is not asked', () => {
    const asked = readingOf(sheet({}, everyKind)).flatMap(({ reads }) => reads.map(({ item }) => item.id));
    expect(asked).toContain('how');
    expect(asked).not.toContain('food');
  });

  it('says what nobody can read any more, and that nothing of it is left', () => {
    const gone = sheet({ answers: [{ item: 'people-what', row: 'r00000001', gone: true }] });
    expect(isAllGone(gone)).toBe(true);
    expect(readingOf(gone).flatMap(({ reads }) => reads.filter((read) => read.gone))).toHaveLength(1);
    expect(isAllGone(sheet({}))).toBe(false);
  });
});

describe('A note', () => {
  const first = withNote([note('one', 'Mine')], { item: 'one' }, ' Also seen ', DANA, AT);

  it('stands beside those of others, one for each of the staff', () => {
    expect(first.map(({ by, words }) => [by.name, words])).toEqual([
      ['Ben H.', 'Mine'],
      ['Dana W.', 'Also seen'],
    ]);
    const again = withNote(first, { item: 'one' }, 'Otherwise', DANA, AT);
    expect(again.map(({ words }) => words)).toEqual(['Mine', 'Otherwise']);
  });

  it('is taken back by no words, and only there', () => {
    const two = withNote(first, { item: 'one', row: 'r00000001' }, 'In the row', DANA, AT);
    expect(withNote(two, { item: 'one' }, ' ', DANA, AT).map(({ words }) => words)).toEqual([
      'Mine',
      'In the row',
    ]);
  });
});
