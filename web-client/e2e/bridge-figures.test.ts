import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bridge, bridges, through, withBridges } from './bridges';
import { EXECUTABLE, openBrowser } from './browser';
import { expectAllHeard } from './crowd';
import { inUseBy, silencesWhenDead, TRUSTED_AFTER_MS } from './deaths';
import { figure } from './figures';
import { Gathering, SETTING_UP_MS, SMALL } from './gathering';
import { Network, networkLack } from './network';
import * as people from './people';
import { Stage } from './stage';
import { warm } from './warm';

/** The bench asks for more; as one of the tests it shows that it can be taken down. */
const COMINGS = Number(process.env['HOLDFAST_FIGURES_COMINGS'] ?? 2);
const DEATHS = Number(process.env['HOLDFAST_FIGURES_DEATHS'] ?? 1);
const EACH_WAY_MS = 50;

/** What people wait for. Measured again and again, and held against nothing here: the bench does that. */
withBridges('How long people wait', { bridges: 2, kill: true, lack: networkLack }, () => {
  describe.each([
    { way: 'near', eachWay: 0 },
    { way: 'far', eachWay: EACH_WAY_MS },
  ])('from the click on their link until they see somebody, $way', ({ way, eachWay }) => {
    let network: Network;
    let apart: Browser;
    let stage: Stage;
    let group: Gathering;

    beforeAll(async () => {
      const { hostname } = new URL(bridge().address);
      const slowness = { delay: eachWay };
      await bridge().isEmpty();
      await warm(bridge());
      network = await Network.make();
      await network.reach(hostname);
      if (eachWay > 0) {
        await network.slowUdp(hostname, 10_000, slowness);
        await network.slowTcp(hostname, 9090, slowness);
      }
      stage = await Stage.set(through(1));
      await network.lend(stage.demo.url, slowness);
      apart = await openBrowser({ executable: await network.program(EXECUTABLE) });
      group = await Gathering.ledBy('Dana', stage);
      await group.device('Sam', SMALL, {}, apart);
      await group.come('Sam');
    }, SETTING_UP_MS);
    afterEach((test) => stage.after(test));
    afterAll(async () => {
      await apart.close();
      await stage.clear();
      await network.close();
    });

    it('is taken down', { timeout: SETTING_UP_MS }, async () => {
      const sam = group.page('Sam');
      await withoutCache(sam);
      const waits: number[] = [];
      for (let n = 0; n < COMINGS; n++) {
        // From elsewhere, or it would be the same page at another mark.
        await sam.goto('about:blank');
        await sam.goto(stage.demo.participant('Sam').url, { waitUntil: 'commit' });
        await people.joinIfAsked(sam);
        waits.push(await sam.evaluate(() => window.holdfastTest.firstPicture()));
      }
      figure(`first picture, ${way}`, waits);
      expect(waits).toHaveLength(COMINGS);
    });
  });

  describe('for sound when their bridge has died', () => {
    let stage: Stage;
    let group: Gathering;

    beforeAll(async () => {
      for (const each of bridges.slice(0, 2)) {
        await each.isEmpty();
        await warm(each);
      }
      stage = await Stage.set(through(2));
      group = await Gathering.ledBy('Dana', stage);
      await group.come('Sam');
    }, SETTING_UP_MS);
    afterEach((test) => stage.after(test));
    afterAll(() => stage.clear());

    it('is taken down', { timeout: 2 * SETTING_UP_MS }, async () => {
      const waits: number[] = [];
      for (let n = 0; n < DEATHS; n++) {
        await expectAllHeard(group.pages);
        await new Promise((resolve) => setTimeout(resolve, TRUSTED_AFTER_MS));
        const dying = await inUseBy(2);
        waits.push(...Object.values(await silencesWhenDead(group.pages, dying)));
        await expectAllHeard(group.pages);
        // It comes back, and the next time it is the one that takes over.
        if (n + 1 < DEATHS) await warm(dying);
      }
      figure('sound back', waits);
      expect(stage.faultsBut(/WebSocket/)).toEqual([]);
    });
  });

  /** As one who comes for the first time: nothing of the pages is there already. */
  async function withoutCache(page: Page): Promise<void> {
    const tools = await page.context().newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.setCacheDisabled', { cacheDisabled: true });
  }
});
