/** Where in the clinic's pages an address leads. Addresses hold nothing but ids. */
export type ClinicPlace =
  | { at: 'groups' | 'new-group' | 'people' | 'new-person' | 'import' | 'schedule' }
  | { at: 'group' | 'change-group' | 'person'; id: string };

const PLAIN: Record<string, ClinicPlace> = {
  groups: { at: 'groups' },
  'groups/new': { at: 'new-group' },
  people: { at: 'people' },
  'people/new': { at: 'new-person' },
  'people/import': { at: 'import' },
  schedule: { at: 'schedule' },
};

const WITH_ID = {
  groups: { '': 'group', '/change': 'change-group' },
  people: { '': 'person' },
} as const;

export function clinicPlace(path: string): ClinicPlace | undefined {
  const rest = /^\/staff\/(.+?)\/?$/.exec(path)?.[1] ?? '';
  if (PLAIN[rest]) return PLAIN[rest];
  const [, book, id, more] = /^(groups|people)\/([^/]+)(\/change)?$/.exec(rest) ?? [];
  if (!book || !id) return undefined;
  const at = (WITH_ID[book as keyof typeof WITH_ID] as Record<string, 'group' | 'change-group' | 'person'>)[
    more ?? ''
  ];
  return at && { at, id: decodeURIComponent(id) };
}
