const place = () => `sign-form ${location.pathname}`;

/** Kept while one signs in elsewhere: whoever comes back need not type again. */
export function keepWords(words: { name: string; credential: string }): void {
  sessionStorage.setItem(place(), JSON.stringify(words));
}

/** What was typed before one went to sign in, once. */
export function takeWords(): Partial<Record<'name' | 'credential', string>> {
  const words = sessionStorage.getItem(place());
  sessionStorage.removeItem(place());
  return words ? (JSON.parse(words) as Record<'name' | 'credential', string>) : {};
}
