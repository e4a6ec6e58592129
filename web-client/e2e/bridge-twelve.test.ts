import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bridge, through, withBridges } from './bridges';
import { expectAllHeard, expectAllSeen, expectNothingSentOn } from './crowd';
import * as staff from './console';
import { Gathering, LARGE, SETTING_UP_MS, SMALL } from './gathering';
import { shoot } from './look';
import { expectHeard } from './media';
import { says } from './people';
import { Stage } from './stage';

const OTHERS = ['Sam', 'Maria', 'Amina', 'Luis', 'Theo', 'Nia', 'Omar', 'Ruth', 'Grace', 'Ivan', 'Jack'];
/** They send their picture in several sizes. */
const LAYERED = ['Sam', 'Maria', 'Amina'];
/** Whose page is painted, so that one can look at it; what the others get is decoded, and not drawn. */
const LOOKED_AT = 'Jack';
/** Eleven others are seen on one page, and no more is painted than that takes. */
const WINDOW = { width: 800, height: 600 };
const MINUTES = 60_000;

/** A group as large as groups are, each person with a browser's whole media: one who leads and eleven more. */
withBridges('Twelve people at a bridge', {}, () => {
  let stage: Stage;
  let group: Gathering;

  beforeAll(async () => {
    stage = await Stage.set({ ...through(1), people: OTHERS.length });
    group = await Gathering.ledBy('Dana', stage);
    for (const name of OTHERS) {
      const device = await group.device(name, LAYERED.includes(name) ? LARGE : SMALL, { viewport: WINDOW });
      if (name !== LOOKED_AT) await device.paintNoPictures();
      await group.come(name);
    }
  }, 2 * SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('each hear all others', { timeout: 4 * MINUTES }, async () => {
    await expectAllHeard(group.pages, { timeout: 3 * MINUTES });
    expect(await bridge().endpoints()).toHaveLength(OTHERS.length + 1);
  });

  it('each see all others', { timeout: 4 * MINUTES }, async () => {
    await expectAllSeen(group.pages, OTHERS.length, { timeout: 3 * MINUTES });
    await shoot(group.console, 'bridge-twelve-console');
    await shoot(group.page(LOOKED_AT), 'bridge-twelve-room');
  });

  it('send pictures in the sizes that somebody watches', async () => {
    for (const name of LAYERED) {
      const layers = () => group.page(name).evaluate(() => window.holdfastTest.layers());
      await expect.poll(async () => (await layers()).length, { timeout: 30_000 }).toBe(3);
      expect(Math.max(...(await layers()))).toBeGreaterThan(0);
    }
    expect(await group.page(LOOKED_AT).evaluate(() => window.holdfastTest.layers())).toHaveLength(3);
  });

  it(
    'hear nothing of one of them who was muted, although that page goes on sending',
    { timeout: 3 * MINUTES },
    async () => {
      const sam = group.page('Sam');
      await expectHeard(group.page(LOOKED_AT), sam);
      await staff.mute(group.console, 'Sam');
      await says(sam, /Dana.* turned your microphone off/);
      await sam.evaluate(() => window.holdfastTest.insist('audio'));
      await expectNothingSentOn('audio', 'Sam', group.pages);
    },
  );
});
