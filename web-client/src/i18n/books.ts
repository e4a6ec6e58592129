import { en } from './en';
import { es } from './es';

/** The sentences that a participant's page starts with. */
export const common = { en, es };
