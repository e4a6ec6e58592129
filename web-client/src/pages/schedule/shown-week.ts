import type { GroupLine } from '../../clinic/books';
import type { ScheduleView } from '../../clinic/calendar';

/** A week of the calendar, with the groups that could meet in it. */
export interface ShownWeek {
  view: ScheduleView;
  groups: GroupLine[];
}
