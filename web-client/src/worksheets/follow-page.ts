import type { Filling } from './filling.svelte';

/** Saves when the page may go, and looks again when it or its line comes back. */
export function followPage(filling: Filling): () => void {
  const save = () => filling.save();
  const wake = () => filling.wake();
  const turn = () => (document.visibilityState === 'hidden' ? save() : wake());
  addEventListener('pagehide', save);
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', turn);
  return () => {
    removeEventListener('pagehide', save);
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', turn);
    save();
  };
}
