import { enDesk } from './en-desk';
import { esDesk } from './es-desk';

/** The sentences of the tab where facilitators open worksheets. */
export const desk = { en: enDesk, es: esDesk };
