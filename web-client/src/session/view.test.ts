import { describe, expect, test } from 'vitest';
import { HostileKey, merge } from './view';

/** The examples of RFC 7396, appendix A: original, patch, result. */
const examples: [unknown, unknown, unknown][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

test.each(examples)('%j merged with %j is %j', (before, patch, after) => {
  expect(JSON.parse(JSON.stringify(merge(before, patch)))).toEqual(after);
});

describe('the view of a room', () => {
  const room = merge(undefined, {
    place: 'room',
    people: { pSam: { name: 'Sam', line: 'here' }, pAmina: { name: 'Amina', line: 'here' } },
  }) as { place: string; people: Record<string, { name: string; line: string }> };

  test('a change of one person leaves the others the same objects', () => {
    const after = merge(room, { people: { pSam: { line: 'dropped' } } }) as typeof room;
    expect(after).not.toBe(room);
    expect(after.people['pSam']).toEqual({ name: 'Sam', line: 'dropped' });
    expect(after.people['pAmina']).toBe(room.people['pAmina']);
    expect(room.people['pSam']?.line).toBe('here');
  });

  test('a patch that changes nothing gives the same object', () => {
    expect(merge(room, { people: { pSam: { line: 'here' }, pTheo: null } })).toBe(room);
  });

  test('nobody is named after what all objects have', () => {
    expect(room.people['constructor']).toBeUndefined();
    expect(room.people['toString']).toBeUndefined();
  });
});

describe('hostile keys', () => {
  test.each([
    '{"__proto__":{"admin":true}}',
    '{"people":{"__proto__":{"admin":true}}}',
    '{"__proto__":null}',
  ])('%s is refused, and reaches no other object', (text) => {
    expect(() => merge({ people: {} }, JSON.parse(text))).toThrow(HostileKey);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test('a key named constructor is data like any other', () => {
    const after = merge({}, JSON.parse('{"constructor":{"prototype":{"admin":true}}}'));
    expect(JSON.stringify(after)).toBe('{"constructor":{"prototype":{"admin":true}}}');
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});
