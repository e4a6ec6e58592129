/** Where in the clinic's pages an address leads. Addresses hold nothing but ids. */
export type ClinicPlace =
  | { at: 'groups' | 'new-group' | 'people' | 'new-person' | 'import' | 'schedule' | 'audit' | 'own-clinic' }
  | { at: 'group' | 'change-group' | 'person' | 'change-person'; id: string }
  | { at: 'worksheet'; id: string; sheet: string };

const PLAIN: Record<string, ClinicPlace> = {
  groups: { at: 'groups' },
  'groups/new': { at: 'new-group' },
  people: { at: 'people' },
  'people/new': { at: 'new-person' },
  'people/import': { at: 'import' },
  schedule: { at: 'schedule' },
  audit: { at: 'audit' },
  clinic: { at: 'own-clinic' },
};

export function clinicPlace(path: string): ClinicPlace | undefined {
  const rest = /^\/staff\/(.+?)\/?$/.exec(path)?.[1] ?? '';
  const plain = PLAIN[rest];
  if (plain) return plain;
  const [, whose, sheet] = /^people\/([^/]+)\/worksheets\/([^/]+)$/.exec(rest) ?? [];
  if (whose && sheet)
    return { at: 'worksheet', id: decodeURIComponent(whose), sheet: decodeURIComponent(sheet) };
  const [, book, id, change] = /^(groups|people)\/([^/]+)(\/change)?$/.exec(rest) ?? [];
  if (!book || !id) return undefined;
  const at = book === 'groups' ? (change ? 'change-group' : 'group') : change ? 'change-person' : 'person';
  return { at, id: decodeURIComponent(id) };
}
