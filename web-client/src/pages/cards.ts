import type { Note, NoteKind } from './visit.svelte';

type Both = 'both-off' | 'both-may';

/** A note as it is drawn: on a phone two that came with one wish would cover the group. */
export interface Card extends Omit<Note, 'kind'> {
  kind: NoteKind | Both;
  /** The notes that it stands for: seen together, too. */
  of: NoteKind[];
}

/** Microphone and camera, which staff switch together when everybody is to listen. */
const PAIRS: [NoteKind, NoteKind, Both][] = [
  ['muted', 'camera-stopped', 'both-off'],
  ['may-unmute', 'may-start-camera', 'both-may'],
];

export function cardsOf(notes: readonly Note[]): Card[] {
  const pairs = PAIRS.filter(([one, other]) => {
    const [a, b] = [one, other].map((kind) => notes.find((note) => note.kind === kind));
    return a && b && a.by === b.by;
  });
  return notes.flatMap((note): Card[] => {
    const pair = pairs.find((kinds) => kinds.includes(note.kind));
    if (!pair) return [{ ...note, of: [note.kind] }];
    const [one, other, kind] = pair;
    // In the place of the first of the two.
    return note.kind === one ? [{ ...note, kind, of: [one, other] }] : [];
  });
}
