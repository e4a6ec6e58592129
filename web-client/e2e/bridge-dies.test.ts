import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bridges, through, withBridges, type Bridge } from './bridges';
import { expectAllHeard, expectAllSeen } from './crowd';
import { inUseBy, silencesWhenDead, TRUSTED_AFTER_MS } from './deaths';
import { Gathering, SETTING_UP_MS } from './gathering';
import { Legs } from './legs';
import * as people from './people';
import { Stage } from './stage';
import { warm } from './warm';

const SOUND_BACK_WITHIN_MS = 5_000;

/** The bridge under a session dies; the other one takes the whole session over, and nobody has left it. */
withBridges('A bridge that dies', { bridges: 2, kill: true }, () => {
  const [one, other] = bridges as [Bridge, Bridge];
  const legs = new Legs();
  let stage: Stage;
  let group: Gathering;

  beforeAll(async () => {
    for (const each of [one, other]) {
      await each.isEmpty();
      await warm(each);
    }
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
      await warm((await inUse()) === one ? other : one);
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
    await new Promise((resolve) => setTimeout(resolve, TRUSTED_AFTER_MS));
    const dying = await inUse();
    const died = performance.now();
    const silences = await silencesWhenDead(group.pages, dying);
    console.log(`Without sound, in ms: ${JSON.stringify(silences)}; ${JSON.stringify(legs.since(died))}`);
    await expectAllHeard(group.pages);
    await expectAllSeen(group.pages, Object.keys(group.pages).length - 1);
    for (const page of Object.values(group.pages)) await people.inRoom(page);
    expect(Object.entries(silences).filter(([, ms]) => ms > SOUND_BACK_WITHIN_MS)).toEqual([]);
    expect(stage.faultsBut(/WebSocket/)).toEqual([]);
  }

  const inUse = () => inUseBy(Object.keys(group.pages).length);
});
