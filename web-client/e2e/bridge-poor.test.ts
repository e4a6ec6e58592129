import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bridge, through, withBridges } from './bridges';
import { EXECUTABLE, openBrowser } from './browser';
import { expectAllHeard, packetsFrom } from './crowd';
import { Gathering, LARGE, SETTING_UP_MS } from './gathering';
import { expectSeen } from './media';
import { Network, networkLack } from './network';
import { Stage } from './stage';

const RESTS = 'Your line is weak. Pictures rest so the sound can stay.';
const WATCH_MS = 2_500;
/** A picture goes down step by step, and comes back only when the line has been good for a while. */
const WITHIN = { timeout: 90_000, interval: 500 };
/** The largest of three sizes, and what is less than the middle one. */
const WHOLE = 540;
const SMALLER = 270;

/** Theo's line becomes a poor one, then hardly any, and good again; Dana's and Sam's are always good. */
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
    await group.device('Sam', LARGE);
    await group.device('Theo', LARGE, {}, apart);
    await group.come('Sam', 'Theo');
  }, SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(async () => {
    await apart.close();
    await stage.clear();
    await network.close();
  });

  const rests = () => group.page('Theo').getByText(RESTS).first();

  /** How tall a picture is when it comes to somebody; 0 while none has come. */
  async function height(watcher: string, sender: string): Promise<number> {
    const sent = await group
      .page(sender)
      .evaluate(() => window.holdfastTest.streams('outbound-rtp', 'video'));
    const come = await group
      .page(watcher)
      .evaluate(() => window.holdfastTest.streams('inbound-rtp', 'video'));
    const those = come.filter(({ ssrc }) => sent.some((stream) => stream.ssrc === ssrc));
    return Math.max(0, ...those.map((stream) => stream.height));
  }

  /** Packets of pictures between Theo and Sam in a while, both ways together. */
  async function picturesOfTheo(): Promise<number> {
    const pages = { Sam: group.page('Sam'), Theo: group.page('Theo') };
    const all = async () => {
      const both = [await packetsFrom('Theo', pages, 'video'), await packetsFrom('Sam', pages, 'video')];
      return both.flatMap((packets) => Object.values(packets)).reduce((sum, one) => sum + one, 0);
    };
    const before = await all();
    await group.page('Theo').waitForTimeout(WATCH_MS);
    return (await all()) - before;
  }

  it(
    'a person keeps the sound both ways, and pictures become smaller both ways',
    { timeout: SETTING_UP_MS },
    async () => {
      await expectAllHeard(group.pages);
      await expect.poll(() => height('Sam', 'Theo'), WITHIN).toBe(WHOLE);
      await expect.poll(() => height('Theo', 'Sam'), WITHIN).toBe(WHOLE);
      await network.lose(5);
      await network.narrow(250);
      network.slow({ delay: 150, jitter: 40 });
      await expect.poll(() => height('Sam', 'Theo'), WITHIN).toBeLessThanOrEqual(SMALLER);
      await expect.poll(() => height('Theo', 'Sam'), WITHIN).toBeLessThanOrEqual(SMALLER);
      await expectAllHeard(group.pages);
    },
  );

  it(
    'a person keeps the sound where nothing else gets through, and reads that pictures rest',
    { timeout: SETTING_UP_MS },
    async () => {
      await network.narrow(130);
      await rests().waitFor({ timeout: WITHIN.timeout });
      await expectAllHeard(group.pages, WITHIN);
    },
  );

  it(
    'is seen again when the line is good again, and reads no more of it',
    { timeout: SETTING_UP_MS },
    async () => {
      await network.heal();
      await expect.poll(picturesOfTheo, WITHIN).toBeGreaterThan(0);
      await rests().waitFor({ state: 'detached', timeout: WITHIN.timeout });
      await expectSeen(group.page('Sam'), 'Theo');
      await expectSeen(group.page('Theo'), 'Sam');
      await expectAllHeard(group.pages);
    },
  );
});
