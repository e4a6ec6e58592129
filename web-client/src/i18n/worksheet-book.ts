import { enWorksheet } from './en-worksheet';
import { esWorksheet } from './es-worksheet';

export const worksheet = { en: enWorksheet, es: esWorksheet };
