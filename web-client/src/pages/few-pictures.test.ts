import { describe, expect, it } from 'vitest';
import type { SaveData } from '../media/stage';
import type { PersonView } from '../session/protocol';
import { FewPictures } from './few-pictures';

const person = (order: number, more: Partial<PersonView> = {}): PersonView => ({
  name: '',
  role: 'participant',
  order,
  line: 'here',
  microphone: 'on',
  camera: 'on',
  ...more,
});
const people = {
  amina: person(0),
  sam: person(1),
  maria: person(2),
  dana: person(3, { role: 'facilitator' }),
};
const group = (saveData: SaveData, ...speaking: string[]) => ({
  saveData,
  of: (member: string) => ({ speaking: speaking.includes(member), line: 'good' as const, paused: false }),
});

describe('Amina, who saves data', () => {
  it('sees everybody, less sharp, or nobody, as she chose', () => {
    const few = new FewPictures();
    expect(few.of({ people }, 'amina', group('off'))).toBeUndefined();
    expect(few.of({ people }, 'amina', group('small'))).toBeUndefined();
    expect(few.of({ people }, 'amina', group('sound-only', 'sam'))).toEqual([]);
  });

  it('sees who leads, then who speaks, until somebody else does', () => {
    const few = new FewPictures();
    const sees = (...speaking: string[]) => few.of({ people }, 'amina', group('one-picture', ...speaking));
    expect(sees()).toEqual(['dana']);
    expect(sees('amina')).toEqual(['dana']);
    expect(sees('sam')).toEqual(['sam']);
    expect(sees()).toEqual(['sam']);
    expect(sees('maria')).toEqual(['maria']);
  });

  it('sees whoever is in the spotlight, and a shared screen before any face', () => {
    const few = new FewPictures();
    const lit = { people, spotlight: 'maria' };
    expect(few.of(lit, 'amina', group('one-picture', 'sam'))).toEqual(['maria']);
    const shared = { people: { ...people, dana: { ...people.dana, screen: true } } };
    expect(few.of(shared, 'amina', group('one-picture', 'sam'))).toEqual(['screen dana']);
  });

  it('sees somebody else when the one who spoke is gone', () => {
    const few = new FewPictures();
    few.of({ people }, 'amina', group('one-picture', 'sam'));
    const { amina, maria, dana } = people;
    expect(few.of({ people: { amina, maria, dana } }, 'amina', group('one-picture'))).toEqual(['dana']);
  });
});
