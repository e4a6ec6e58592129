import { signInAddress } from './account.svelte';

/** What somebody may have to sign in for once more, in the middle of it. */
type Form = 'sign' | 'export' | 'audit';

const place = (form: Form, seat: string) => `${form}-form ${seat} ${location.pathname}`;

/** Out to sign in and back: whoever comes back need not type or choose again, and nobody else finds what it was. */
export function signInKeeping(form: Form, kept: object, seat: string | undefined): void {
  if (seat !== undefined) sessionStorage.setItem(place(form, seat), JSON.stringify(kept));
  location.assign(signInAddress(true));
}

/** What was typed or chosen before one went to sign in, once. */
export function takeKept<Kept extends object>(form: Form, seat: string | undefined): Partial<Kept> {
  if (seat === undefined) return {};
  const kept = sessionStorage.getItem(place(form, seat));
  sessionStorage.removeItem(place(form, seat));
  return kept ? (JSON.parse(kept) as Kept) : {};
}
