const KEPT = 'holdfast-forms-lately';
const MOST = 4;

/** The forms that were opened from this browser, the last one first. Their names say nothing of anybody. */
export function formsLately(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function usedLately(form: string): void {
  try {
    const others = formsLately().filter((name) => name !== form);
    localStorage.setItem(KEPT, JSON.stringify([form, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing shows them all by name.
  }
}
