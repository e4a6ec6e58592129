import type { PersonView, RoomView } from '../session/protocol';
import { raised } from './people';

/** What changed in the room, as far as someone who does not look would want to hear it. */
export interface News {
  came: string[];
  went: string[];
  hands: string[];
  yourTurn: boolean;
}

type People = Readonly<Record<string, PersonView>>;
type Room = Pick<RoomView, 'people'>;

export function news(before: Room, after: Room, yourId: string): News {
  const others = (people: People) => Object.entries(people).filter(([id]) => id !== yourId);
  const hadHand = raised(before.people);
  const hasHand = raised(after.people);
  return {
    came: others(after.people)
      .filter(([id]) => !before.people[id])
      .map(([, { name }]) => name),
    went: others(before.people)
      .filter(([id]) => !after.people[id])
      .map(([, { name }]) => name),
    hands: hasHand
      .filter((id) => id !== yourId && !hadHand.includes(id))
      .map((id) => after.people[id]?.name ?? ''),
    yourTurn:
      hasHand.length > 1 && hasHand[0] === yourId && hadHand[0] !== yourId && hadHand.includes(yourId),
  };
}
