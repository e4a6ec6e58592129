import type { GroupKind, GroupPolicies, GroupView } from '../../clinic/books';
import type { Leads, Outline } from '../../clinic/clinic-api';
import { sizeFrom, USUAL_SIZE } from '../../clinic/size';

/** A group while it is written: as it stands in the fields. */
export interface GroupDraft {
  kind: GroupKind;
  title: string;
  least: string;
  most: string;
  staff: string[];
  lead: string;
  chat: GroupPolicies['chat'];
  camera: GroupPolicies['camera'];
  breaks: GroupPolicies['breaks'];
  codes: string;
  rules: string;
}

export type GroupFault =
  { of: 'no-title' | 'no-size' | 'no-lead' | 'many-leads' | 'codes-long' } | { of: 'rules-long'; n: number };

export const LONGEST_RULES = 1_000;
const LONGEST_CODE = 16;
const MOST_CODES = 8;
const MOST_LEADS = 8;

/** As the clinic has it, or as most new ones of its kind are. */
export function draftOf(group: GroupView | undefined, me: string): GroupDraft {
  const { least, most } = group?.size ?? USUAL_SIZE.group;
  const { chat, camera, breaks, codes, rules } = group?.policies ?? {
    chat: 'to-staff',
    camera: 'asked',
    breaks: 'not-counted',
    codes: [],
    rules: '',
  };
  return {
    kind: group?.kind ?? 'group',
    title: group?.title ?? '',
    least: String(least),
    most: String(most),
    staff: group?.staff.map(({ id }) => id) ?? (me ? [me] : []),
    lead: group?.lead.id ?? me,
    chat,
    camera,
    breaks,
    codes: codes.join(', '),
    rules,
  };
}

export type Written = Outline & Leads & { kind: GroupKind };

/** What is asked of the server, or what is still missing, the first thing first. */
export function writtenIn(draft: GroupDraft): Written | GroupFault {
  const title = draft.title.trim();
  if (!title) return { of: 'no-title' };
  const size = draft.kind === 'individual' ? { ...USUAL_SIZE.individual } : sizeFrom(draft.least, draft.most);
  if (!size) return { of: 'no-size' };
  if (draft.staff.length === 0) return { of: 'no-lead' };
  if (draft.staff.length > MOST_LEADS) return { of: 'many-leads' };
  const lead = draft.staff.includes(draft.lead) ? draft.lead : (draft.staff[0] ?? '');
  const codes = [...new Set(draft.codes.split(/[,;\n]/).map((code) => code.trim()))].filter(Boolean);
  if (codes.length > MOST_CODES || codes.some(({ length }) => length > LONGEST_CODE))
    return { of: 'codes-long' };
  const rules = draft.rules.trim();
  if (rules.length > LONGEST_RULES) return { of: 'rules-long', n: rules.length };
  const { kind, chat, camera, breaks } = draft;
  return {
    kind,
    title,
    size,
    policies: { chat, camera, breaks, rules, codes },
    lead,
    staff: [...draft.staff],
  };
}
