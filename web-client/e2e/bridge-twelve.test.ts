import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { bridge, through, withBridges } from './bridges';
import { expectAllHeard, expectAllSeen, expectNothingSentOn } from './crowd';
import * as staff from './console';
import { Gathering, LARGE, SETTING_UP_MS, SMALL } from './gathering';
import { shoot } from './look';
import { expectHeard } from './media';
import { says, switched } from './people';
import { Stage } from './stage';

const OTHERS = ['Sam', 'Maria', 'Amina', 'Luis', 'Theo', 'Nia', 'Omar', 'Ruth', 'Grace', 'Ivan', 'Jack'];
/** They send their picture in several sizes. */
const LAYERED = ['Sam', 'Maria', 'Amina'];
/** Whose page is looked at. What all others get is decoded, and never drawn. */
const LOOKED_AT = 'Jack';
/** Eleven others are seen on one page, which a narrower window would not show, and no more is painted than that takes. */
const WINDOW = { width: 900, height: 600 };
const MINUTES = 60_000;
/** To ask twelve pages how they are takes some of what they need to be well. */
const WITHIN = { timeout: 3 * MINUTES, interval: 3_000 };
/** The camera gives no more frames than are asked of it. */
const FIVE_FRAMES = '--use-fake-device-for-media-stream=fps=5,device-count=2';

/** A group as large as groups are, each person with a browser's whole media: one who leads and eleven more. */
withBridges('Twelve people at a bridge', {}, () => {
  let stage: Stage;
  let group: Gathering;

  beforeAll(async () => {
    await bridge().isEmpty();
    stage = await Stage.set({ ...through(1), people: OTHERS.length }, { more: [FIVE_FRAMES] });
    group = await Gathering.ledBy('Dana', stage, async (device) => {
      await device.spare();
      await device.paintNoPictures();
    });
    await switched(group.console, 'Camera', false);
    // Pages load before there is anything to hear or see, and nobody comes in before the one before has settled.
    for (const name of OTHERS) {
      const device = await group.device(name, LAYERED.includes(name) ? LARGE : SMALL, { viewport: WINDOW });
      await device.spare();
      await device.paintNoPictures();
      const door = await group.atTheDoor(name);
      await door.getByRole('switch', { name: 'Camera' }).uncheck();
    }
    for (const name of OTHERS) {
      await group.come(name);
      await hearsSomebody(group.page(name));
    }
  }, 2 * SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('each hear all others', { timeout: 4 * MINUTES }, async () => {
    await expectAllHeard(group.pages, WITHIN);
    expect(await bridge().endpoints()).toHaveLength(OTHERS.length + 1);
  });

  it('each see all others, and hear them meanwhile', { timeout: 8 * MINUTES }, async () => {
    for (const page of Object.values(group.pages)) await switched(page, 'Camera', true);
    await expectAllSeen(group.pages, OTHERS.length, WITHIN);
    await expectAllHeard(group.pages, WITHIN);
    await expectAllSeen(group.pages, OTHERS.length, WITHIN);
    for (const [name, page] of [
      ['console', group.console],
      ['room', group.page(LOOKED_AT)],
    ] as const) {
      await page.evaluate(async () => {
        document.adoptedStyleSheets = [];
        const shown = [...document.querySelectorAll('video')].filter((video) => video.checkVisibility());
        await Promise.all(
          shown.map((video) => new Promise((drawn) => video.requestVideoFrameCallback(drawn))),
        );
      });
      await shoot(page, `bridge-twelve-${name}`);
    }
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

  const hearsSomebody = (page: Page): Promise<void> =>
    vi.waitFor(
      async () =>
        expect((await page.evaluate(() => window.holdfastTest.come('audio'))).bytes).toBeGreaterThan(0),
      { timeout: MINUTES, interval: 500 },
    );
});
