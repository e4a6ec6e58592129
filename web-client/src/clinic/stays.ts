import type { Step } from './books';

export interface StepShown extends Step {
  /** The first step of a stay after another: somebody came back. */
  back: boolean;
  /** Where they are now. */
  latest: boolean;
}

/** Somebody's way, stay by stay, each in the order in which it was walked. */
export function staysOf(steps: readonly Step[]): StepShown[][] {
  const stays: StepShown[][] = [];
  let before: Step | undefined;
  for (const step of steps) {
    const begins = step.stay !== before?.stay;
    if (begins) stays.push([]);
    stays.at(-1)?.push({ ...step, back: begins && before !== undefined, latest: step === steps.at(-1) });
    before = step;
  }
  return stays;
}
