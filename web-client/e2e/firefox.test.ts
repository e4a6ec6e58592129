import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { letIn } from './console';
import { Firefox, firefoxIsHere } from './firefox';
import { expectHeard, expectSeen } from './media';
import { Stage } from './stage';

/** Debian's Firefox, from browser to browser. Through a bridge: `bridge-firefox.test.ts`. */
describe.skipIf(!firefoxIsHere)('A person with Firefox', () => {
  let stage: Stage;
  let dana: Page;
  let sam: Firefox;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await stage.console('Dana');
    sam = await Firefox.at(stage.demo.participant('Sam').url);
  });
  afterEach((test) => stage.after(test));
  afterAll(async () => {
    await sam.close();
    await stage.clear();
  });

  it('is let in, seen and heard, and sees and hears', async () => {
    await sam.press('Join');
    await letIn(dana, 'Sam');
    await sam.says('Dana W.');
    await expectSeen(dana, 'Sam');
    await expectHeard(dana, sam);
    await expectHeard(sam, dana);
    const frames = () => sam.evaluate(() => window.holdfastTest.pictures()[0]?.[1] ?? 0);
    const before = await frames();
    await expect.poll(frames, { timeout: 10_000 }).toBeGreaterThan(before + 3);
    expect(sam.faults).toEqual([]);
  });
});
