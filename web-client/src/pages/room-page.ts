/** The first Back in the room asks instead of leaving: on phones it is pressed without meaning it. */
export function heedBackButton(ask: () => void): () => void {
  const stay = () => history.pushState({ room: true }, '', location.href);
  const back = () => {
    stay();
    ask();
  };
  stay();
  addEventListener('popstate', back);
  return () => removeEventListener('popstate', back);
}

/** The page is dark while the room is shown, bars of the browser included. */
export function darkPage(): () => void {
  document.documentElement.dataset['theme'] = 'room';
  return () => delete document.documentElement.dataset['theme'];
}
