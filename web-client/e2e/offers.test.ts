import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageSignal, Source } from '../src/media/bridge/wire';
import { Device, openBrowser } from './browser';
import { Firefox, firefoxIsHere } from './firefox';
import { OffersPage } from './offers';
import type { Trial } from './offers-page';

/** What Chromium says that it sends; a test of the server has it pass what the server asks of sources. */
const APPROVED = fileURLToPath(
  new URL('../../server/src/test/resources/videobridge/chromium-sources.json', import.meta.url),
);
const OWN_SECTIONS = 3;
/** The two of the recording, and three of the newcomers with a fourth who comes as the first of them goes. */
const MOST_OTHERS = 5;

const sourcesOf = (signal: PageSignal | undefined): Source[] =>
  signal && 'sources' in signal ? signal.sources : [];

/** Browsers throw dice for the numbers: the same ones get the same names, in the order in which they come. */
function named(sources: Source[]): Source[] {
  const names = new Map<number, number>();
  const name = (ssrc: number) => {
    names.set(ssrc, names.get(ssrc) ?? names.size + 1);
    return names.get(ssrc) ?? 0;
  };
  return sources.map((source) => ({
    ...source,
    ssrcs: source.ssrcs.map(name),
    groups: source.groups.map((group) => ({ ...group, ssrcs: group.ssrcs.map(name) })),
  }));
}

function expectAnEvening({ said, sections, connections }: Trial): void {
  // An answer, a screen that begins and ends, another path, another bridge: of fifty joins the server hears nothing.
  expect(said.map(({ kind }) => kind)).toEqual(['answer', 'sources', 'sources', 'answer', 'answer']);
  expect(sections).toBe(OWN_SECTIONS + 2 * MOST_OTHERS);
  expect(connections).toBe(1);
  const [first, screen, afterwards, restarted] = said.map(sourcesOf);
  expect(afterwards).toEqual(first);
  expect(restarted).toEqual(first);
  expect(screen?.slice(0, 2)).toEqual(first);
  expect(screen?.[2]).toMatchObject({ name: 'ep000010-v1', kind: 'screen' });
}

describe('What browsers make of the offers that are written for a bridge', () => {
  let offers: OffersPage;
  let browser: Browser;

  beforeAll(async () => {
    offers = await OffersPage.serve();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await offers.close();
  });

  it('Chromium takes all of them, and sends its picture in three layers under numbers that stay', async () => {
    const device = await Device.of(browser);
    const page = await device.open(offers.url);
    await page.waitForFunction(() => 'holdfastTrial' in window);
    const trial = await page.evaluate(() => window.holdfastTrial());
    expect(device.faults).toEqual([]);
    expectAnEvening(trial);
    expect(trial.encodings).toBe(3);
    const [, camera] = sourcesOf(trial.said[0]);
    const layers = camera?.groups.find(({ semantics }) => semantics === 'SIM')?.ssrcs ?? [];
    const repeated = camera?.groups
      .filter(({ semantics }) => semantics === 'FID')
      .map(({ ssrcs }) => ssrcs[0]);
    expect(layers).toHaveLength(3);
    expect(repeated).toEqual(layers);
    expect(new Set(camera?.ssrcs).size).toBe(6);

    const sources = `${JSON.stringify(named(sourcesOf(trial.said[1])), null, 2)}\n`;
    if (process.env['UPDATE_EXPECT']) writeFileSync(APPROVED, sources);
    expect(sources).toBe(readFileSync(APPROVED, 'utf8'));
  });

  it.skipIf(!firefoxIsHere)('Firefox takes all of them, and sends its picture in one layer', async () => {
    const firefox = await Firefox.at(offers.url);
    try {
      const trial = await firefox.evaluate(() => window.holdfastTrial());
      expect(firefox.faults).toEqual([]);
      expectAnEvening(trial);
      const [, camera] = sourcesOf(trial.said[0]);
      expect(camera?.ssrcs).toHaveLength(2);
      expect(camera?.groups).toEqual([{ semantics: 'FID', ssrcs: camera?.ssrcs }]);
    } finally {
      await firefox.close();
    }
  });
});
