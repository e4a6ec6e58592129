import { expect, it } from 'vitest';
import { MIDDLE, heightAt, phaseAt, wavePath } from './wave';

it('rises, stands high, falls, and ends where it began', () => {
  expect([0, 0.2, 0.45, 0.8, 1].map(phaseAt)).toEqual(['rise', 'rise', 'peak', 'fall', 'fall']);
  expect([heightAt(0), heightAt(0.45), heightAt(1)]).toEqual([0, 1, 0]);
  expect(heightAt(0.3)).toBeGreaterThan(heightAt(0.2));
  expect(heightAt(0.7)).toBeGreaterThan(heightAt(0.9));
});

it('makes no jump', () => {
  const heights = Array.from({ length: 1_001 }, (_, n) => heightAt(n / 1_000));
  const steps = heights.slice(1).map((height, n) => Math.abs(height - (heights[n] ?? 0)));
  expect(Math.max(...steps)).toBeLessThan(0.01);
});

it('stands still in the middle of each phase where nothing should move', () => {
  for (const phase of ['rise', 'peak', 'fall'] as const) expect(phaseAt(MIDDLE[phase])).toBe(phase);
});

it('is drawn as far as it has passed, down to the ground', () => {
  expect(wavePath(100, 50)).toMatch(/^M0\.0 50\.0L.*100\.0 50\.0$/);
  expect(wavePath(100, 50, 0.5)).toMatch(/50\.0 0\.0V50H0Z$/);
});
