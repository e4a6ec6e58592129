import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from './browser';
import { letIn } from './console';
import { look, lookNarrowAndWide, shoot } from './look';
import { commands, link, lookAtAll, overheard, tabTo } from './my-worksheets';
import { button, hasLeft, inRoom, join, leave, reachAndPress, says } from './people';
import * as record from './record';
import { Stage } from './stage';

const PHONE = { viewport: { width: 390, height: 844 } };
const WIDE = { width: 1440, height: 900 };
const NOTE = 'She named the step herself. Ask on Friday.';
const GOAL = 'Walk to the corner shop and back, three days this week';

/** What a person wrote stays theirs after the meeting: under their link, on any device, and with those who treat them. */
describe('My worksheets', () => {
  let stage: Stage;
  let dana: Page;
  let phone: Device;
  let sam: Page;
  let heard: () => Promise<string>;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await record.staffAt(stage, 'Dana');
    await dana.waitForURL(/seat=/);
    await dana.setViewportSize(WIDE);
    phone = await stage.device(PHONE);
    sam = await phone.open(stage.demo.participant('Sam').url);
    heard = overheard(sam);
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  const line = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });
  const open = (page: Page, title: string) => link(line(page, title), /^Open/).click();
  const saved = (page: Page) => page.locator('.work__saved').getByText('Saved.').waitFor();
  const answer = (page: Page, asks: string) => page.getByLabel(asks);
  const staffPage = (path: string) => dana.goto(`${stage.demo.url}/staff/${path}?seat=p-dana`);

  it('are found from the door, and friendly while there are none', async () => {
    await button(sam, 'Join').waitFor();
    await look(sam, 'mine-door');
    await link(sam, 'My worksheets').click();
    await says(sam, 'Nothing here yet.');
    expect(await sam.title()).toBe('My worksheets');
    await lookAtAll(sam, 'mine-none');
  });

  it('come from staff, who give one from the person’s page, by keyboard alone', async () => {
    await staffPage('people/p-sam');
    await says(dana, 'Nothing to fill in yet.');
    await reachAndPress(dana, 'Give a worksheet');
    const dialog = dana.getByRole('dialog');
    await dialog.getByRole('radio', { name: /One small goal/ }).waitFor();
    await tabTo(dana, button(dialog, 'Give it'));
    await dana.keyboard.press('Enter');
    await says(dialog, 'Choose a worksheet first.');
    await dialog.getByRole('radio', { name: /One small goal/ }).focus();
    await dana.keyboard.press('Space');
    await lookNarrowAndWide(dana, 'sheets-give');
    await tabTo(dana, button(dialog, 'Give it'));
    await dana.keyboard.press('Enter');
    await link(dana, /One small goal/).waitFor();
    await says(dana, /nothing written yet/);
    await lookNarrowAndWide(dana, 'sheets-person');
  });

  it('are filled in on a page of their own, and say how far one came', async () => {
    await sam.reload();
    await says(line(sam, 'One small goal'), 'Nothing written yet');
    await lookAtAll(sam, 'mine-one');
    await open(sam, 'One small goal');
    await answer(sam, 'What do I want to do?').fill(GOAL);
    await answer(sam, 'What do I want to do?').blur();
    await saved(sam);
    await lookAtAll(sam, 'mine-sheet');
    const pdf = await link(sam, 'Take it home as a PDF').getAttribute('href');
    const taken = await phone.context.request.get(stage.demo.url + String(pdf));
    expect(taken.headers()['content-type']).toContain('application/pdf');
    expect((await taken.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await link(sam, 'My worksheets').click();
    await says(line(sam, 'One small goal'), /^Today\. 1 of \d+ answered/);
    expect(
      await link(line(sam, 'One small goal'), /^Open/).evaluate((it) => it === document.activeElement),
    ).toBe(true);
    await sam.goBack();
    await expect.poll(() => answer(sam, 'What do I want to do?').inputValue()).toBe(GOAL);
    await sam.goForward();
    await link(line(sam, 'One small goal'), /^Open/).waitFor();
  });

  it('name the clinic on paper for whoever wants that, once it has a name', async () => {
    const paper = async (page: Page, name: string) => {
      const href = await link(page, name).getAttribute('href');
      return phone.context.request.get(stage.demo.url + String(href));
    };
    await open(sam, 'One small goal');
    await says(sam, 'It names no clinic.');
    expect(await sam.getByRole('checkbox', { name: 'With the clinic’s name' }).count()).toBe(0);
    await staffPage('people');
    await link(dana.getByRole('navigation', { name: 'Main' }), 'Clinic').click();
    await dana.getByLabel('What the clinic is called').fill(' Harbor House Recovery ');
    await lookNarrowAndWide(dana, 'clinic-name');
    await reachAndPress(dana, 'Save');
    await says(dana, 'People can have it on their worksheets now.');
    await button(dana, 'Español').click();
    await says(dana, 'Ya se puede pedir en las hojas.');
    await lookNarrowAndWide(dana, 'clinic-name-es');
    await button(dana, 'English').click();
    await dana.reload();
    expect(await dana.getByLabel('What the clinic is called').inputValue()).toBe('Harbor House Recovery');

    const zone = dana.getByLabel('Time zone');
    const usual = await zone.inputValue();
    for (const other of ['Pacific/Auckland', usual]) {
      await zone.selectOption(other);
      await button(dana, 'Save').click();
      await says(dana, /^Saved\.$/);
      await dana.reload();
      await expect.poll(() => zone.inputValue()).toBe(other);
    }

    await sam.reload();
    const named = sam.getByRole('checkbox', { name: 'With the clinic’s name' });
    await named.waitFor();
    expect(await named.isChecked()).toBe(false);
    await says(sam, 'whoever finds the paper does not learn where you go');
    const without = await (await paper(sam, 'Take it home as a PDF')).body();
    await tabTo(sam, named);
    await sam.keyboard.press('Space');
    await lookAtAll(sam, 'mine-named');
    const taken = await paper(sam, 'Take it home as a PDF');
    expect(taken.headers()['content-type']).toContain('application/pdf');
    expect((await taken.body()).length).toBeGreaterThan(without.length);
    expect(await sam.content()).not.toContain('Harbor House');
    await sam.reload();
    await named.waitFor();
    expect(await named.isChecked()).toBe(false);
    await button(sam, 'Español').click();
    await says(sam, 'quien encuentre el papel no sabrá adónde va usted');
    await lookAtAll(sam, 'mine-named-es');
    await button(sam, 'English').click();
    await link(sam, 'My worksheets').click();
  });

  it('go on on another device, and the first one sees it', async () => {
    const laptop = await (await stage.device()).open(stage.demo.participant('Sam').url);
    await link(laptop, 'My worksheets').click();
    await open(laptop, 'One small goal');
    expect(await answer(laptop, 'What do I want to do?').inputValue()).toBe(GOAL);
    await answer(laptop, 'What is the very first step?').fill('Put the shoes by the door');
    await answer(laptop, 'What is the very first step?').blur();
    await saved(laptop);
    await open(sam, 'One small goal');
    await expect
      .poll(() => answer(sam, 'What is the very first step?').inputValue())
      .toBe('Put the shoes by the door');
    await laptop.close();
  });

  it('lose nothing while the line is gone, not even when one goes back to the list', async () => {
    await phone.context.setOffline(true);
    await answer(sam, 'Why does it matter to me?').fill('My daughter walks with me');
    await answer(sam, 'Why does it matter to me?').blur();
    await sam
      .locator('.work__saved')
      .getByText(/^Kept on this/)
      .waitFor();
    await link(sam, 'My worksheets').click();
    await says(sam, 'There is no connection just now.');
    await says(line(sam, 'One small goal'), 'Kept on this device.');
    await lookAtAll(sam, 'mine-offline');
    await open(sam, 'One small goal');
    expect(await answer(sam, 'Why does it matter to me?').inputValue()).toBe('My daughter walks with me');
    await link(sam, 'My worksheets').click();
    await says(line(sam, 'One small goal'), 'Kept on this device.');
    await phone.context.setOffline(false);
    await line(sam, 'One small goal').getByText('Kept on this device.').waitFor({ state: 'detached' });
    await says(line(sam, 'One small goal'), /3 of \d+ answered/);
    expect(stage.faultsBut(/ERR_INTERNET_DISCONNECTED/)).toEqual([]);
  });

  it('are read by their staff, who note beside an answer what the person never gets', async () => {
    await staffPage('people/p-sam');
    await link(dana, /One small goal/).click();
    await says(dana, GOAL);
    await says(dana, /^3 of \d+ answered/);
    const write = button(dana, /^Add a note.*What is the very first step/);
    await tabTo(dana, write);
    await dana.keyboard.press('Enter');
    await reachAndPress(dana, 'Save the note');
    await says(dana, 'Write something first.');
    await dana.getByLabel(/^My note for staff/).fill(NOTE);
    await lookNarrowAndWide(dana, 'sheet-read-noting');
    await button(dana, 'Save the note').click();
    await says(dana, NOTE);
    await lookNarrowAndWide(dana, 'sheet-read');
    await lookNarrowAndWide(dana, 'sheet-read-named');
    await dana.getByRole('checkbox', { name: 'With the clinic’s name on the PDF' }).check();
    const wished = dana.waitForRequest(/\/pdf\?.*named=true/);
    for (const kind of ['PDF', 'FHIR']) {
      const saving = dana.waitForEvent('download');
      await button(dana, `Save as ${kind}`).click();
      expect((await saving).suggestedFilename()).toMatch(/^worksheet\.(pdf|json)$/);
    }
    await wished;
    await dana.reload();
    await says(dana, NOTE);
    await dana.emulateMedia({ colorScheme: 'dark' });
    await lookNarrowAndWide(dana, 'sheet-read-dark');
    await dana.emulateMedia({ colorScheme: 'light' });

    const ben = await record.staffAt(stage, 'Ben');
    await ben.goto(`${dana.url().replace('p-dana', 'p-ben')}`);
    await says(ben, NOTE);
    expect(await button(ben, /^Change my note/).count()).toBe(0);
    await ben.close();

    await button(dana, /^Change my note/).click();
    await dana.getByLabel(/^My note for staff/).fill(`${NOTE} Done.`);
    await button(dana, 'Save the note').click();
    await says(dana, `${NOTE} Done.`);

    await sam.reload();
    await open(sam, 'One small goal');
    await saved(sam);
    expect(await heard()).toContain(GOAL);
    expect(await heard()).not.toContain('named the step herself');
    expect(await sam.content()).not.toContain('named the step herself');

    await button(dana, /^Change my note/).click();
    await button(dana, 'Take it back').click();
    await dana.getByText(NOTE).waitFor({ state: 'detached' });
    await dana.reload();
    await says(dana, GOAL);
    expect(await dana.getByText(NOTE).count()).toBe(0);
  });

  it('speak Spanish at once, to the person and to staff', async () => {
    await button(sam, 'Español').click();
    await sam.getByRole('heading', { name: 'Una meta pequeña' }).waitFor();
    await lookAtAll(sam, 'mine-sheet-es');
    await tabTo(sam, link(sam, 'Mis hojas'));
    await sam.keyboard.press('Enter');
    await says(line(sam, 'Una meta pequeña'), /Respuestas: 3 de/);
    await lookAtAll(sam, 'mine-one-es');
    await tabTo(sam, link(line(sam, 'Una meta pequeña'), /^Abrir/));
    await sam.keyboard.press('Enter');
    await sam.getByRole('heading', { name: 'Una meta pequeña' }).waitFor();
    await link(sam, 'Mis hojas').click();
    await button(sam, 'English').click();
    await says(line(sam, 'One small goal'), /3 of/);
    await button(dana, 'Español').click();
    await says(dana, /respuestas: 3 de/);
    await lookNarrowAndWide(dana, 'sheet-read-es');
    await button(dana, 'English').click();
  });

  it('that are open in a meeting stand first, and say so', async () => {
    const ben = await stage.console('Ben');
    const room = await (await stage.device()).open(stage.demo.participant('Sam').url);
    await join(room);
    await letIn(ben, 'Sam');
    await inRoom(room);
    await staffPage('people');
    const worksheet = 'wOpenedOpenedOpenedOpe';
    await commands(dana, stage.demo.session.id, [
      { type: 'worksheet.open', worksheet, form: 'halt', version: '1', mode: 'private' },
    ]);
    await sam.reload();
    await says(line(sam, 'HALT: what do I need?'), 'Open in your meeting now.');
    expect(await sam.getByRole('listitem').first().innerText()).toContain('HALT');
    await lookAtAll(sam, 'mine-open');
    await leave(room);
    await hasLeft(room);
    await link(room, /^Open.*My worksheets/).waitFor();
    await shoot(room, 'after-with-worksheets');
    await button(room, 'Done').click();
    await link(room, 'My worksheets').click();
    await link(line(room, 'One small goal'), /^Open/).waitFor();
    await button(ben, /^End/).first().click();
    await button(ben, 'End for everyone').click();
    await ben.getByRole('link', { name: 'See the sheet and sign it' }).click();
    const used = ben.getByRole('region', { name: 'Worksheets used' });
    await says(used, 'HALT: what do I need?');
    await says(used, /for everyone/);
    await lookNarrowAndWide(ben, 'record-worksheets');
    await button(ben, 'Español').click();
    await ben
      .getByRole('region', { name: 'Hojas que se usaron' })
      .getByText('Alto: ¿qué necesito?')
      .waitFor();
    await room.close();
  });

  it('leave nothing on a computer that others use too', async () => {
    const seat = new URL(sam.url()).searchParams.get('seat') ?? '';
    await button(sam, 'Sign out').click();
    await lookAtAll(sam, 'mine-sign-out');
    await button(sam.getByRole('dialog'), 'Stay').click();
    await button(sam, 'Sign out').click();
    await button(sam.getByRole('dialog'), 'Sign out').click();
    await says(sam, 'You are signed out');
    await lookAtAll(sam, 'mine-signed-out');
    expect(sam.url()).not.toContain(seat);
    expect(await phone.context.cookies()).toEqual([]);
    expect(await sam.evaluate(() => indexedDB.databases())).toEqual([]);
    await sam.goto(`${stage.demo.url}/join?seat=${seat}&at=worksheets`);
    await says(sam, 'This page is not open');
    expect(stage.faultsBut(/401/)).toEqual([]);
  });
});
