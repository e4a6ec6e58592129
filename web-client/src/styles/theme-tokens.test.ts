import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const THEME = '../../../infra/keycloak/themes/holdfast/login/resources/css/holdfast.css';

/** The tokens of a sheet, by light and dark. */
function tokens(sheet: string): Record<'light' | 'dark', Map<string, string>> {
  const plain = sheet.replaceAll(/\/\*[^]*?\*\//g, '');
  const dark = /@media \(prefers-color-scheme: dark\) \{[^]*?\n\}/.exec(plain)?.[0] ?? '';
  const light = /:root \{[^]*?\n\}/.exec(plain)?.[0] ?? '';
  const of = (text: string) =>
    new Map([...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
  return { light: of(light), dark: of(dark) };
}

/** Keycloak serves its pages itself, so they hold a copy of the few tokens that they need. */
describe('the pages where staff sign in', () => {
  const [ours, theirs] = [tokens(read('./tokens.css')), tokens(read(THEME))];

  it.each(['light', 'dark'] as const)('have the colours of the other pages, %s', (scheme) => {
    expect(theirs[scheme].size).toBeGreaterThan(12);
    for (const [name, value] of theirs[scheme]) {
      if (name === '--r') continue;
      expect(`${name}: ${ours[scheme].get(name)}`).toBe(`${name}: ${value}`);
    }
  });

  it('have the letters of the other pages', () => {
    const family = /--font: ([^;]+);/.exec(read('./tokens.css'))?.[1] ?? 'none';
    expect(read(THEME)).toContain(family);
    expect(
      readFileSync(
        new URL(THEME.replace('css/holdfast.css', 'fonts/atkinson-hyperlegible-next.woff2'), import.meta.url),
      ).length,
    ).toBeGreaterThan(10_000);
  });
});
