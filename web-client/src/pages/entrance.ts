import { account, Api, ApiProblem, exchange } from '../session/api';
import type { Account, Me } from '../session/api';

/** Where a person stands before the meeting: what the address bar, the browser and the server say together. */
export type Door =
  | { kind: 'opening' }
  | { kind: 'in-app'; link: string }
  | { kind: 'gone' }
  | { kind: 'sign-in' }
  | { kind: 'unreachable' }
  | { kind: 'open'; seat: string; me: Me; account?: Account };

/** A place within a page, as `#entry-14`, is none. */
const TOKEN = /^#(?!entry-\d+$)(.+)$/;

/** The link's token leaves the address as soon as it is used: neither history nor a shoulder keeps it. */
export async function enter(page: '/join' | '/staff'): Promise<Door> {
  try {
    const token = TOKEN.exec(location.hash)?.[1];
    let seat = new URLSearchParams(location.search).get('seat');
    if (token) {
      seat = (await exchange(token)).seat;
      history.replaceState(null, '', `${page}?seat=${encodeURIComponent(seat)}`);
    }
    const mine = page === '/staff' && !token ? await accountHere() : 'none';
    if (mine === 'sign-in') return { kind: 'sign-in' };
    if (mine !== 'none')
      return { kind: 'open', seat: mine.seat, me: await new Api(mine.seat).me(), account: mine };
    if (!seat) return { kind: 'gone' };
    return { kind: 'open', seat, me: await new Api(seat).me() };
  } catch (failure) {
    return { kind: refuses(failure) ? 'gone' : 'unreachable' };
  }
}

/** Once more, for a page that waits for its meeting; nothing where only the line is lost. */
export async function lookAgain(seat: string): Promise<Door | undefined> {
  try {
    return { kind: 'open', seat, me: await new Api(seat).me() };
  } catch (failure) {
    return refuses(failure) ? { kind: 'gone' } : undefined;
  }
}

function refuses(failure: unknown): boolean {
  const closed = failure instanceof ApiProblem && failure.status >= 400 && failure.status < 500;
  return closed && failure.status !== 429;
}

/** Where staff have accounts, nobody gets in by what stands in the address. */
async function accountHere(): Promise<Account | 'sign-in' | 'none'> {
  const { accounts, signedIn } = await account();
  return signedIn ?? (accounts ? 'sign-in' : 'none');
}
