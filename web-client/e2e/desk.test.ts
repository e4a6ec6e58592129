import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company';
import * as staff from './console';
import { ask, choose, desk, hearing, paper, setMode, sheetOf, sheets, write, writer } from './desk';
import { expectNoSidewaysScroll, look, noteAccessibility, shoot } from './look';
import { button, inRoom, isTold, join, says } from './people';
import { Stage } from './stage';

const HALT = 'HALT: what do I need?';
const SECRET = 'I will call my sister at nine';
const SHARED = 'Sleep, and a warm soup';
const NOTE = 'Ask about the sister next time';
const SAM = 'p-sam';
const MARIA = 'p-maria';

const SIZES = {
  390: { width: 390, height: 844 },
  1024: { width: 1024, height: 768 },
  1440: { width: 1440, height: 900 },
};

async function lookAt(console: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(SIZES)) {
    await console.setViewportSize(size);
    await expectNoSidewaysScroll(console);
    await noteAccessibility(console, `${name}-${width}`);
    await shoot(console, `${name}-${width}`);
  }
}

describe('Worksheets in the console', () => {
  let stage: Stage;
  let dana: Page;
  let danaHeard: () => string;
  let sam: Page;
  let samHeard: () => string;
  let maria: Company;

  beforeAll(async () => {
    stage = await Stage.set();
    const [danas, sams] = [await stage.device(), await stage.device()];
    danaHeard = hearing(danas);
    samHeard = hearing(sams);
    dana = await danas.open(stage.demo.facilitator('Dana').url);
    await staff.openConsole(dana, stage.demo.session.title);
    sam = await sams.open(stage.demo.participant('Sam').url);
    await join(sam);
    await staff.letIn(dana, 'Sam');
    await inRoom(sam);
    maria = await Company.of(stage, ['Maria']);
    await staff.letIn(dana, 'Maria');
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('are chosen from all that there are, looked into and opened, by keyboard alone', async () => {
    await dana.keyboard.press('w');
    await button(desk(dana), 'Open a worksheet').waitFor();
    await lookAt(dana, 'desk-empty');
    const focused = () => dana.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    const reach = async (words: string | RegExp) => {
      for (let tabs = 0; tabs < 60; tabs++) {
        if (new RegExp(words).test(await focused())) return;
        await dana.keyboard.press('Tab');
      }
      throw new Error(`${String(words)} is out of reach for the keyboard`);
    };
    await reach(/^Open a worksheet$/);
    await dana.keyboard.press('Enter');
    await desk(dana).getByRole('heading', { name: 'Choose a worksheet' }).waitFor();
    expect(await focused()).toBe('Choose a worksheet');
    await lookAt(dana, 'desk-forms');
    await dana.keyboard.press('Tab');
    await dana.keyboard.type('halt');
    await reach(/^HALT/);
    await dana.keyboard.press('Enter');
    expect(await focused()).toBe(HALT);
    await lookAt(dana, 'desk-set');
    await reach(/^Look at the questions$/);
    await dana.keyboard.press('Enter');
    const questions = dana.getByRole('dialog', { name: HALT });
    await questions.getByText('How hungry are you?').waitFor();
    await lookAt(dana, 'desk-questions');
    await dana.keyboard.press('Escape');
    await questions.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Look at the questions');
    await reach(/^Open it$/);
    await dana.keyboard.press('Enter');
    await paper(dana, HALT).getByText('Private · Everyone').waitFor();
    await writer(dana, HALT, 'Sam P.').getByText('has not begun').waitFor();
    await dana.getByRole('tab', { name: /^Worksheets.*1 open$/ }).waitFor();
  });

  it('show how far each person is while they write, and not a word of it', async () => {
    const sheet = await sheetOf(sam, SAM, 'halt');
    await write(sam, SAM, sheet, 'next-hour', SECRET);
    await writer(dana, HALT, 'Sam P.').getByText('1 of 6').waitFor();
    await writer(dana, HALT, 'Sam P.').getByText('wrote just now').waitFor();
    await write(sam, SAM, sheet, 'hungry-now', 'a-lot');
    await writer(dana, HALT, 'Sam P.').getByText('2 of 7').waitFor();
    await paper(dana, HALT).getByText('Begun 1 of 2').waitFor();
    await lookAt(dana, 'desk-progress');
    for (const heard of [danaHeard(), samHeard()]) expect(heard).not.toContain(SECRET);
    expect(danaHeard()).toContain('"answered":2');
    expect(samHeard()).not.toContain('answered');
  });

  it('let a facilitator nudge one person, and nobody else learns of it', async () => {
    await button(writer(dana, HALT, 'Sam P.'), /^Nudge/).click();
    await says(sam, /Dana W\. is here if you want help/);
    await writer(dana, HALT, 'Sam P.').getByText('nudged just now').waitFor();
    await isTold(dana, /Sam P\. is told/);
    expect(samHeard()).toContain('"nudged"');
    expect(await maria.heard()).not.toContain('nudged');
  });

  it('are read by staff, whose notes stay with staff', async () => {
    await button(writer(dana, HALT, 'Sam P.'), /^Read/).click();
    await desk(dana).getByText(SECRET).waitFor();
    await lookAt(dana, 'desk-read');
    await button(desk(dana), /^Add a note.*One thing I will do/).click();
    await desk(dana).getByRole('textbox').fill(NOTE);
    await button(desk(dana), 'Save the note').click();
    await desk(dana).getByText(NOTE).waitFor();
    await lookAt(dana, 'desk-noted');
    const sheet = await sheetOf(sam, SAM, 'halt');
    const own = await ask(sam, SAM, 'GET', `/me/worksheets/${sheet}`);
    expect(own.text).toContain(SECRET);
    expect(own.text).not.toContain(NOTE);
    expect(samHeard()).not.toContain(NOTE);
    await button(desk(dana), 'Back').click();
    expect(await desk(dana).getByText(SECRET).count()).toBe(0);
  });

  it('can be for one person, and show what that person shares until it is taken away', async () => {
    await choose(dana, 'My trigger map');
    await setMode(dana, 'Share');
    await desk(dana).getByRole('radio', { name: 'Only some' }).check();
    await button(desk(dana), 'Open it').click();
    await says(desk(dana), 'Choose at least one person.');
    await desk(dana)
      .getByRole('checkbox', { name: /^Maria/ })
      .check();
    await lookAt(dana, 'desk-set-some');
    await button(desk(dana), 'Open it').click();
    await paper(dana, 'My trigger map').getByText('Share · One person').waitFor();
    const sheet = await sheetOf(maria.tab, MARIA, 'trigger-map');
    expect((await sheets(sam, SAM)).map(({ form }) => form)).toEqual(['halt']);
    expect(samHeard()).not.toContain('trigger-map');
    await write(maria.tab, MARIA, sheet, 'this-week', SHARED);
    await maria.say('Maria', {
      type: 'answer.share',
      worksheet: sheet,
      card: 'kMariaMariaMariaMariaM',
      item: 'this-week',
      named: false,
    });
    const shared = paper(dana, 'My trigger map').getByRole('region', { name: 'Shared with the group' });
    await shared.getByText(SHARED, { exact: true }).waitFor();
    await shared.getByText('the group does not see the name').waitFor();
    await lookAt(dana, 'desk-shared');
    await button(shared, /^Take away/).click();
    await shared.getByText(SHARED, { exact: true }).waitFor({ state: 'detached' });
  });

  it('change their order and their mode', async () => {
    const order = () => desk(dana).getByRole('heading', { level: 3 }).allInnerTexts();
    expect(await order()).toEqual([HALT, 'My trigger map']);
    await button(paper(dana, 'My trigger map'), /^Earlier/).click();
    await expect.poll(order).toEqual(['My trigger map', HALT]);
    await button(paper(dana, HALT), /^Change/).click();
    await setMode(dana, 'One wall');
    await button(desk(dana), 'Change it').click();
    await paper(dana, HALT).getByText('One wall · Everyone').waitFor();
  });

  it('show the wall under the faces, and give the keyboard back when it is put away', async () => {
    const sheet = await sheetOf(maria.tab, MARIA, 'halt');
    await write(maria.tab, MARIA, sheet, 'next-hour', SHARED);
    await maria.say('Maria', {
      type: 'answer.share',
      worksheet: sheet,
      card: 'kWallWallWallWallWallW',
      item: 'next-hour',
      named: true,
    });
    const show = button(paper(dana, HALT), 'Show the wall');
    await show.click();
    const wall = dana.getByRole('region', { name: /HALT/ });
    await wall.getByText(SHARED).first().waitFor();
    await lookAt(dana, 'desk-wall');
    await dana.keyboard.press('Escape');
    await wall.waitFor({ state: 'detached' });
    expect(await show.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('are closed after a word of what that means, and opened again as they were', async () => {
    await button(paper(dana, HALT), /^Close/).click();
    await says(desk(dana), 'Each person keeps what they wrote.');
    await lookAt(dana, 'desk-close');
    await button(desk(dana), 'Close it').click();
    await paper(dana, HALT).waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await sheets(sam, SAM)).find(({ form }) => form === 'halt')?.open)
      .toBe(false);
    await button(desk(dana), /^Open again.*HALT/).click();
    await paper(dana, HALT).getByText('One wall · Everyone').waitFor();
    expect(await sheetOf(sam, SAM, 'halt')).toBeTruthy();
  });

  it('say in words why something is refused, and keep what was chosen', async () => {
    await maria.go();
    await stage.demo.kill();
    await choose(dana, 'My coping kit');
    await setMode(dana, 'Share');
    await button(desk(dana), 'Open it').click();
    await says(desk(dana), 'It is done as soon as the line is back.');
    stage.demo = await stage.demo.startAgain();
    await paper(dana, 'My coping kit').getByText('Share · Everyone').waitFor({ timeout: 30_000 });
    stage.faultsBut(/./);
  });

  it('speak Spanish', async () => {
    await dana.evaluate(() => localStorage.setItem('holdfast-language', 'es'));
    await dana.reload();
    await dana.getByRole('tab', { name: /^Hojas/ }).click();
    await dana.getByRole('button', { name: 'Abrir una hoja' }).waitFor();
    await look(dana, 'desk-es');
    await dana.getByRole('button', { name: 'Abrir una hoja' }).click();
    await dana.getByRole('button', { name: /^Mi mapa/ }).click();
    await look(dana, 'desk-set-es');
  });
});
