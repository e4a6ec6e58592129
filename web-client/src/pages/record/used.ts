import type { RecordDecision } from '../../session/record';

/** A worksheet that was before people in a session. What they wrote is nowhere in the record. */
export interface Used {
  form: string;
  version: string;
  from: string;
  /** Absent where nobody closed it before the end. */
  to?: string;
  /** The most of those whom it was for at once: everybody, or so many. */
  people: number | 'everyone';
}

/** In the order in which they were opened. Opened again for others while it is open, it goes on. */
export function usedWorksheets(decisions: readonly RecordDecision[]): readonly Used[] {
  return decisions.reduce<readonly Used[]>((used, { code, at, args }) => {
    const [form, version] = [args['form'], args['version']];
    if (form === undefined || version === undefined || !code.startsWith('worksheet.')) return used;
    const known = used.findLastIndex(
      (one) => one.form === form && one.version === version && one.to === undefined,
    );
    const before = used[known];
    if (code === 'worksheet.closed') return before ? replaced(used, known, { ...before, to: at }) : used;
    const people = peopleIn(code, args);
    if (!before) return [...used, { form, version, from: at, people }];
    return replaced(used, known, { ...before, people: more(before.people, people) });
  }, []);
}

function peopleIn(code: string, args: Record<string, string>): Used['people'] {
  if (code === 'worksheet.opened') return 'everyone';
  return code === 'worksheet.opened-one' ? 1 : Number(args['number'] ?? 1);
}

const more = (one: Used['people'], other: Used['people']): Used['people'] =>
  one === 'everyone' || other === 'everyone' ? 'everyone' : Math.max(one, other);

const replaced = (all: readonly Used[], at: number, one: Used): readonly Used[] =>
  all.map((other, n) => (n === at ? one : other));
