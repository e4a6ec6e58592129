import type { record } from '../../i18n/record-book';
import type { Say } from '../../i18n/text';
import type { Outcome } from './open-record.svelte';

/** Why a wish was not carried out, for the person who had it. */
export function outcomeText(outcome: Outcome, t: Say<(typeof record)['en']>): string {
  switch (outcome.is) {
    case 'done':
      return '';
    case 'refused':
      return outcome.text;
    case 'no-line':
    case 'sign-in':
    case 'sign-in-anew':
    case 'role':
    case 'slow-down':
    case 'not-noted':
    case 'other':
      return t(`trouble.${outcome.is}`);
  }
}
