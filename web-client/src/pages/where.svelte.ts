import { ApiProblem, type Api, type Whereabouts } from '../session/api';

export type Found =
  | { is: 'asked' }
  | { is: 'told'; where: Whereabouts }
  | { is: 'untold'; why: 'no-line' | 'not-noted' | 'other' };

/** Where one person is, for as long as staff look at it: nothing is kept after, since each look is noted. */
export class Where {
  readonly #load: (member: string) => Promise<Whereabouts>;
  #about = $state.raw<{ member: string; name: string }>();
  #found = $state.raw<Found>({ is: 'asked' });

  constructor(api: Pick<Api, 'whereabouts'>, session: string) {
    this.#load = (member) => api.whereabouts(session, member);
  }

  get about(): { member: string; name: string } | undefined {
    return this.#about;
  }

  get found(): Found {
    return this.#found;
  }

  async open(member: string, name: string): Promise<void> {
    const about = { member, name };
    this.#about = about;
    this.#found = { is: 'asked' };
    const found = await this.#load(member).then(
      (where): Found => ({ is: 'told', where }),
      (problem: unknown): Found => ({ is: 'untold', why: why(problem) }),
    );
    // An answer that comes after the sheet was closed is for nobody.
    if (this.#about === about) this.#found = found;
  }

  close(): void {
    this.#about = undefined;
    this.#found = { is: 'asked' };
  }
}

function why(problem: unknown): 'no-line' | 'not-noted' | 'other' {
  if (!(problem instanceof ApiProblem)) return 'other';
  if (problem.status === 0) return 'no-line';
  return problem.type.endsWith(':not-noted') ? 'not-noted' : 'other';
}

/** What a phone can dial: "(555) 010-2 ext. 4" without the words, and without what an extension would add. */
export const dialled = (phone: string): string => (phone.split(/[a-z#,;]/i)[0] ?? '').replace(/[^\d+]/g, '');
