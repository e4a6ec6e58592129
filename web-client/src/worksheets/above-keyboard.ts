/** A phone's keyboard lies over the page: what is being written in stays above it, with its question. */
export function aboveKeyboard(body: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => undefined;

  const fit = () => {
    const covered = Math.max(0, window.innerHeight - view.offsetTop - view.height);
    body.style.setProperty('--covered', `${String(Math.round(covered))}px`);
    const field = document.activeElement;
    if (covered > 0 && field && body.contains(field)) field.scrollIntoView({ block: 'nearest' });
  };
  view.addEventListener('resize', fit);
  body.addEventListener('focusin', fit);
  return () => {
    view.removeEventListener('resize', fit);
    body.removeEventListener('focusin', fit);
  };
}
