import { ApiProblem } from '../session/api';

export type Trouble = 'no-line' | 'sign-in' | 'sign-in-anew' | 'role' | 'slow-down' | 'not-noted' | 'other';

/** How a wish ended: done, refused in the server's own words, or not heard. */
export type Outcome = { is: 'done' } | { is: 'refused'; code: string; text: string } | { is: Trouble };

export type Closed = 'no-line' | 'not-noted' | 'not-yours' | 'other';

/**
 * What staff opened, while they look at it. It is not asked for again by itself, since each look is noted; but after
 * each wish, whatever became of it: another may have been quicker.
 */
export class Opened<T> {
  readonly #load: () => Promise<T>;
  #shown = $state.raw<T>();
  #closed = $state.raw<Closed>();

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** As it was when it was last seen. */
  get shown(): T | undefined {
    return this.#shown;
  }

  /** Why there is none, or no newer one. */
  get closed(): Closed | undefined {
    return this.#closed;
  }

  async look(): Promise<void> {
    try {
      this.#shown = await this.#load();
      this.#closed = undefined;
    } catch (problem) {
      this.#closed = whyClosed(problem);
    }
  }

  async ask(wish: () => Promise<unknown>): Promise<Outcome> {
    const outcome = await wish().then((): Outcome => ({ is: 'done' }), outcomeOf);
    if (outcome.is === 'done' || outcome.is === 'refused') await this.look();
    return outcome;
  }
}

function whyClosed(problem: unknown): Closed {
  if (!(problem instanceof ApiProblem)) return 'other';
  if (problem.status === 0) return 'no-line';
  if (problem.type.endsWith(':not-noted')) return 'not-noted';
  return problem.status >= 400 && problem.status < 500 ? 'not-yours' : 'other';
}

export function outcomeOf(problem: unknown): Outcome {
  if (!(problem instanceof ApiProblem)) return { is: 'other' };
  const { status, type, message } = problem;
  if (status === 0) return { is: 'no-line' };
  if (status === 429) return { is: 'slow-down' };
  const code = /[\w-]+$/.exec(type)?.[0] ?? '';
  if (code === 'sign-in-anew') return { is: 'sign-in-anew' };
  if (code === 'role-missing') return { is: 'role' };
  if (code === 'sign-in-refused') return { is: 'sign-in' };
  if (code === 'not-noted') return { is: 'not-noted' };
  return status === 409 ? { is: 'refused', code, text: message } : { is: 'other' };
}
