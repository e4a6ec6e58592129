import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bridges, through, withBridges, type Bridge } from './bridges';
import { expectAllHeard, expectAllSeen } from './crowd';
import { Gathering, SETTING_UP_MS } from './gathering';
import { Legs } from './legs';
import * as people from './people';
import { Stage } from './stage';

const SOUND_BACK_WITHIN_MS = 5_000;
const BOTH_WELL = { timeout: 90_000, interval: 1_000 };
/** Looks at a bridge until one that was away is trusted again, with time to spare. */
const TRUSTED_AFTER_MS = 6_000;

/** The bridge under a session dies; the other one takes the whole session over, and nobody has left it. */
withBridges('A bridge that dies', { bridges: 2, kill: true }, () => {
  const legs = new Legs();
  let stage: Stage;
  let group: Gathering;

  beforeAll(async () => {
    for (const one of bridges.slice(0, 2)) await one.isEmpty();
    stage = await Stage.set(through(2));
    group = await Gathering.ledBy('Dana', stage, (device) => legs.watch('Dana', device.context));
    await come('Sam');
  }, SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('leaves two people without each other’s sound for less than five seconds', async () => {
    await expectSoundBackInTime();
  });

  it(
    'leaves six people without each other’s sound for less than five seconds',
    { timeout: SETTING_UP_MS },
    async () => {
      await come('Maria', 'Amina', 'Luis', 'Theo');
      await expectSoundBackInTime();
    },
  );

  async function come(...names: string[]): Promise<void> {
    for (const name of names) legs.watch(name, (await group.device(name)).context);
    await group.come(...names);
  }

  async function expectSoundBackInTime(): Promise<void> {
    await expectAllHeard(group.pages);
    const dying = await bothWellAndOneInUse();
    const silences = Object.entries(group.pages).map(
      async ([name, page]) => [name, await page.evaluate(() => window.holdfastTest.soundReturns())] as const,
    );
    const died = performance.now();
    await dying.kill();
    const back = Object.fromEntries(await Promise.all(silences));
    console.log(
      `Without sound, in ms: ${JSON.stringify(rounded(back))}; ${JSON.stringify(legs.since(died))}`,
    );
    await expectAllHeard(group.pages);
    await expectAllSeen(group.pages, Object.keys(group.pages).length - 1);
    for (const page of Object.values(group.pages)) await people.inRoom(page);
    expect(Object.entries(back).filter(([, silence]) => silence > SOUND_BACK_WITHIN_MS)).toEqual([]);
    expect(stage.faultsBut(/WebSocket/)).toEqual([]);
  }

  /** @returns the one where the session is */
  async function bothWellAndOneInUse(): Promise<Bridge> {
    const well = async () =>
      (await Promise.all(bridges.slice(0, 2).map((one) => one.healthy()))).every(Boolean);
    await expect.poll(well, BOTH_WELL).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, TRUSTED_AFTER_MS));
    const people = Object.keys(group.pages).length;
    for (const one of bridges.slice(0, 2)) if ((await one.endpoints()).length === people) return one;
    throw new Error('The session is at neither bridge alone');
  }

  const rounded = (times: Record<string, number>) =>
    Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, Math.round(ms)]));
});
