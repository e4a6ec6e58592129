import { expect } from 'vitest';
import { A_BEEP, type Watched } from './media';

/** Many people at once, each looked at with one question. */
export type Crowd = Record<string, Watched>;

const WITHIN = { timeout: 45_000, interval: 500 };

type Figures = Record<string, Map<number, number>>;

/** For everybody: streams by number, with what `figure` makes of them. */
async function received(crowd: Crowd, figure: 'energy' | 'packets'): Promise<Figures> {
  const all = Object.entries(crowd).map(async ([name, page]) => {
    const streams = await page.evaluate(() => window.holdfastTest.streams('inbound-rtp', 'audio'));
    return [name, new Map(streams.map((stream) => [stream.ssrc, stream[figure]]))] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

async function sent(crowd: Crowd): Promise<Record<string, number[]>> {
  const all = Object.entries(crowd).map(async ([name, page]) => {
    const streams = await page.evaluate(() => window.holdfastTest.streams('outbound-rtp', 'audio'));
    return [name, streams.map(({ ssrc }) => ssrc)] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

/** Who does not hear whom since `before`, as `listener from speaker`. */
async function unheard(crowd: Crowd, before: Figures): Promise<string[]> {
  const [streams, now] = await Promise.all([sent(crowd), received(crowd, 'energy')]);
  const names = Object.keys(crowd);
  const hears = (listener: string, speaker: string) =>
    streams[speaker]?.some(
      (ssrc) => (now[listener]?.get(ssrc) ?? 0) - (before[listener]?.get(ssrc) ?? 0) > A_BEEP,
    ) ?? false;
  return names.flatMap((listener) =>
    names
      .filter((speaker) => speaker !== listener && !hears(listener, speaker))
      .map((speaker) => `${listener} from ${speaker}`),
  );
}

/** From now on everybody gets sound from everybody else. */
export async function expectAllHeard(crowd: Crowd): Promise<void> {
  const before = await received(crowd, 'energy');
  await expect.poll(() => unheard(crowd, before), WITHIN).toEqual([]);
  for (const page of Object.values(crowd)) {
    expect(await page.evaluate(() => window.holdfastTest.deafElements())).toEqual([]);
  }
}

/** Pictures of others that a page shows now, by who they are of. */
async function pictures(page: Watched): Promise<Map<string, number>> {
  return new Map(await page.evaluate(() => window.holdfastTest.pictures()));
}

/** Every picture that any page shows goes on, and each page shows at least `atLeast`. */
export async function expectAllSeen(crowd: Crowd, atLeast: number): Promise<void> {
  const before = new Map<string, Map<string, number>>();
  for (const [name, page] of Object.entries(crowd)) before.set(name, await pictures(page));
  const still = async () => {
    const all = Object.entries(crowd).map(async ([name, page]) => {
      const now = await pictures(page);
      const few = now.size < atLeast ? [`${name} sees only ${[...now.keys()].join(', ')}`] : [];
      const stands = [...now].filter(([who, frames]) => frames <= (before.get(name)?.get(who) ?? 0) + 2);
      return [...few, ...stands.map(([who]) => `${name}'s picture of ${who} stands still`)];
    });
    return (await Promise.all(all)).flat();
  };
  await expect.poll(still, WITHIN).toEqual([]);
}

/** How many packets of sound of `speaker` each of the others has got. */
export async function packetsFrom(speaker: string, crowd: Crowd): Promise<Record<string, number>> {
  const { [speaker]: page, ...others } = crowd;
  if (!page) throw new Error(`${speaker} is not here`);
  const numbers = (await sent({ [speaker]: page }))[speaker] ?? [];
  const figures = await received(others, 'packets');
  return Object.fromEntries(
    Object.entries(figures).map(([name, got]) => [
      name,
      numbers.reduce((sum, ssrc) => sum + (got.get(ssrc) ?? 0), 0),
    ]),
  );
}
