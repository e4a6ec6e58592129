import { bridges, type Bridge } from './bridges';
import type { Crowd } from './crowd';

/** Looks at a bridge until one that was away is trusted again, with time to spare. */
export const TRUSTED_AFTER_MS = 6_000;

/** The one of two bridges where that many people are, and nobody else. */
export async function inUseBy(people: number): Promise<Bridge> {
  for (const one of bridges.slice(0, 2)) {
    if ((await one.healthy()) && (await one.endpoints()).length === people) return one;
  }
  throw new Error('The session is at neither bridge alone');
}

/** How long each hears nobody when their bridge dies, in milliseconds. */
export async function silencesWhenDead(crowd: Crowd, dying: Bridge): Promise<Record<string, number>> {
  const silences = Object.entries(crowd).map(
    async ([name, page]) => [name, await page.evaluate(() => window.holdfastTest.soundReturns())] as const,
  );
  await dying.kill();
  const ended = await Promise.all(silences);
  return Object.fromEntries(ended.map(([name, ms]) => [name, Math.round(ms)]));
}
