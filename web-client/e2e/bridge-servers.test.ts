import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bridge, through, withBridges } from './bridges';
import { expectAllHeard, expectAllSeen, expectNothingSentOn } from './crowd';
import * as staff from './console';
import type { Demo } from './demo';
import { Gathering, SETTING_UP_MS, SMALL } from './gathering';
import * as people from './people';
import { Stage } from './stage';

/** People of one session whose pages are held by different servers meet at one bridge. */
withBridges('Two servers of one clinic', {}, () => {
  let stage: Stage;
  let beside: Demo;
  let group: Gathering;

  beforeAll(async () => {
    await bridge().isEmpty();
    stage = await Stage.set(through(1));
    beside = await stage.demo.beside();
    group = await Gathering.ledBy('Dana', stage);
    await group.come('Sam');
  }, SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(async () => {
    await beside.stop();
    await stage.clear();
  });

  it('carry one session through one bridge', async () => {
    const maria = await (await stage.device({}, SMALL)).open(beside.participant('Maria').url);
    await people.join(maria);
    await staff.letIn(group.console, 'Maria');
    group.pages['Maria'] = maria;
    await group.expectComplete();
    await expectAllHeard(group.pages);
    await expectAllSeen(group.pages, 2);
    expect(await bridge().endpoints()).toHaveLength(3);
  });

  it('follow what is decided on the other one', async () => {
    await staff.mute(group.console, 'Maria');
    await people.says(group.page('Maria'), /Dana.* turned your microphone off/);
    await group.page('Maria').evaluate(() => window.holdfastTest.insist('audio'));
    await expectNothingSentOn('audio', 'Maria', group.pages);
  });
});
