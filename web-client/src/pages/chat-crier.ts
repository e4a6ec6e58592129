import type { enRoom } from '../i18n/en-room';
import type { Say } from '../i18n/text';
import type { Announcer } from '../ui/announcer.svelte';
import type { Visit } from './visit.svelte';

/** Says of whom there is a message, once for all that come close together, and never what is in it. */
export function cryMessages(visit: Visit, announcer: Announcer, say: Say<typeof enRoom>): () => void {
  const from = new Set<string>();
  return visit.session.onNotice((notice) => {
    if (notice.code !== 'said' || notice.by === visit.you?.id) return;
    from.add(notice.from ?? '');
    announcer.later('chat', () => {
      const names = [...from].join(', ');
      const n = from.size;
      from.clear();
      return say('say.message', { n, names });
    });
  });
}
