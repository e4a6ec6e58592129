import { describe, expect, it } from 'vitest';
import type { PersonView } from '../session/protocol';
import { initials } from './meeting';
import { news } from './news';
import { seated } from './people';

const person = (name: string, order: number, more: Partial<PersonView> = {}): PersonView => ({
  name,
  role: 'participant',
  order,
  line: 'here',
  microphone: 'on',
  camera: 'on',
  ...more,
});
const amina = person('Amina', 1);
const sam = person('Sam', 2);
const theo = person('Theo', 3);

describe('people in the room', () => {
  it('keep their seats whoever speaks or raises a hand', () => {
    const people = { t: { ...theo, hand: 9 }, a: amina, s: { ...sam, hand: 4 } };
    expect(seated(people).map(({ name, handPlace }) => [name, handPlace])).toEqual([
      ['Amina', undefined],
      ['Sam', 1],
      ['Theo', 2],
    ]);
  });

  it('have initials of at most two names', () => {
    expect(['Amina', 'Amina H.', 'María del Mar'].map(initials)).toEqual(['A', 'AH', 'MD']);
  });
});

describe('news for someone who does not look', () => {
  it('names who came and who went, never oneself', () => {
    expect(news({ people: { s: sam } }, { people: { a: amina, t: theo } }, 'a')).toMatchObject({
      came: ['Theo'],
      went: ['Sam'],
    });
  });

  it('says that it is your turn when the hand before yours goes down', () => {
    const before = { people: { a: { ...amina, hand: 5 }, s: { ...sam, hand: 4 }, t: { ...theo, hand: 6 } } };
    const after = { people: { a: { ...amina, hand: 5 }, s: sam, t: { ...theo, hand: 6 } } };
    expect(news(before, after, 'a')).toMatchObject({ yourTurn: true, hands: [] });
  });

  it('names a new hand once', () => {
    const up = { people: { a: amina, s: { ...sam, hand: 4 } } };
    expect(news({ people: { a: amina, s: sam } }, up, 'a').hands).toEqual(['Sam']);
    expect(news(up, up, 'a').hands).toEqual([]);
  });
});
