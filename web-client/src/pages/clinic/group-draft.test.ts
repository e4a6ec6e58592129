import { describe, expect, it } from 'vitest';
import { draftOf, LONGEST_RULES, writtenIn } from './group-draft';
import type { GroupDraft } from './group-draft';

const draft = (change: Partial<GroupDraft> = {}): GroupDraft => ({
  ...draftOf(undefined, 'p-dana'),
  title: ' Morning ',
  ...change,
});

describe('a group while it is written', () => {
  it('starts as most groups are, led by whoever makes it', () => {
    expect(writtenIn(draft())).toEqual({
      kind: 'group',
      title: 'Morning',
      size: { least: 2, most: 12 },
      policies: { chat: 'to-staff', camera: 'asked', breaks: 'not-counted', rules: '', codes: [] },
      lead: 'p-dana',
      staff: ['p-dana'],
    });
  });

  it('is for one person when it is individual, whatever the fields said before', () => {
    expect(writtenIn(draft({ kind: 'individual', least: '3', most: '9' }))).toMatchObject({
      size: { least: 1, most: 1 },
    });
  });

  it('names one of those who lead it to those who wait', () => {
    expect(writtenIn(draft({ staff: ['p-ben'], lead: 'p-dana' }))).toMatchObject({ lead: 'p-ben' });
  });

  it('reads codes as people write them', () => {
    expect(writtenIn(draft({ codes: 'H0015, 90853;H0015,\n' }))).toMatchObject({
      policies: { codes: ['H0015', '90853'] },
    });
  });

  it.each([
    [{ title: '  ' }, 'no-title'],
    [{ least: '9', most: '3' }, 'no-size'],
    [{ staff: [] }, 'no-lead'],
    [{ staff: Array.from({ length: 9 }, (_, n) => `p-${String(n)}`) }, 'many-leads'],
    [{ codes: 'A code that is too long' }, 'codes-long'],
    [{ rules: 'x'.repeat(LONGEST_RULES + 1) }, 'rules-long'],
  ])('says what is missing: %o', (change, fault) => {
    expect(writtenIn(draft(change))).toMatchObject({ of: fault });
  });
});
