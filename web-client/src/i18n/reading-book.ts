import { enReading } from './en-reading';
import { esReading } from './es-reading';

/** The sentences around somebody's worksheet when their staff read it. */
export const reading = { en: enReading, es: esReading };
