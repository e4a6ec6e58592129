import { expect, it } from 'vitest';
import { fits, type Rules } from './rules';

const RULES: Rules = {
  lateAfter: 10,
  leftEarlyBefore: 0,
  graceGap: 120,
  minimumCreditPercent: 100,
  creditUnattended: false,
  creditMediaLost: true,
};

it('takes whole numbers within their limits, and nothing else', () => {
  expect(fits(RULES)).toBe(true);
  for (const wrong of [-1, 121, 2.5, Number.NaN]) expect(fits({ ...RULES, lateAfter: wrong })).toBe(false);
  expect(fits({ ...RULES, minimumCreditPercent: 101 })).toBe(false);
});
