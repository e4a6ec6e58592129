import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { through, withBridges } from './bridges';
import { expectAllHeard } from './crowd';
import { letIn } from './console';
import { Firefox, firefoxIsHere } from './firefox';
import { Gathering, SETTING_UP_MS } from './gathering';
import { expectSeen } from './media';
import { Stage } from './stage';

/** Debian's Firefox beside two people with Chromium. */
describe.skipIf(!firefoxIsHere)('With Firefox', () => {
  withBridges('a person at a bridge', {}, () => {
    let stage: Stage;
    let group: Gathering;
    let amina: Firefox | undefined;

    beforeAll(async () => {
      stage = await Stage.set(through(1));
      group = await Gathering.ledBy('Dana', stage);
      await group.come('Sam');
      amina = await Firefox.at(stage.demo.participant('Amina').url);
    }, SETTING_UP_MS);
    afterEach((test) => stage.after(test));
    afterAll(async () => {
      await amina?.close();
      await stage.clear();
    });

    it('hears and sees both, and is heard and seen by both', async () => {
      if (!amina) throw new Error('Firefox did not start');
      const firefox = amina;
      await firefox.press('Join');
      await letIn(group.console, 'Amina');
      await firefox.says('Dana W.');
      await expectAllHeard({ ...group.pages, Amina: firefox });
      for (const page of Object.values(group.pages)) await expectSeen(page, 'Amina');
      const stands = async () => {
        const frames = () => firefox.evaluate(() => window.holdfastTest.pictures());
        const before = new Map(await frames());
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        const moving = (await frames()).filter(([who, shown]) => shown > (before.get(who) ?? 0) + 2);
        return moving.length;
      };
      await expect.poll(stands, { timeout: 40_000 }).toBe(2);
      expect(firefox.faults).toEqual([]);
    });
  });
});
