import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bridge, through, withBridges } from './bridges';
import { EXECUTABLE, openBrowser } from './browser';
import { expectAllHeard, packetsFrom } from './crowd';
import { Gathering, SETTING_UP_MS, SMALL } from './gathering';
import { expectSeen } from './media';
import { Network, networkLack } from './network';
import { Stage } from './stage';

const RESTS = 'Your line is weak. Pictures rest so the sound can stay.';
const WATCH_MS = 2_500;
/** A picture goes down step by step, and comes back only when the line has been good for a while. */
const WITHIN = { timeout: 90_000, interval: 500 };

/** Theo's line becomes a poor one, and good again; Dana's and Sam's are always good. */
withBridges('On a poor line', { lack: networkLack }, () => {
  let network: Network;
  let apart: Browser;
  let stage: Stage;
  let group: Gathering;

  beforeAll(async () => {
    const { hostname } = new URL(bridge().address);
    network = await Network.make();
    await network.reach(hostname);
    await network.slowUdp(hostname, 10_000);
    stage = await Stage.set(through(1));
    await network.lend(stage.demo.url);
    apart = await openBrowser({ executable: await network.program(EXECUTABLE) });
    group = await Gathering.ledBy('Dana', stage);
    await group.device('Theo', SMALL, {}, apart);
    await group.come('Sam', 'Theo');
  }, SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(async () => {
    await apart.close();
    await stage.clear();
    await network.close();
  });

  /** How much of Theo's picture comes to the others in a while, in packets. */
  async function pictureOfTheo(): Promise<number> {
    const all = async () => {
      const packets = await packetsFrom('Theo', group.pages, 'video');
      return Object.values(packets).reduce((sum, one) => sum + one, 0);
    };
    const before = await all();
    await group.page('Theo').waitForTimeout(WATCH_MS);
    return (await all()) - before;
  }

  it(
    'a person keeps the sound both ways, and reads that pictures rest',
    { timeout: SETTING_UP_MS },
    async () => {
      await expectAllHeard(group.pages);
      await expect.poll(pictureOfTheo, WITHIN).toBeGreaterThan(0);
      await network.lose(5);
      await network.narrow(250);
      network.slow({ delay: 150, jitter: 40 });
      await expect.poll(pictureOfTheo, WITHIN).toBe(0);
      await group.page('Theo').getByText(RESTS).first().waitFor();
      await expectAllHeard(group.pages);
    },
  );

  it(
    'is seen again when the line is good again, and reads no more of it',
    { timeout: SETTING_UP_MS },
    async () => {
      await network.heal();
      await expect.poll(pictureOfTheo, WITHIN).toBeGreaterThan(0);
      await group
        .page('Theo')
        .getByText(RESTS)
        .first()
        .waitFor({ state: 'detached', timeout: WITHIN.timeout });
      await expectSeen(group.page('Sam'), 'Theo');
      await expectAllHeard(group.pages);
    },
  );
});
