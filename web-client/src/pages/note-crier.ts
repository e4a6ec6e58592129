import type { enRoom } from '../i18n/en-room';
import type { Say } from '../i18n/text';
import type { Announcer } from '../ui/announcer.svelte';
import type { Visit } from './visit.svelte';

/** Says what somebody did for this person alone: at once where it changes what they can do. */
export function cryNotes(visit: Visit, announcer: Announcer, t: Say<typeof enRoom>): () => void {
  return visit.session.onNotice(({ code, by = t('note.someone') }) => {
    if (code === 'muted') announcer.now(t('note.muted', { by }));
    if (code === 'nudged') announcer.later('nudged', () => t('note.nudged', { by }));
  });
}
