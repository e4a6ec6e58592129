import { expect, it } from 'vitest';
import type { Step } from './books';
import { staysOf } from './stays';

const step = (stay: number, phase: Step['phase'], on: string): Step => ({ stay, phase, on });

it('tells a way stay by stay, and where somebody came back', () => {
  const stays = staysOf([
    step(1, 'admitted', '2026-08-31'),
    step(1, 'active', '2026-09-02'),
    step(1, 'discharged', '2026-10-01'),
    step(2, 'active', '2026-11-02'),
  ]);
  expect(stays.map((stay) => stay.map(({ phase, back, latest }) => [phase, back, latest]))).toEqual([
    [
      ['admitted', false, false],
      ['active', false, false],
      ['discharged', false, false],
    ],
    [['active', true, true]],
  ]);
  expect(staysOf([])).toEqual([]);
});
