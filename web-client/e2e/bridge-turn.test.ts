import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bridge, through, withBridges } from './bridges';
import { EXECUTABLE, openBrowser } from './browser';
import { expectAllHeard } from './crowd';
import { Gathering, SETTING_UP_MS, SMALL } from './gathering';
import { expectHeard, expectSeen } from './media';
import { Network, networkLack } from './network';
import { group } from './people';
import { Stage } from './stage';
import { Turn, turnLack, type Pass } from './turn';

const HOUR_MS = 3_600_000;
/** Until a page takes it for certain that nothing comes, with time to spare. */
const GIVES_UP_MS = 60_000;
const STOPPED = 'Your sound and pictures stopped. You are still in the meeting. Trying again…';
const STRAIGHT = [expect.stringMatching(/^(host|prflx)\/udp$/) as string];

/** Theo sits in an office that lets no UDP through; Dana and Sam do not. */
withBridges('Behind a wall that drops UDP', { lack: networkLack ?? turnLack }, () => {
  let network: Network;
  let turn: Turn;
  let apart: Browser;
  let stage: Stage;
  let gathering: Gathering;

  beforeAll(async () => {
    const { hostname } = new URL(bridge().address);
    network = await Network.make();
    await network.reach(hostname);
    await network.dropUdp();
    turn = await Turn.start(network.gateway, hostname);
    apart = await openBrowser({ executable: await network.program(EXECUTABLE) });
  }, SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(async () => {
    await apart.close();
    await turn.close();
    await network.close();
  });

  async function gather(env: Record<string, string>): Promise<void> {
    stage = await Stage.set(through(1, env));
    await network.lend(stage.demo.url);
    gathering = await Gathering.ledBy('Dana', stage);
    await gathering.device('Theo', SMALL, {}, apart);
    await gathering.come('Sam', 'Theo');
  }

  const route = (name: string) => gathering.page(name).evaluate(() => window.holdfastTest.route());
  const passOf = async (name: string): Promise<Pass> => {
    const [pass] = await gathering.page(name).evaluate(() => window.holdfastTest.servers());
    if (!pass) throw new Error(`${name} was given no pass`);
    return pass;
  };
  const ways = (pass: Pass) =>
    gathering.page('Theo').evaluate((server) => window.holdfastTest.waysOver(server), pass);

  describe('with TURN', () => {
    beforeAll(() => gather(turn.env), SETTING_UP_MS);
    afterAll(() => stage.clear());

    it('a person is heard and seen over TURN and TCP, and so is the group there', async () => {
      await expectAllHeard(gathering.pages);
      await expectSeen(gathering.page('Theo'), 'Sam');
      await expectSeen(gathering.page('Sam'), 'Theo');
      expect(await route('Theo')).toEqual(['relay/tcp']);
      expect(await route('Sam')).toEqual(STRAIGHT);
    });

    it('each has a pass of their own, which ends within hours', async () => {
      const [theos, sams] = [await passOf('Theo'), await passOf('Sam')];
      for (const { urls, username } of [theos, sams]) {
        expect([urls].flat()).toEqual([turn.url]);
        const left = Number(username.split(':')[0]) * 1000 - Date.now();
        expect(left).toBeGreaterThan(7 * HOUR_MS);
        expect(left).toBeLessThan(8 * HOUR_MS);
      }
      expect(theos.username.split(':')[1]).not.toBe(sams.username.split(':')[1]);
      expect(theos.credential).not.toBe(sams.credential);
    });

    it('a pass that has ended lets nobody through, nor does one that was made for another', async () => {
      const theos = await passOf('Theo');
      expect(await ways(theos)).toBe(1);
      expect(await ways({ ...theos, credential: (await passOf('Sam')).credential })).toBe(0);
      expect(await ways(turn.pass('theo', new Date(Date.now() + HOUR_MS)))).toBe(1);
      expect(await ways(turn.pass('theo', new Date(Date.now() - HOUR_MS)))).toBe(0);
    });
  });

  describe('without TURN', () => {
    beforeAll(() => gather({}), SETTING_UP_MS);
    afterAll(() => stage.clear());

    it('a person has neither, and reads it', async () => {
      const theo = gathering.page('Theo');
      await theo.getByText(STOPPED).first().waitFor({ timeout: GIVES_UP_MS });
      await expectHeard(gathering.page('Sam'), gathering.console);
      await expectHeard(gathering.console, gathering.page('Sam'));
      expect(await route('Theo')).toEqual([]);
      expect((await theo.evaluate(() => window.holdfastTest.come('audio'))).bytes).toBe(0);
      await group(theo).waitFor();
    });

    it('has both once the wall falls: nothing else was missing', async () => {
      await network.heal();
      await expectAllHeard(gathering.pages);
      await gathering.page('Theo').getByText(STOPPED).waitFor({ state: 'detached' });
      expect(await route('Theo')).toEqual(STRAIGHT);
    });
  });
});
