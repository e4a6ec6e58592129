import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bridge, through, withBridges } from './bridges';
import { EXECUTABLE, openBrowser } from './browser';
import { expectAllHeard } from './crowd';
import * as staff from './console';
import { Gathering, SETTING_UP_MS, SMALL } from './gathering';
import { Network, networkLack } from './network';
import { tile } from './people';
import * as record from './record';
import { Stage } from './stage';

const WITHIN_MS = 60_000;

const tried = networkLack === undefined ? describe : describe.skip;

/** Theo's page is always there, and for a while nothing of his media finds a way. Sam's always do. */
tried(
  networkLack === undefined ? 'On a line that is cut' : `On a cut line: not tried without ${networkLack}`,
  () => {
    withBridges('a person at a bridge', {}, () => {
      let network: Network;
      let stage: Stage;
      let apart: Browser;
      let group: Gathering;

      beforeAll(async () => {
        network = await Network.make();
        await network.reach(new URL(bridge().address).hostname);
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

      it(
        'is shown without connection while it lasts, and only then',
        { timeout: 4 * WITHIN_MS },
        async () => {
          await expectAllHeard(group.pages);
          const note = (name: string) => tile(group.page('Sam'), name).getByText('No connection');
          expect(await note('Theo').count()).toBe(0);
          await network.dropUdp();
          await note('Theo').waitFor({ timeout: WITHIN_MS });
          await staff.expectNote(group.console, 'Theo', 'no connection');
          await staff.expectNoNote(group.console, 'Sam', 'no connection');
          await expectAllHeard({ Dana: group.console, Sam: group.page('Sam') });
          await network.heal();
          await note('Theo').waitFor({ state: 'detached', timeout: WITHIN_MS });
          await expectAllHeard(group.pages);
        },
      );

      it('reads so on the sheet afterwards, and has not left', async () => {
        await staff.askToEnd(group.console);
        await staff.endForEveryone(group.console);
        await staff.sheet(group.console);
        const stretches = async (name: string) => {
          await record.openRow(group.console, name);
          await group.console.getByText(new RegExp(`^Every stretch of time: ${name}`)).click();
          const words = await group.console.locator('body').innerText();
          await record.openRow(group.console, name);
          return words;
        };
        expect(await stretches('Theo')).toMatch(/no connection/i);
        expect(await stretches('Theo')).not.toMatch(/left the room/i);
        expect(await stretches('Sam')).not.toMatch(/no connection/i);
      });
    });
  },
);
