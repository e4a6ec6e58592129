import { expect } from 'vitest';
import { A_BEEP, type Watched } from './media';

/** Many people at once, each looked at with one question. */
export type Crowd = Record<string, Watched>;

const WITHIN: { timeout: number; interval?: number } = { timeout: 45_000, interval: 500 };

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
export async function expectAllHeard(crowd: Crowd, within = WITHIN): Promise<void> {
  const before = await received(crowd, 'energy');
  await expect.poll(() => unheard(crowd, before), within).toEqual([]);
  for (const page of Object.values(crowd)) {
    expect(await page.evaluate(() => window.holdfastTest.deafElements())).toEqual([]);
  }
}

/** Pictures of others that a page shows now, by who they are of. */
async function pictures(page: Watched): Promise<Map<string, number>> {
  return new Map(await page.evaluate(() => window.holdfastTest.pictures()));
}

/** Every picture that any page shows goes on, and each page shows at least `atLeast`. */
export async function expectAllSeen(crowd: Crowd, atLeast: number, within = WITHIN): Promise<void> {
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
  await expect.poll(still, within).toEqual([]);
}

/** How much of each kind each of the others has got of `name`, in packets. */
export async function packetsFrom(
  name: string,
  crowd: Crowd,
  kind: 'audio' | 'video' = 'audio',
): Promise<Record<string, number>> {
  const { [name]: page, ...others } = crowd;
  if (!page) throw new Error(`${name} is not here`);
  const numbers = (await page.evaluate(ask('outbound-rtp', kind))).map(({ ssrc }) => ssrc);
  const all = Object.entries(others).map(async ([other, theirs]) => {
    const streams = await theirs.evaluate(ask('inbound-rtp', kind));
    const those = streams.filter(({ ssrc }) => numbers.includes(ssrc));
    return [other, those.reduce((sum, { packets }) => sum + packets, 0)] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

/** Functions are sent to the page as they are written, so each kind has its own. */
const ask = (type: 'inbound-rtp' | 'outbound-rtp', kind: 'audio' | 'video') => {
  const questions = {
    'inbound-rtp audio': () => window.holdfastTest.streams('inbound-rtp', 'audio'),
    'inbound-rtp video': () => window.holdfastTest.streams('inbound-rtp', 'video'),
    'outbound-rtp audio': () => window.holdfastTest.streams('outbound-rtp', 'audio'),
    'outbound-rtp video': () => window.holdfastTest.streams('outbound-rtp', 'video'),
  };
  return questions[`${type} ${kind}`];
};

const WATCH_MS = 2_500;

/** A page sends with all its might, and not one packet of it comes to anybody. */
export async function expectNothingSentOn(
  kind: 'audio' | 'video',
  name: string,
  crowd: Crowd,
): Promise<void> {
  const sender = crowd[name];
  if (!sender) throw new Error(`${name} is not here`);
  const sends =
    kind === 'audio'
      ? () => sender.evaluate(() => window.holdfastTest.sending('audio'))
      : () => sender.evaluate(() => window.holdfastTest.sending('video'));
  /** What goes out, and what comes, over a while. */
  const whileWatched = async () => {
    const [out, got] = [await sends(), await packetsFrom(name, crowd, kind)];
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
    const [outNow, gotNow] = [await sends(), await packetsFrom(name, crowd, kind)];
    const listeners = Object.keys(gotNow).filter((other) => (gotNow[other] ?? 0) > (got[other] ?? 0));
    return { goesOut: outNow.bytes > out.bytes + 1_000, loud: outNow.energy > out.energy, listeners };
  };
  const expected = { goesOut: true, loud: kind === 'audio', listeners: [] };
  await expect.poll(whileWatched, WITHIN).toEqual(expected);
}
