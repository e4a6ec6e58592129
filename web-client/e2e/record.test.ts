import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from './demo';
import { expectNoSidewaysScroll, look, noteAccessibility, shoot } from './look';
import { SHOTS } from './outputs';
import { button, says } from './people';
import * as record from './record';
import { Stage } from './stage';

const NARROW = { width: 360, height: 800 };
const LETTER_LANDSCAPE = { width: 965, height: 733 };
const NOTICE = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

/** The meeting of the evening before becomes a sheet that one can sign, explain and verify. */
describe('The record of an evening', () => {
  let stage: Stage;
  let dana: Page;
  let ben: Page;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await record.staffAt(stage, 'Dana');
    ben = await record.staffAt(stage, 'Ben');
    for (const page of [dana, ben]) await record.openRecord(page);
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('says of every minute why it stands, down to the entry of the log', async () => {
    expect(await record.minutes(dana, 'Maria')).toBe('55');
    await says(dana, /Computed: 47 minutes\. Ben H\..* here by phone/);
    await look(dana, 'record');
    await record.openRow(dana, 'Maria');
    await dana.getByText('Every stretch of time: Maria V.').click();
    await dana.getByRole('rowheader', { name: '6:18 to 6:31' }).waitFor();
    await look(dana, 'record-open');
    await dana.getByRole('link', { name: '15', exact: true }).first().click();
    await dana.locator('#entry-15:target').getByText('The line of Maria V. dropped').waitFor();
    await record.openRow(dana, 'Maria');
  });

  it('is reached and read by the keyboard alone', async () => {
    await record.row(dana, 'Amina').getByRole('button').focus();
    await dana.keyboard.press('Enter');
    await says(dana, /Interrupted by a call/);
    await dana.keyboard.press('Tab');
    const correct = button(dana, 'Correct this: Amina H.');
    expect(await correct.evaluate((element) => element === document.activeElement)).toBe(true);
    await dana.keyboard.press('Enter');
    await dana.getByRole('dialog', { name: 'Correct Amina H.' }).waitFor();
    await dana.keyboard.press('Escape');
    expect(await correct.evaluate((element) => element === document.activeElement)).toBe(true);
    await record.openRow(dana, 'Amina');
  });

  it('is corrected with a reason, and what was computed stays beside it', async () => {
    await record.openRow(dana, 'Sam');
    await button(dana, 'Correct this: Sam P.').click();
    await button(dana, 'Save the correction').click();
    await says(dana, 'Say first what is not right.');
    await look(dana, 'record-correct');
    await record.correctMinutes(dana, 'Sam', 52, 'He said goodbye at the door until 6:52.');
    expect(await record.row(dana, 'Sam').innerText()).toMatch(/49\s*52/);
    await record.openRow(dana, 'Sam');
  });

  it('loses nothing that was written when the line is gone', async () => {
    await record.openRow(dana, 'Luis');
    await button(dana, 'Correct this: Luis G.').click();
    const dialog = dana.getByRole('dialog', { name: 'Correct Luis G.' });
    await dialog.getByRole('radio', { name: 'The status' }).check();
    await dialog.getByLabel('Why?').fill('He was there, and his line came back by itself.');
    await dana.context().setOffline(true);
    await button(dialog, 'Save the correction').click();
    await says(dialog, 'There is no connection just now. Nothing is lost.');
    await look(dana, 'record-no-line');
    await dana.context().setOffline(false);
    await button(dialog, 'Save the correction').click();
    await dialog.waitFor({ state: 'detached' });
    await says(dana, /“He was there, and his line came back by itself\.”/);
    await record.openRow(dana, 'Luis');
    expect(stage.faultsBut(/ERR_INTERNET_DISCONNECTED/)).toEqual([]);
  });

  it('is called wrong by a person, and answered', async () => {
    await button(dana, 'Answer: Theo M.').click();
    await look(dana, 'record-answer');
    await dana.getByLabel('Your answer').fill('The room opened at 5:45. Let us try your link together.');
    await button(dana, 'Send the answer').click();
    await says(dana, /Answered: “The room opened at 5:45/);
    expect(await button(dana, 'Answer: Theo M.').count()).toBe(0);
  });

  it('is signed by one of two who sign at once; the other is told and co-signs', async () => {
    await ben.reload();
    await record.shown(ben);
    await Promise.all([record.sign(dana, stage, 'Dana'), record.sign(ben, stage, 'Ben')]);
    const told = (page: Page) => page.getByText(/was quicker and signed this version/);
    const isSigned = (page: Page) => page.getByText('You have signed version 1');
    for (const page of [dana, ben]) await told(page).or(isSigned(page)).first().waitFor();
    const [first, second] = (await told(dana).isVisible()) ? [ben, dana] : [dana, ben];
    await look(second, 'record-co-sign');
    await button(second, 'Co-sign').click();
    await isSigned(second).waitFor();
    await isSigned(first).waitFor();
    expect(stage.faultsBut(/409/)).toEqual([]);
    await look(second, 'record-signed');
  });

  it('becomes a second version when it is corrected again, and the first stays', async () => {
    await dana.reload();
    await record.shown(dana);
    await record.openRow(dana, 'Sam');
    await button(dana, 'Correct this: Sam P.').click();
    await record.correctMinutes(dana, 'Sam', 50, 'Ben saw the clock: it was 6:50.');
    await says(record.versions(dana), 'Sam P.: 52 to 50 min');
    await says(record.versions(dana), 'Not signed yet');
    await record.openRow(dana, 'Sam');
    await record.sign(dana, stage, 'Dana');
    await says(dana, 'You have signed version 2');
    expect(await dana.evaluate(() => document.activeElement?.textContent)).toBe('Signed');
    const [second, first] = await record.versions(dana).getByRole('listitem').allInnerTexts();
    expect(second).toMatch(/^2\s+Sam P\.: 52 to 50 min/);
    expect(first).toMatch(/^1[^]*Co-signed/);
    await look(dana, 'record-second-version');
  });

  it('leaves as a file that says what the law forbids, and of one person with nobody else in it', async () => {
    await dana.getByLabel('Whose').selectOption({ label: 'Maria V.' });
    const whole = await download(dana);
    expect(whole.name).toMatch(/\.csv$/);
    expect(whole.text).toContain(NOTICE);
    expect(whole.text).toContain('Maria V.');
    expect(whole.text).not.toContain('Sam');
    await says(dana, 'Downloaded. It was noted.');
    await dana.getByLabel('Whose').selectOption({ label: 'Everyone' });
    await dana.getByLabel('Form').selectOption({ label: 'For programs (JSON)' });
    const json = await download(dana);
    expect(json.name).toMatch(/\.json$/);
    expect(json.text).toContain(NOTICE);
    expect(json.text).toContain('Sam P.');
  });

  it('looks as good on paper', async () => {
    await dana.emulateMedia({ media: 'print' });
    await dana.setViewportSize(LETTER_LANDSCAPE);
    await shoot(dana, 'record-print');
    const shown = await dana.locator('body').innerText();
    expect(shown).toContain(NOTICE);
    expect(shown).toMatch(/SHA-256 [0-9a-f]{64}/);
    expect(shown).toMatch(/Signed .*, entry \d+/);
    expect(await dana.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    for (const format of ['Letter', 'A4']) {
      await dana.pdf({ path: `${SHOTS}record-${format}.pdf`, format, landscape: true });
      const pdf = await readFile(`${SHOTS}record-${format}.pdf`, 'latin1');
      expect(pdf.match(/\/Type \/Page\b/g), format).toHaveLength(1);
    }
    await dana.emulateMedia({ media: 'screen' });
  });

  it('bends to a small window, large letters, a dark screen and Spanish', async () => {
    await dana.setViewportSize(NARROW);
    await expectNoSidewaysScroll(dana);
    await noteAccessibility(dana, 'record-360');
    await shoot(dana, 'record-360');
    await dana.setViewportSize({ width: 1440, height: 900 });
    await dana.emulateMedia({ colorScheme: 'dark' });
    await record.openRow(dana, 'Maria');
    await look(dana, 'record-dark');
    await dana.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await expectNoSidewaysScroll(dana);
    await shoot(dana, 'record-large');
    await dana.evaluate(() => (document.documentElement.style.fontSize = ''));
    await dana.emulateMedia({ colorScheme: 'light' });
    await button(dana, 'Español').click();
    await says(dana, 'Qué se decidió y quién lo decidió');
    await look(dana, 'record-spanish');
  });

  it('is verified from its first entry to its signatures once the clinic is closed', async () => {
    await stage.demo.kill();
    const { code, said } = await run(stage.demo.folder, 'verify');
    expect(said).toMatch(/^(\d+) of \1 logs are as they were written\.$/m);
    expect(code).toBe(0);
  });
});

async function download(page: Page): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await button(page, 'Download').click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
