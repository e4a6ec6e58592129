import { expect, it } from 'vitest';
import { worksheet } from '../../i18n/worksheet-book';
import { say } from '../../i18n/text';
import type { PersonView } from '../../session/protocol';
import { leaders, readersOf } from './readers';

const t = say(worksheet.en, new Intl.PluralRules('en'));
const person = (name: string, role: PersonView['role'], order: number): PersonView => ({
  name,
  role,
  order,
  line: 'here',
  microphone: 'on',
  camera: 'on',
});

it('who sees a sheet is said by name, and never less than the truth', () => {
  const people = {
    a: person('Tom K.', 'facilitator', 2),
    b: person('Sam P.', 'participant', 1),
    c: person('Dana W.', 'facilitator', 0),
    d: person('Lee O.', 'observer', 3),
  };
  expect(leaders(people)).toBe('Dana W., Tom K.');
  expect(readersOf(t, 'private', leaders(people))).toBe(
    'Only you, Dana W., Tom K. and your care team see this.',
  );
  expect(readersOf(t, 'board', '')).toBe(
    'You and your care team see this. The group sees only what you put on the wall.',
  );
});
