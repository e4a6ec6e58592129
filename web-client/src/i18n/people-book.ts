import { enPeople } from './en-people';
import { esPeople } from './es-people';

/** The sentences about people, their way and their links, beside those of the clinic's groups. */
export const people = { en: enPeople, es: esPeople };
