import type { StaffRole } from './books';

/**
 * What the pages offer to whom. The server decides; a page only does not offer what would be refused.
 *
 * `books`: open groups and people; `treat`: read what people wrote; `care`: move people and put them into groups; `keep`:
 * make and change groups, people and links; `rule`: roles and licences; `audit`: read who opened what; `lead`: be who
 * leads a group.
 */
export type May = 'books' | 'treat' | 'care' | 'keep' | 'rule' | 'audit' | 'lead';

const WHO: Record<May, readonly StaffRole[]> = {
  books: ['facilitator', 'clinician', 'supervisor', 'clinic-admin'],
  treat: ['facilitator', 'clinician', 'supervisor'],
  care: ['clinician', 'supervisor', 'clinic-admin'],
  keep: ['supervisor', 'clinic-admin'],
  rule: ['clinic-admin'],
  audit: ['auditor'],
  lead: ['facilitator', 'clinician'],
};

export const may = (roles: readonly StaffRole[], what: May): boolean =>
  WHO[what].some((role) => roles.includes(role));
