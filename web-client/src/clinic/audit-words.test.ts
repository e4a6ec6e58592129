import { expect, it } from 'vitest';
import { audit } from '../i18n/audit-book';
import { say } from '../i18n/text';
import { DOWNLOADS, LOOKS } from './audit';
import type { AuditNote } from './audit';
import { called, deed } from './audit-words';

const en = say(audit.en, new Intl.PluralRules('en'));
const es = say(audit.es as unknown as typeof audit.en, new Intl.PluralRules('es'));
const dana = { id: 'p-dana', name: 'Dana W.', number: 'S-1' };
const nia = { id: 'p-nia', number: 'H-2001' };
const note = (what: AuditNote['what'], more: Partial<AuditNote> = {}): AuditNote => ({
  at: '2026-11-19T18:00:00Z',
  who: dana,
  what,
  ...more,
});

it('calls staff by name, others by number, and nobody by nothing', () => {
  expect(called(dana, en)).toBe('Dana W.');
  expect(called(nia, en)).toBe('H-2001');
  expect(called({ id: 'p-old' }, es)).toBe('Alguien con el identificador p-old');
  expect(called({}, en)).toBe('A command at the server');
});

it('says what was done, and whose it was', () => {
  expect(deed(note('person', { about: nia }), en)).toBe('opened the page of H-2001.');
  expect(deed(note('group', { group: { id: 'g', title: 'Morning' } }), en)).toBe('opened the group Morning.');
  expect(deed(note('sheet-export', { about: nia }), en)).toContain('H-2001');
  expect(deed(note('sheet-export', { who: nia, about: nia }), en)).toBe(
    'downloaded what the attendance sheet says of them.',
  );
  expect(deed(note('audit', { about: dana }), es)).toBe('leyó la auditoría sobre Dana W.');
});

it('has a sentence without gaps for each kind, in both languages', () => {
  for (const what of [...LOOKS, ...DOWNLOADS])
    for (const t of [en, es]) expect(deed(note(what), t)).toMatch(/^[^{}]+\.$/);
});
