import { describe, expect, it } from 'vitest';
import { draftOf, writtenIn } from './person-draft';
import type { PersonDraft } from './person-draft';

const draft = (change: Partial<PersonDraft> = {}): PersonDraft => ({
  ...draftOf(undefined, '2026-11-19'),
  name: ' Nia B. ',
  number: 'H-7',
  ...change,
});

describe('a person while they are written down', () => {
  it('needs a name and a number, and nothing that is empty is sent', () => {
    expect(writtenIn(draft(), true)).toEqual({
      name: 'Nia B.',
      number: 'H-7',
      reach: { speaks: 'english', channel: 'none', mayLeaveMessage: false },
    });
  });

  it('keeps a number to call for them', () => {
    expect(writtenIn(draft({ contactName: 'Cora B.', contactPhone: '555-0106' }), true)).toMatchObject({
      contact: { name: 'Cora B.', phone: '555-0106' },
    });
  });

  it.each([
    [{ name: ' ' }, 'no-name'],
    [{ number: '' }, 'no-number'],
    [{ on: '' }, 'no-on'],
    [{ channel: 'sms' as const, email: 'a@b.example' }, 'no-way'],
    [{ channel: 'email' as const, phone: '555' }, 'no-way'],
    [{ contactName: 'Cora B.' }, 'half-contact'],
  ])('says what is missing: %o', (change, fault) => {
    expect(writtenIn(draft(change), true)).toBe(fault);
  });

  it('asks for no day of admission of whom it knows already, nor of staff', () => {
    expect(writtenIn(draft({ on: '' }), false)).toMatchObject({ name: 'Nia B.' });
    expect(writtenIn(draft({ on: '', part: 'staff' }), true)).toMatchObject({ name: 'Nia B.' });
  });
});
