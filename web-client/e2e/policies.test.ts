import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as desk from './console';
import { look, shoot } from './look';
import { button, group, inRoom, isTold, join, says, tile } from './people';
import * as record from './record';
import { Stage } from './stage';

const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };
const SETTING_UP_MS = 240_000;
const GUEST = 'Irene T.';

/** What a group says in the clinic's books holds in the next of its meetings. */
describe('What a group says', () => {
  let stage: Stage;
  let dana: Page;
  let sam: Page;
  let irene: Page;
  let ole: Page;
  const links: Record<string, string> = {};

  async function invite(page: Page, name: string, as: string) {
    await button(page, 'Invite a guest').click();
    await page.getByLabel('Name in the room').fill(name);
    await page.getByLabel('As what').selectOption({ label: as });
    await button(page, 'Invite').click();
    await button(page, `Link: ${name}`).click();
    await button(page, 'Make a link').click();
    const card = page.locator('.link-card');
    await card.waitFor();
    links[name] = /https?:\S+#\S+/.exec(await card.innerText())?.[0] ?? '';
    await button(page, 'Done').click();
    await page.keyboard.press('Escape');
  }

  beforeAll(async () => {
    stage = await Stage.set();
    const staff = await record.staffAt(stage, 'Dana');
    await staff.setViewportSize(WIDE);
    await staff.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Groups' }).click();
    await staff.getByRole('link', { name: stage.demo.session.title }).click();
    await staff.getByRole('heading', { name: 'Who comes' }).waitFor();
    await invite(staff, GUEST, 'interpreter');
    await invite(staff, 'Ole T.', 'observer');
    await staff
      .getByRole('link', { name: /^Change/ })
      .first()
      .click();
    await staff.getByLabel('Cameras').selectOption('expected');
    await staff.getByLabel('Rules, in your words').fill('What is said here stays here.');
    await look(staff, 'policies-form');
    await button(staff, 'Save').click();
    await staff.getByRole('heading', { name: 'Who comes' }).waitFor();
    await look(staff, 'policies-group');
    const console = await stage.console('Dana');
    await desk.askToEnd(console);
    await desk.endForEveryone(console);
    await says(console, 'See the sheet and sign it');
    await console.close();
    await staff.close();
    stage.faultsBut(/.^/);
    await stage.killServerAndStartAgain();
  }, SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('is read before somebody joins, who joins all the same', async () => {
    sam = await stage.atTheDoor('Sam', { viewport: NARROW });
    const says = sam.getByRole('region', { name: 'In this group' });
    await says.getByText(/have your camera on/).waitFor();
    await says.getByText('What is said here stays here.').waitFor();
    await look(sam, 'policies-door');
    await sam.getByRole('switch', { name: 'Camera' }).click();
    await join(sam);
  });

  it('names a guest before they join, and asks nothing that is not theirs to answer', async () => {
    irene = await (await stage.device({ viewport: NARROW })).open(links[GUEST] ?? '');
    await says(irene, /You come as interpreter/);
    expect(await irene.getByText('Where are you today?').count()).toBe(0);
    await look(irene, 'policies-door-guest');
    await join(irene);
    ole = await (await stage.device({ viewport: NARROW })).open(links['Ole T.'] ?? '');
    await says(ole, /You come to observe/);
    await join(ole);
  });

  it('names guests to who lets them in, and says who is without a camera', async () => {
    dana = await stage.console('Dana');
    await dana.setViewportSize(WIDE);
    const waiting = dana.getByRole('complementary').getByRole('listitem', { name: GUEST });
    await waiting.getByText('interpreter').waitFor();
    await look(dana, 'policies-waiting');
    await desk.letEveryoneIn(dana);
    await inRoom(sam);
    await inRoom(irene);
    await inRoom(ole);
    await desk.expectNote(dana, 'Sam', 'no camera');
    await desk.expectNote(dana, GUEST, 'interpreter');
    await desk.expectNoNote(dana, 'Ole', 'no camera');
    await look(dana, 'policies-console');
  });

  it('names guests to everyone, and who observes is not heard until a facilitator lets them', async () => {
    await tile(sam, GUEST).getByText('interpreter').first().waitFor();
    await tile(sam, 'Ole T.').getByText('observer').first().waitFor();
    await look(sam, 'policies-room');
    const microphone = button(ole, 'Microphone');
    await expect.poll(() => microphone.getAttribute('aria-pressed')).toBe('false');
    await microphone.click();
    await says(ole, /keeps your microphone off for now/);
    await desk.allowMicrophone(dana, 'Ole');
    await says(ole, /you can turn your microphone on/);
  });

  it('rests for some minutes, and everybody reads until when', async () => {
    await button(dana, 'Break').click();
    await shoot(dana, 'policies-break-1440');
    await button(dana.getByRole('dialog'), '10 minutes').click();
    await says(sam, /Break until/);
    await isTold(sam, /takes a break/);
    await look(sam, 'policies-rest');
    await look(dana, 'policies-console-rest');
    await button(dana, 'End the break').click();
    await sam.getByText(/Break until/).waitFor({ state: 'detached' });
    expect(await group(sam).count()).toBe(1);
  });

  it('stands on the sheet: guests as what they are, and nothing counted', async () => {
    await desk.askToEnd(dana);
    await desk.endForEveryone(dana);
    const sheet = await desk.sheet(dana);
    await sheet
      .getByRole('row')
      .filter({ has: dana.getByRole('rowheader', { name: GUEST }) })
      .getByText('interpreter, does not count')
      .waitFor();
    await look(dana, 'policies-sheet');
  });
});
