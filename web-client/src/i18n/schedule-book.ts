import { enSchedule } from './en-schedule';
import { esSchedule } from './es-schedule';

/** The sentences of the schedule, beside those of the clinic's other pages. */
export const schedule = { en: enSchedule, es: esSchedule };
