import { signInAddress } from '../account.svelte';

interface Words {
  name: string;
  credential: string;
}

const place = (seat: string) => `sign-form ${seat} ${location.pathname}`;

/** Out to sign in and back: whoever comes back need not type again, and nobody else finds what was typed. */
export function signInKeeping({ name, credential }: Words, seat: string): void {
  sessionStorage.setItem(place(seat), JSON.stringify({ name, credential }));
  location.assign(signInAddress(true));
}

/** What was typed before one went to sign in, once. */
export function takeWords(seat: string | undefined): Partial<Words> {
  if (seat === undefined) return {};
  const words = sessionStorage.getItem(place(seat));
  sessionStorage.removeItem(place(seat));
  return words ? (JSON.parse(words) as Words) : {};
}
