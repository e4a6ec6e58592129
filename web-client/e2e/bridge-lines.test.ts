import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bridge, through, withBridges } from './bridges';
import { expectAllHeard, packetsFrom } from './crowd';
import * as staff from './console';
import { Gathering, SETTING_UP_MS } from './gathering';
import { BreakableChannel, HeldLine } from './held-line';
import { expectHeard, expectSeen } from './media';
import { button, tile } from './people';
import { Stage } from './stage';

/** As the page is told that its person was removed. */
const REMOVED = 4003;
const WATCH_MS = 2_500;

/** What happens beside the media: the channel to the bridge breaks, and somebody is put out. */
withBridges('Lines of a group at a bridge', {}, () => {
  let stage: Stage;
  let group: Gathering;
  let channel: BreakableChannel;
  let line: HeldLine;

  beforeAll(async () => {
    stage = await Stage.set(through(1));
    group = await Gathering.ledBy('Dana', stage);
    line = await HeldLine.of(await group.device('Sam'));
    channel = await BreakableChannel.of(await group.device('Maria'));
    await group.come('Sam', 'Maria');
  }, SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('opens a channel to the bridge anew when it broke, and says again whom it watches', async () => {
    const maria = group.page('Maria');
    await expectAllHeard(group.pages);
    await expectSeen(maria, 'Sam');
    const before = channel.opened;
    await channel.break();
    await expect.poll(() => channel.opened, { timeout: 20_000 }).toBe(before + 1);
    await expect.poll(() => channel.said.at(-1)?.join() ?? '').toContain('ReceiverVideoConstraints');
    await expectSeen(maria, 'Sam');
    await expectAllHeard(group.pages);
  });

  it('has its wishes followed on that channel too', async () => {
    const maria = group.page('Maria');
    const pictures = async () =>
      Object.values(await packetsFrom('Sam', { Sam: group.page('Sam'), Maria: maria }, 'video'));
    await button(maria, 'More').click();
    await button(maria, /^Save data/).click();
    await maria.getByRole('radio', { name: /^Sound only/ }).check();
    const stand = async () => {
      const before = await pictures();
      await maria.waitForTimeout(WATCH_MS);
      return (await pictures()).join() === before.join();
    };
    await expect.poll(stand, { timeout: 30_000 }).toBe(true);
    await expectHeard(maria, group.page('Sam'));
    await maria.getByRole('radio', { name: /^All pictures/ }).check();
    await maria.keyboard.press('Escape');
    await expectSeen(maria, 'Sam');
  });

  it('neither hears nor is heard any more, before a person reads that they were removed', async () => {
    const sam = group.page('Sam');
    await expectHeard(group.page('Maria'), sam);
    await expectHeard(sam, group.page('Maria'));
    const endpoints = (await bridge().endpoints()).length;
    line.hold();
    await staff.remove(group.console, 'Sam');
    expect(await line.closed).toBe(REMOVED);
    const flows = async () => {
      const come = await sam.evaluate(() => window.holdfastTest.come('audio'));
      const gone = await packetsFrom('Sam', group.pages);
      return { come: come.bytes, gone: Object.values(gone).reduce((sum, packets) => sum + packets, 0) };
    };
    const told = await flows();
    // The page knows nothing yet: it goes on as before, and this is what comes of it.
    await sam.waitForTimeout(WATCH_MS);
    const later = await flows();
    expect(later.come).toBe(told.come);
    expect(later.gone).toBeLessThanOrEqual(told.gone);
    expect(await bridge().endpoints()).toHaveLength(endpoints - 1);
    group.forget('Sam');
    await tile(group.console, 'Sam').waitFor({ state: 'detached' });
    await expectAllHeard(group.pages);
    await sam.close();
    // Knowing nothing, it tried to open its channel again, and the bridge would not have it.
    expect(stage.faultsBut(/colibri-ws.* 403/)).toEqual([]);
  });
});
