import { expect, vi } from 'vitest';
import { throughThese, type Bridge } from './bridges';
import * as staff from './console';
import { Gathering } from './gathering';
import { A_BEEP } from './media';
import { Stage } from './stage';

const WITHIN = { timeout: 90_000, interval: 500 };

/**
 * A session of two at a bridge, from beginning to end. A bridge takes seconds for the first sound that it carries since it
 * was started: whoever measures what a group waits for does not want to measure that.
 */
export async function warm(bridge: Bridge): Promise<void> {
  await vi.waitFor(async () => expect(await bridge.healthy()).toBe(true), WITHIN);
  const stage = await Stage.set(throughThese([bridge]));
  try {
    const group = await Gathering.ledBy('Dana', stage);
    await group.come('Sam');
    for (const page of Object.values(group.pages)) {
      await page.evaluate(() => window.holdfastTest.firstPicture());
      const loudest = async () => {
        const streams = await page.evaluate(() => window.holdfastTest.streams('inbound-rtp', 'audio'));
        return Math.max(0, ...streams.map(({ energy }) => energy));
      };
      await vi.waitFor(async () => expect(await loudest()).toBeGreaterThan(A_BEEP), WITHIN);
    }
    await staff.askToEnd(group.console);
    await staff.endForEveryone(group.console);
    await bridge.isEmpty();
  } finally {
    await stage.clear();
  }
}
