import { ApiProblem } from '../session/api';

/** How it went that something was not saved: the line is gone, the words do not fit, or nothing is taken any more. */
export type Unsaved = { is: 'later' } | { is: 'refused'; words: string } | { is: 'closed' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
const CLOSED = [401, 403, 404, 410];

export function outcomeOf(problem: unknown): Unsaved {
  if (isUnsaved(problem)) return problem;
  if (!(problem instanceof ApiProblem)) return { is: 'later' };
  const { status, message } = problem;
  if (CLOSED.includes(status)) return { is: 'closed' };
  const final = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return final ? { is: 'refused', words: message } : { is: 'later' };
}

const isUnsaved = (problem: unknown): problem is Unsaved =>
  typeof problem === 'object' && problem !== null && 'is' in problem;

export const waitMs = (failures: number): number => Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
