import { createContext } from 'svelte';
import { account, ApiProblem, signOut, stayActive } from '../session/api';
import type { Account } from '../session/api';

const LOOK_EVERY_MS = 20_000;
/** Whoever uses the page tells the server no more often than this. */
const TELL_EVERY_MS = 60_000;
const WARN_MS = 2 * 60_000;
const USED = ['pointerdown', 'keydown', 'wheel'] as const;

/** `soon`: it has been quiet; `long`: the day's limit, which no click moves. */
export interface Warning {
  kind: 'soon' | 'long';
  atMs: number;
}

/** How long somebody with an account stays signed in here: told by use, looked at without. */
export class SignedInHere {
  #account = $state.raw<Account>() as Account;
  /** By the server's clock: that of somebody's computer may be minutes off. */
  #nowMs = $state(0);
  #over = $state(false);
  #told = Date.now();
  #askedMs = Date.now();

  constructor(known: Account) {
    this.#account = known;
    this.#nowMs = Date.parse(known.now);
  }

  get seat(): string {
    return this.#account.seat;
  }

  get over(): boolean {
    return this.#over;
  }

  get warning(): Warning | undefined {
    const [ends, idle] = [Date.parse(this.#account.ends), Date.parse(this.#account.idleEnds)];
    if (this.#nowMs > ends - WARN_MS) return { kind: 'long', atMs: ends };
    return this.#nowMs > idle - WARN_MS ? { kind: 'soon', atMs: idle } : undefined;
  }

  /** @returns what ends it */
  watch(): () => void {
    const used = () => {
      if (Date.now() - this.#told > TELL_EVERY_MS && !this.warning) void this.stay();
    };
    const timer = setInterval(() => void this.#ask(async () => (await account()).signedIn), LOOK_EVERY_MS);
    for (const kind of USED) addEventListener(kind, used, { passive: true });
    return () => {
      clearInterval(timer);
      for (const kind of USED) removeEventListener(kind, used);
    };
  }

  stay(): Promise<void> {
    this.#told = Date.now();
    return this.#ask(stayActive);
  }

  async #ask(question: () => Promise<Account | undefined>): Promise<void> {
    const askedMs = Date.now();
    try {
      const answer = await question();
      if (answer) {
        this.#account = answer;
        this.#nowMs = Date.parse(answer.now);
      } else this.#over = true;
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) this.#over = true;
      // Without an answer time passes all the same.
      else this.#nowMs += askedMs - this.#askedMs;
    }
    this.#askedMs = askedMs;
  }
}

/** Present where the reader signed in with an account, and not by a link. */
export const [useAccount, provideAccount] = createContext<{ here: SignedInHere | undefined }>();

/** Signed out wherever it counts first: who only showed once more who they are would stay with the day of before. */
export async function signInForAnotherDay(): Promise<void> {
  await signOut().catch(() => undefined);
  location.assign(signInAddress(false));
}

/** Out to the sign-in page and back to this one. */
export function signInAddress(anew: boolean, to = location.pathname): string {
  return `/staff/sign-in?to=${encodeURIComponent(to)}${anew ? '&anew=1' : ''}`;
}
