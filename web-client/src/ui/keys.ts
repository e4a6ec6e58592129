/** One-key shortcuts. They never act while someone types, nor with a modifier, which belongs to the browser. */
export interface Keys {
  on: () => boolean;
  keys: Readonly<Record<string, () => void>>;
  /** Space, held down. */
  talk?: { start: () => void; stop: () => void };
}

export function listen(target: Window, { on, keys, talk }: Keys): () => void {
  let talking = false;

  const stop = () => {
    if (!talking) return;
    talking = false;
    talk?.stop();
  };
  const down = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !on()) return;
    if (types(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === ' ') {
      if (!talk || acts(event.target)) return;
      event.preventDefault();
      if (!talking) {
        talking = true;
        talk.start();
      }
      return;
    }
    const act = keys[event.key.toUpperCase()];
    if (!act || event.repeat) return;
    event.preventDefault();
    act();
  };
  const up = (event: KeyboardEvent) => {
    if (event.key === ' ') stop();
  };

  target.addEventListener('keydown', down);
  target.addEventListener('keyup', up);
  // A window that loses the keyboard never sees the key come up: nobody must stay heard without knowing.
  target.addEventListener('blur', stop);
  return () => {
    stop();
    target.removeEventListener('keydown', down);
    target.removeEventListener('keyup', up);
    target.removeEventListener('blur', stop);
  };
}

const types = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'));

/** Space belongs to what it presses. */
const acts = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, summary, input, [role=tab]') !== null;
