import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { look } from './look';
import { changeNetwork, expectHeard, expectSeen, expectSilent, expectSpeaksInto } from './media';
import * as staff from './console';
import * as people from './people';
import * as record from './record';
import { button, says, tile } from './people';
import { Stage } from './stage';

/** One meeting from the links to its end, in the order in which it happens. */
describe('A group meets', () => {
  let stage: Stage;
  let dana: Page;
  const pages: Record<string, Page> = {};
  const members = ['Sam', 'Maria', 'Amina'];

  const page = (name: string): Page => {
    const found = name === 'Dana' ? dana : pages[name];
    if (!found) throw new Error(`${name} has no page yet`);
    return found;
  };
  const everyone = ['Dana', ...members];
  const pairs = everyone.flatMap((from) =>
    everyone.filter((to) => to !== from).map((to): [string, string] => [from, to]),
  );

  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('opens a console for the facilitator', async () => {
    const device = await stage.device();
    dana = await device.open(stage.demo.facilitator('Dana').url);
    await dana.getByRole('link', { name: /^Open the room/ }).waitFor();
    expect(dana.url()).not.toContain('#');
    await look(dana, 'start');
    await staff.openConsole(dana, stage.demo.session.title);
    await look(dana, 'console-alone');
  });

  it('lets a person join with nothing filled in', async () => {
    for (const name of members) pages[name] = await stage.atTheDoor(name);
    const sam = page('Sam');
    expect(await button(sam, 'Join').isEnabled()).toBe(true);
    expect(sam.url()).not.toContain('#');
    await look(sam, 'join');
  });

  it('shows a person who waits nothing of the group', async () => {
    for (const name of members) await people.join(page(name));
    const sam = page('Sam');
    await people.waits(sam);
    expect(await people.group(sam).count()).toBe(0);
    expect(await sam.locator('body').innerText()).not.toContain('Maria');
    await look(sam, 'waiting');
    await look(dana, 'console-waiting');
  });

  it('shows the facilitator who waits, whatever else is open', async () => {
    for (const tab of ['Sheet', 'You', 'People']) {
      await staff.turnTo(dana, tab);
      await dana.getByRole('tab', { name: /^People.*3 waiting/ }).waitFor();
      expect(await dana.title()).toMatch(/^\(3\) /);
    }
  });

  it('carries a word from the facilitator to one who waits, and to nobody else', async () => {
    await staff.write(dana, 'Sam', 'Five more minutes');
    await says(page('Sam'), 'Five more minutes');
    await look(page('Sam'), 'waiting-written');
    expect(await page('Maria').getByText('Five more minutes').count()).toBe(0);
  });

  it('lets in one, then everyone', async () => {
    await staff.letIn(dana, 'Sam');
    await people.inRoom(page('Sam'));
    await staff.letEveryoneIn(dana);
    for (const name of members) await people.inRoom(page(name));
  });

  it('shows everyone to everyone', async () => {
    await Promise.all(pairs.map(([watcher, seen]) => expectSeen(page(watcher), seen)));
  });

  it('plays everyone to everyone', async () => {
    await Promise.all(pairs.map(([listener, heard]) => expectHeard(page(listener), page(heard))));
    await look(page('Sam'), 'room');
    await look(dana, 'console');
    await staff.openActions(dana, 'Maria');
    await look(dana, 'console-actions');
    await staff.openActions(dana, 'Maria');
    for (const tab of ['Sheet', 'You']) {
      await staff.turnTo(dana, tab);
      await look(dana, `console-${tab.toLowerCase()}`);
    }
    await staff.turnTo(dana, 'People');
  });

  it('goes on for a person whose network changes', async () => {
    await changeNetwork(page('Sam'));
    for (const other of ['Dana', 'Maria', 'Amina']) {
      await expectHeard(page(other), page('Sam'));
      await expectHeard(page('Sam'), page(other));
    }
  });

  it('keeps the place of a person whose microphone a call took', async () => {
    const sam = page('Sam');
    await sam.evaluate(() => window.holdfastTest.call(true));
    await says(sam, 'A call interrupted you');
    await staff.expectNote(dana, 'Sam', 'on a call');
    await look(sam, 'come-back');
    await sam.evaluate(() => window.holdfastTest.call(false));
    await people.comeBack(sam);
    await people.switched(sam, 'Microphone', true);
    await expectHeard(page('Maria'), sam);
  });

  it('keeps the place of a person whose screen was locked, and has them back once it is not', async () => {
    const sam = page('Sam');
    await sam.evaluate(() => window.holdfastTest.hide(true));
    await staff.expectNote(dana, 'Sam', 'screen is off');
    await says(tile(page('Maria'), 'Sam'), 'Back in a moment');
    await sam.evaluate(() => window.holdfastTest.hide(false));
    await staff.expectNoNote(dana, 'Sam', 'screen is off');
    await button(sam, 'Tap to come back').waitFor({ state: 'detached' });
    await tile(page('Maria'), 'Sam').getByText('Back in a moment').waitFor({ state: 'detached' });
    await expectHeard(page('Maria'), sam);
    await expectSeen(page('Maria'), 'Sam');
  });

  it('plays a person on who takes another microphone', async () => {
    const sam = page('Sam');
    await button(sam, 'More').click();
    await button(sam, 'Camera, microphone and speaker').click();
    const chosen = await people.takeOtherMicrophone(sam);
    await sam.keyboard.press('Escape');
    await button(sam, 'Camera, microphone and speaker').waitFor({ state: 'detached' });
    await expectSpeaksInto(sam, chosen);
    for (const other of ['Dana', 'Maria', 'Amina']) await expectHeard(page(other), sam);
  });

  it('puts hands in the order in which they went up', async () => {
    await button(page('Maria'), 'Raise hand').click();
    await people.expectHands(page('Sam'), /Maria/);
    await people.isTold(page('Sam'), /Maria.* raised a hand/);
    await button(page('Sam'), 'Raise hand').click();
    await people.expectHands(page('Amina'), /Maria.*, then Sam/);
    await look(page('Sam'), 'room-hands');
    await staff.lowerAllHands(dana);
    await page('Amina').getByText('Hands up:').waitFor({ state: 'detached' });
  });

  it('silences a person whom a facilitator muted, and says by whom', async () => {
    await staff.mute(dana, 'Sam');
    await says(page('Sam'), /Dana.* turned your microphone off/);
    for (const listener of ['Dana', 'Maria', 'Amina']) {
      const clock = listener === 'Maria' ? 'Amina' : 'Maria';
      await expectSilent(page(listener), page('Sam'), page(clock));
    }
    await look(page('Sam'), 'room-muted');
  });

  it('lets that person speak again once it is allowed', async () => {
    await staff.allowMicrophone(dana, 'Sam');
    await people.switched(page('Sam'), 'Microphone', true);
    await expectHeard(page('Maria'), page('Sam'));
  });

  it('stops the picture of a person whose camera a facilitator turned off, until it is allowed', async () => {
    await staff.actOn(dana, 'Sam', 'Turn camera off');
    await says(page('Sam'), /Dana.* turned your camera off/);
    await tile(page('Maria'), 'Sam').locator('video').waitFor({ state: 'detached' });
    await staff.actOn(dana, 'Sam', 'Allow camera');
    await says(page('Sam'), /Dana.* says you can turn your camera on/);
    await people.switched(page('Sam'), 'Camera', true);
    await expectSeen(page('Maria'), 'Sam');
  });

  it('stops sound when a person switches the own microphone off', async () => {
    await people.switched(page('Maria'), 'Microphone', false);
    await expectSilent(page('Sam'), page('Maria'), page('Amina'));
    await people.switched(page('Maria'), 'Microphone', true);
    await expectHeard(page('Sam'), page('Maria'));
  });

  it('tells only the facilitator that someone needs help', async () => {
    const amina = page('Amina');
    const before = await people.shownWords(page('Maria'));
    await people.askForHelp(amina);
    await look(amina, 'room-help');
    await dana.getByRole('region', { name: /asks for help$/ }).waitFor();
    await look(dana, 'console-help');
    await staff.seeHelp(dana, 'Amina');
    await says(amina, /Dana.* knows/);
    expect(await people.shownWords(page('Maria'))).toBe(before);
    await amina.keyboard.press('Escape');
  });

  it('lets a person leave for good reason and without a fuss', async () => {
    await button(page('Maria'), 'Leave').click();
    await look(page('Maria'), 'leave');
    await button(page('Maria'), 'Leave the group').click();
    await people.hasLeft(page('Maria'));
    await tile(page('Sam'), 'Maria').waitFor({ state: 'detached' });
    await look(page('Maria'), 'after-left');
  });

  it('ends for everyone at once, and says how long each was here', async () => {
    await staff.askToEnd(dana);
    await look(dana, 'console-end');
    await staff.endForEveryone(dana);
    await people.isOver(page('Sam'));
    await people.isOver(page('Amina'));
    await look(page('Sam'), 'after');
    await look(dana, 'console-ended');
  });

  it('takes the word of a person who says that their minutes are wrong', async () => {
    await button(page('Sam'), 'This is wrong').click();
    await look(page('Sam'), 'after-wrong');
    await page('Sam').getByLabel('What is wrong?').fill('I was here from the start.');
    await button(page('Sam'), 'Send').click();
    await says(page('Sam'), 'You said: “I was here from the start.”');
    await says(page('Sam'), /Dana.* will look at it/);
    await look(page('Sam'), 'after-said');
  });

  it('counts who was here in the sheet that staff read', async () => {
    const sheet = await staff.sheet(dana);
    for (const name of members) expect(await sheet.innerText()).toContain(name);
    await record.openRow(dana, 'Sam');
    await look(dana, 'sheet');
    await says(dana, /Sam P\. says this is wrong: “I was here from the start\.”/);
  });

  it('shows a person what staff put right, on the page they still have open', async () => {
    await button(dana, 'Correct it: Sam P.').click();
    await record.correctMinutes(dana, 'Sam', 2, 'His page was open from the start.');
    // As when the person turns back to the page.
    await page('Sam').evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await says(page('Sam'), 'It counts as 2 minutes now.');
    await says(page('Sam'), 'Your staff put it right.');
    await look(page('Sam'), 'after-put-right');
  });
});
