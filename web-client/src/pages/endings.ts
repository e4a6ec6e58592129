import type { Ending } from './visit.svelte';

/** What stands over the page of a visit that is over. */
export function endingTitle(ending: Ending) {
  switch (ending) {
    case 'left':
      return 'after.left';
    case 'removed':
      return 'after.removed';
    case 'moved-device':
      return 'after.moved';
    case 'opened-elsewhere':
      return 'after.elsewhere';
    case 'signed-out':
      return 'after.signed-out';
    case 'ended':
    case 'no-seat':
    case 'role-gone':
    case 'closed-here':
      return 'after.ended';
  }
}

/** What there is to say of an ending besides what is kept of the visit. */
export function endingWhy(ending: Ending) {
  switch (ending) {
    case 'removed':
      return 'after.removed-why';
    case 'moved-device':
      return 'after.moved-why';
    case 'opened-elsewhere':
      return 'after.elsewhere-why';
    case 'signed-out':
      return 'after.signed-out-why';
    case 'left':
    case 'ended':
    case 'no-seat':
    case 'role-gone':
    case 'closed-here':
      return undefined;
  }
}
