import type { PersonView, Role } from '../session/protocol';

/** Someone in the room with their id and their place among the raised hands. */
export type Person<P extends PersonView = PersonView> = P & { id: string; handPlace: number | undefined };

/** Everyone in the order of their seats, which never changes because someone speaks. */
export function seated<P extends PersonView>(people: Readonly<Record<string, P>>): Person<P>[] {
  const hands = raised(people);
  return Object.entries(people)
    .map(([id, person]) => ({
      ...person,
      id,
      handPlace: hands.includes(id) ? hands.indexOf(id) + 1 : undefined,
    }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Who has a hand up, the first to raise it first. */
export function raised(people: Readonly<Record<string, PersonView>>): string[] {
  return Object.entries(people)
    .filter(([, person]) => person.hand !== undefined)
    .sort(([, a], [, b]) => (a.hand ?? 0) - (b.hand ?? 0))
    .map(([id]) => id);
}

/** Those who are shown larger first, in the order in which they are named; the others as they sit. */
export function largeFirst<P extends { id: string }>(people: readonly P[], large: readonly string[]): P[] {
  const first = large.flatMap((one) => people.filter(({ id }) => id === one));
  return [...first, ...people.filter((person) => !first.includes(person))];
}

/** Who shows their screen now; one at a time. */
export const sharerOf = (people: Readonly<Record<string, PersonView>>): string | undefined =>
  Object.entries(people).find(([, { screen }]) => screen)?.[0];

/** Whether somebody takes part in the group: guests who only listen and those who lead or interpret are apart. */
export const takesPart = (role: Role): boolean => role === 'participant' || role === 'family';

/** Whether every member of the group is held, one by one or all at once. */
export function onlyStaffSpeak(people: Readonly<Record<string, PersonView>>): boolean {
  const members = Object.values(people).filter(({ role }) => takesPart(role));
  return members.length > 0 && members.every(({ microphone }) => microphone === 'held');
}
