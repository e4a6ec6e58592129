import { enMine } from './en-mine';
import { esMine } from './es-mine';

/** The sentences of a person's own page under their link. */
export const mine = { en: enMine, es: esMine };
