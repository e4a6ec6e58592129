import type { Holiday, SeriesLine, SlotLine } from '../../clinic/calendar';

/** What somebody on the page of the schedule is about to do, if anything. */
export type Asked =
  | { is: 'slot' | 'prepare' | 'move' | 'cancel' | 'restore' | 'make-up'; slot: SlotLine }
  | { is: 'change' | 'end'; series: SeriesLine }
  | { is: 'drop'; holiday: Holiday }
  | { is: 'make' | 'extra' | 'holiday' };
