import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bridge, through, withBridges } from './bridges';
import { EXECUTABLE, openBrowser } from './browser';
import { expectAllHeard, packetsFrom } from './crowd';
import { Gathering, LARGE, SETTING_UP_MS } from './gathering';
import { look } from './look';
import { expectHeard, expectSeen } from './media';
import { Network, networkLack } from './network';
import { Stage } from './stage';

const STOPPED = 'Your sound and pictures stopped. You are still in the meeting. Trying again…';
/** Whether they rest or are smaller. */
const SAYS_SO = /^Your line is weak\. Pictures .* so the sound can stay\.$/;
const RESTS = 'Your line is weak. Pictures rest so the sound can stay.';
const WATCH_MS = 2_500;
/** A picture goes down step by step, and comes back only when the line has been good for a while. */
const WITHIN = { timeout: 90_000, interval: 500 };
/** Of three sizes the middle one or more, and no more than the smallest. */
const LARGER = 240;
const SMALLER = 180;
/** Tiles large enough that a large picture is asked for. */
const DESK = { viewport: { width: 1440, height: 900 } };

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
    await group.device('Sam', LARGE, DESK);
    await group.device('Theo', LARGE, DESK, apart);
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

  /** Packets of their pictures, between Theo and Sam, in a while. */
  async function picturesOf(...names: string[]): Promise<number> {
    const pages = { Sam: group.page('Sam'), Theo: group.page('Theo') };
    const all = async () => {
      const packets = await Promise.all(names.map((name) => packetsFrom(name, pages, 'video')));
      return packets.flatMap((one) => Object.values(one)).reduce((sum, one) => sum + one, 0);
    };
    const before = await all();
    await group.page('Theo').waitForTimeout(WATCH_MS);
    return (await all()) - before;
  }

  it(
    'a person keeps the sound both ways, is seen smaller, and reads so',
    { timeout: SETTING_UP_MS },
    async () => {
      await expectAllHeard(group.pages);
      await expect.poll(() => height('Sam', 'Theo'), WITHIN).toBeGreaterThanOrEqual(LARGER);
      await expect.poll(() => height('Theo', 'Sam'), WITHIN).toBeGreaterThanOrEqual(LARGER);
      await network.lose(5);
      await network.narrow(250);
      network.slow({ delay: 150, jitter: 40 });
      await expect.poll(() => height('Sam', 'Theo'), WITHIN).toBeLessThanOrEqual(SMALLER);
      await group.page('Theo').getByText(SAYS_SO).first().waitFor({ timeout: WITHIN.timeout });
      await expectAllHeard(group.pages, WITHIN);
    },
  );

  it(
    'a person keeps the sound where nothing else gets through, and reads that pictures rest',
    { timeout: SETTING_UP_MS },
    async () => {
      // The sound of two comes in over the one, and that of one goes out over the other, with nothing beside it.
      await network.narrow(130, 80);
      await rests().waitFor({ timeout: WITHIN.timeout });
      await look(group.page('Theo'), 'bridge-poor-rests');
      await expect.poll(() => picturesOf('Theo'), WITHIN).toBe(0);
      await expectAllHeard(group.pages, WITHIN);
    },
  );

  it(
    'is seen again when the line is good again, and reads no more of it',
    { timeout: SETTING_UP_MS },
    async () => {
      await network.heal();
      await expect.poll(() => picturesOf('Theo', 'Sam'), WITHIN).toBeGreaterThan(0);
      await group.page('Theo').getByText(SAYS_SO).first().waitFor({ state: 'detached', timeout: 120_000 });
      await expectSeen(group.page('Sam'), 'Theo');
      await expectSeen(group.page('Theo'), 'Sam');
      await expectAllHeard(group.pages);
    },
  );

  it(
    'is told so where the line stands and nothing comes over it, and is heard again when it does',
    { timeout: SETTING_UP_MS },
    async () => {
      const [sam, theo] = [group.page('Sam'), group.page('Theo')];
      await network.loseMedia();
      await theo.getByText(STOPPED).first().waitFor({ timeout: WITHIN.timeout });
      await network.heal();
      await theo.getByText(STOPPED).first().waitFor({ state: 'detached', timeout: WITHIN.timeout });
      await expectHeard(theo, sam);
      await expectHeard(sam, theo);
      // Before the page heard of another place at the bridge, it tried to open the channel of the one that was gone.
      expect(stage.faultsBut(/colibri-ws.* 403/)).toEqual([]);
    },
  );
});
