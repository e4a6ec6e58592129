import type { Called, GroupView, StaffLine } from './books';
import { may } from './roles';

/** Who can be named to lead a group: whoever may lead, and whoever already does, whatever became of their account. */
export function leaders(staff: readonly StaffLine[], group: GroupView | undefined): Called[] {
  const able = staff.filter(({ roles }) => may(roles, 'lead'));
  const others = (group?.staff ?? []).filter(({ id }) => !able.some((one) => one.id === id));
  return [...able, ...others].map(({ id, name }) => ({ id, name }));
}
