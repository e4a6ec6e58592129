import { enAudit } from './en-audit';
import { esAudit } from './es-audit';

/** The sentences of who opened what, beside those of the clinic's other pages. */
export const audit = { en: enAudit, es: esAudit };
