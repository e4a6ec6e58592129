import type { audit } from '../i18n/audit-book';
import type { Say } from '../i18n/text';
import type { AuditNote, AuditPerson } from './audit';

type Words = Say<(typeof audit)['en']>;

/** What somebody is called: staff by name, others by record number, a command by what it is. */
export function called({ id, name, number }: AuditPerson, t: Words): string {
  if (id === undefined) return t('who.server');
  if (name !== undefined) return name;
  return number ?? t('who.unknown', { id });
}

/** What they did, as the rest of a sentence that begins with who did it. */
export function deed({ who, what, about, group, log }: AuditNote, t: Words): string {
  const whom = () => (about ? called(about, t) : t('did.somebody'));
  const own = about !== undefined && about.id === who.id;
  switch (what) {
    case 'sheet':
    case 'session-record':
    case 'people':
      return t(`did.${what}`);
    case 'whereabouts':
    case 'person':
    case 'links':
    case 'worksheets':
    case 'worksheet-export':
      return t(`did.${what}`, { about: whom() });
    case 'group':
      return t('did.group', { group: group?.title ?? t('did.some-group') });
    case 'audit':
    case 'audit-export':
      return about ? t(`did.${what}-about`, { about: whom() }) : t(`did.${what}`);
    case 'sheet-export':
    case 'timeline-export':
      if (!about) return t(`did.${what}`);
      return own ? t(`did.${what}-own`) : t(`did.${what}-about`, { about: whom() });
    case 'bundle':
      return t('did.bundle', { log: log ?? '' });
  }
}
