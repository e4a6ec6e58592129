import { expect, it } from 'vitest';
import { added, changed, shifted, without, type Chosen } from './chosen';

const line = (form: string) => ({ form, version: '1', title: form.toUpperCase(), questions: 3 });
const three = ['a', 'b', 'c'].reduce<readonly Chosen[]>(
  (all, form) => added(all, line(form), `w-${form}`),
  [],
);
const forms = (all: readonly Chosen[]) => all.map(({ form }) => form).join('');

it('adds a worksheet at the end, private until somebody says otherwise, under an id of its own', () => {
  expect(three.at(-1)).toEqual({ worksheet: 'w-c', form: 'c', version: '1', title: 'C', mode: 'private' });
  const [one, other] = added(added([], line('a')), line('a'));
  expect(one?.worksheet).toMatch(/^w[\w-]{21}$/);
  expect(one?.worksheet).not.toBe(other?.worksheet);
});

it('changes the order by one place, and not past an end', () => {
  expect(forms(shifted(three, 2, -1))).toBe('acb');
  expect(forms(shifted(three, 0, 1))).toBe('bac');
  expect(shifted(three, 0, -1)).toBe(three);
  expect(shifted(three, 2, 1)).toBe(three);
});

it('takes one out, and says of one who sees it', () => {
  expect(forms(without(three, 1))).toBe('ac');
  expect(changed(three, 1, { mode: 'board' }).map(({ mode }) => mode)).toEqual([
    'private',
    'board',
    'private',
  ]);
  expect(changed(three, 1, { members: ['sam'] }).map(({ members }) => members)).toEqual([
    undefined,
    ['sam'],
    undefined,
  ]);
});
