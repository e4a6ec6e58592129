import { enStaff } from './en-staff';
import { esStaff } from './es-staff';

/** The sentences of staff pages, beside those of the room. */
export const staff = { en: enStaff, es: esStaff };
