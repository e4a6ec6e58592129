import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { through, withBridges } from './bridges';
import { expectAllHeard, expectAllSeen, expectNothingSentOn } from './crowd';
import * as staff from './console';
import { Gathering, SETTING_UP_MS } from './gathering';
import { expectHeard, expectSeen, expectSilent } from './media';
import * as people from './people';
import { button, says, tile } from './people';
import { Stage } from './stage';

/** What a facilitator decides is done at the bridge, whatever a page goes on sending. */
withBridges('A group at a bridge', {}, () => {
  let stage: Stage;
  let group: Gathering;

  beforeAll(async () => {
    stage = await Stage.set(through(1), { more: ['--use-fake-ui-for-media-stream'] });
    group = await Gathering.ledBy('Dana', stage);
    await group.come('Sam', 'Maria', 'Amina');
  }, SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('sees and hears each other', async () => {
    await expectAllHeard(group.pages);
    await expectAllSeen(group.pages, 3);
  });

  it('hears nothing of a person who was muted, although their page goes on sending', async () => {
    const sam = group.page('Sam');
    await expectHeard(group.page('Maria'), sam);
    await staff.mute(group.console, 'Sam');
    await says(sam, /Dana.* turned your microphone off/);
    await sam.evaluate(() => window.holdfastTest.insist('audio'));
    await expectNothingSentOn('audio', 'Sam', group.pages);
    await expectSilent(group.page('Maria'), sam, group.page('Amina'));
    await staff.allowMicrophone(group.console, 'Sam');
    await people.switched(sam, 'Microphone', true);
    await expectHeard(group.page('Maria'), sam);
  });

  it('sees nothing of a person whose camera was turned off, although their page goes on sending', async () => {
    const sam = group.page('Sam');
    await staff.actOn(group.console, 'Sam', 'Turn camera off');
    await says(sam, /Dana.* turned your camera off/);
    await sam.evaluate(() => window.holdfastTest.insist('video'));
    await expectNothingSentOn('video', 'Sam', group.pages);
    await staff.actOn(group.console, 'Sam', 'Allow camera');
    await says(sam, /Dana.* says you can turn your camera on/);
    await people.switched(sam, 'Camera', true);
    await expectSeen(group.page('Maria'), 'Sam');
  });

  it('only listens while a facilitator wants it so, and none of its sound is sent on', async () => {
    const only = group.console.getByRole('switch', { name: 'Listen only' });
    await only.click();
    await says(group.page('Maria'), 'Only facilitators can speak right now');
    await group.page('Maria').evaluate(() => window.holdfastTest.insist('audio'));
    await expectNothingSentOn('audio', 'Maria', group.pages);
    for (const name of ['Sam', 'Maria', 'Amina']) await expectHeard(group.page(name), group.console);
    await only.click();
    // Nobody is heard or seen again before they want to be.
    for (const name of ['Sam', 'Maria', 'Amina']) {
      await people.switched(group.page(name), 'Microphone', true);
      await people.switched(group.page(name), 'Camera', true);
    }
    await expectAllHeard(group.pages);
    await expectAllSeen(group.pages, 3);
  });

  it("sees a facilitator's screen, from Share to Stop", async () => {
    await button(group.console, 'Share my screen').click();
    for (const name of ['Sam', 'Maria', 'Amina']) await expectScreen(name, 'Dana');
    await button(group.console, 'Stop sharing').first().click();
    for (const name of ['Sam', 'Maria', 'Amina']) {
      await group.page(name).getByRole('figure').waitFor({ state: 'detached' });
      await expectSeen(group.page(name), 'Dana');
    }
  });

  it("sees a member's screen, once a facilitator lets them show it", async () => {
    const maria = group.page('Maria');
    await staff.actOn(group.console, 'Maria', 'Let them share a screen');
    await staff.expectNote(group.console, 'Maria', 'may share a screen');
    await button(maria, 'More').click();
    await button(maria, /^Share my screen/).click();
    for (const name of ['Sam', 'Dana', 'Amina']) await expectScreen(name, 'Maria');
    await button(maria, 'Stop sharing').first().click();
    await group.console.getByRole('figure').waitFor({ state: 'detached' });
    await tile(group.console, 'Maria').waitFor();
    await expectAllSeen(group.pages, 3);
  });

  async function expectScreen(watcher: string, who: string): Promise<void> {
    const video = group
      .page(watcher)
      .getByRole('figure', { name: new RegExp(`^${who}.*screen$`) })
      .locator('video');
    await video.waitFor();
    const frames = () =>
      video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
    const before = await frames();
    await expect.poll(frames, { timeout: 20_000 }).toBeGreaterThan(before + 2);
  }
});
