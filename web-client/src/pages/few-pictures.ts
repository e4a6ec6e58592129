import type { PersonView } from '../session/protocol';
import { screenOf } from './drawn.svelte';
import type { Group } from './group';
import { seated, sharerOf } from './people';

interface Room {
  people: Readonly<Record<string, PersonView>>;
  spotlight?: string;
}

/** Which pictures come to somebody who saves data: none, or the one that matters most right now. */
export class FewPictures {
  #spoke: string | undefined;

  /** Absent: everybody's. */
  of(room: Room, yourId: string, group: Pick<Group, 'of' | 'saveData'>): readonly string[] | undefined {
    switch (group.saveData) {
      case 'off':
      case 'small':
        return undefined;
      case 'sound-only':
        return [];
      case 'one-picture':
        return [this.#one(room, yourId, group)].filter((one) => one !== undefined);
    }
  }

  /** A screen that is shown; the spotlight; who speaks, until somebody else does; who leads. */
  #one({ people, spotlight }: Room, yourId: string, group: Pick<Group, 'of'>): string | undefined {
    const others = seated(people).filter(({ id }) => id !== yourId);
    this.#spoke = others.find(({ id }) => group.of(id)?.speaking)?.id ?? this.#spoke;
    const sharer = sharerOf(people);
    if (sharer !== undefined && sharer !== yourId) return screenOf(sharer);
    const there = (id: string | undefined) => others.find((other) => other.id === id)?.id;
    return (
      there(spotlight) ??
      there(this.#spoke) ??
      others.find(({ role }) => role === 'facilitator')?.id ??
      others[0]?.id
    );
  }
}
