import { expect, it } from 'vitest';
import { Attempt } from './attempt';

it('a wish that is asked again keeps its id, and another one gets its own', () => {
  const attempt = new Attempt();
  const first = attempt.commandFor({ member: 'p', minutes: 55 });
  expect(first).toMatch(/^[\w-]{22}$/);
  expect(attempt.commandFor({ member: 'p', minutes: 55 })).toBe(first);
  expect(attempt.commandFor({ member: 'p', minutes: 54 })).not.toBe(first);
});
