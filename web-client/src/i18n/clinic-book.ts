import { enClinic } from './en-clinic';
import { esClinic } from './es-clinic';

/** The sentences of the clinic's groups, beside those of staff pages. */
export const clinic = { en: enClinic, es: esClinic };
