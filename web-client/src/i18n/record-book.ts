import { enRecord } from './en-record';
import { esRecord } from './es-record';

/** The sentences of the record's page, beside those of staff pages. */
export const record = { en: enRecord, es: esRecord };
