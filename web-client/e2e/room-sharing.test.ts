import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from './browser';
import { Lead, participant, type Heard } from './leading';
import { expectNoSidewaysScroll, noteAccessibility, shoot } from './look';
import { button, isTold, says } from './people';
import { Stage } from './stage';

const WIDE = { width: 1440, height: 900 };
const SMALLEST = { width: 320, height: 640 };
const WORDS = 'My brother, when he calls late';
const INSTEAD = 'I text Lena first';
const OWN = 'Nobody is to read this';

const beside = (page: Page) => page.locator('.beside');

async function lookAt(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize() ?? WIDE;
  for (const [kind, size] of Object.entries({ 1440: WIDE, 390: PHONE, 320: SMALLEST })) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await noteAccessibility(page, `${name}-${kind}`);
    await shoot(page, `${name}-${kind}`);
  }
  await page.setViewportSize(usual);
}

describe('What is shared of a worksheet', () => {
  let stage: Stage;
  let dana: Lead;
  let sam: Page;
  let maria: Page;
  let heardBySam: Heard;
  let heardByMaria: Heard;
  let map: string;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await Lead.of(stage, 'Dana');
    ({ page: sam, heard: heardBySam } = await participant(stage, dana, 'Sam', { viewport: WIDE }));
    ({ page: maria, heard: heardByMaria } = await participant(stage, dana, 'Maria', {
      viewport: PHONE,
      locale: 'es-MX',
      hasTouch: true,
      join: 'Entrar',
    }));
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  const row = (words: string) => beside(sam).getByRole('listitem').filter({ hasText: words });

  it('is chosen for each line, with what the group and staff will know of it, by keyboard alone', async () => {
    map = await dana.open('trigger-map', 'share');
    await says(beside(sam), 'The group sees only what you share.');
    for (const words of [WORDS, OWN]) {
      await button(sam, 'Add a person').click();
      await sam.keyboard.type(words);
      if (words === WORDS)
        await beside(sam).getByRole('textbox', { name: 'What I do instead' }).fill(INSTEAD);
      await button(sam, 'Done').click();
    }
    const share = row(WORDS).getByRole('button', { name: /^Share this/ });
    await share.press('Enter');
    await says(row(WORDS), 'Dana W. and your care team still see that it is yours.');
    await lookAt(sam, 'room-share-asked');
    await sam.keyboard.press('Escape');
    await expect.poll(() => share.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(heardByMaria.text).not.toContain(WORDS);
    await share.press('Enter');
    await button(row(WORDS), 'Share without my name').press('Enter');
    await says(row(WORDS), 'The group sees this without your name.');
    await lookAt(sam, 'room-share-on');
  });

  it('is there for the others, without a name where none was given', async () => {
    await button(beside(maria), 'Del grupo: 1').click();
    const entry = beside(maria).getByRole('listitem').filter({ hasText: WORDS });
    await says(entry, 'Alguien del grupo');
    await says(entry, INSTEAD);
    await lookAt(maria, 'room-share-group');
    const told = heardByMaria.text.slice(heardByMaria.text.lastIndexOf('"worksheets"'));
    expect(told).not.toContain(heardBySam.id);
    expect(heardByMaria.text).not.toContain(OWN);
  });

  it('is gone from there as soon as it is taken back', async () => {
    await button(row(WORDS), /^Take it back/).press('Enter');
    await isTold(sam, /Taken back/);
    await beside(maria).getByText(WORDS).waitFor({ state: 'detached' });
    const from = heardByMaria.text.length;
    await row(WORDS)
      .getByRole('button', { name: new RegExp(WORDS) })
      .click();
    await beside(sam).getByRole('textbox', { name: 'Who, and when?' }).fill(`${WORDS}, again`);
    await button(sam, 'Done').click();
    await beside(sam).locator('.work__saved').getByText('Saved.').waitFor();
    await dana.send({ type: 'worksheet.move', worksheet: map });
    expect(heardByMaria.text.slice(from)).not.toContain(WORDS);
  });

  it('of one answer bears a name if its person wants that', async () => {
    await row(WORDS)
      .getByRole('button', { name: new RegExp(WORDS) })
      .click();
    await beside(sam).getByText('A lot', { exact: true }).click();
    await button(beside(sam), 'Share this: How strong is the pull?').click();
    await button(beside(sam), 'Share with my name').click();
    await says(beside(sam), 'The group sees this with your name.');
    const entry = beside(maria).getByRole('listitem').filter({ hasText: 'Sam P.' });
    await says(entry, 'Mucho');
    expect(heardByMaria.text).not.toContain(OWN);
    await button(sam, 'Done').click();
  });

  it('hangs on one wall where the facilitator made it one', async () => {
    const wall = await dana.open('one-goal', 'board');
    await button(sam, 'Open it').click();
    await says(beside(sam), 'The group sees only what you put on the wall.');
    await beside(sam).getByRole('textbox').first().fill('Walk to the lake');
    await button(beside(sam), 'Put on the wall: What do I want to do?').click();
    await lookAt(sam, 'room-wall-asked');
    await button(beside(sam), 'Share with my name').click();
    await says(beside(sam), 'The group sees this with your name.');
    await button(beside(sam), 'The wall: 1').click();
    await beside(sam).getByText('Walk to the lake').waitFor();
    await lookAt(sam, 'room-wall-own');
    await button(maria, 'Abrirla').click();
    await button(beside(maria), 'El muro: 1').click();
    await beside(maria).getByText('Walk to the lake').waitFor();
    await lookAt(maria, 'room-wall-es');
    await dana.close(wall);
    await beside(maria).getByText('Walk to the lake').waitFor({ state: 'detached' });
  });
});
