import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signIn, takeOutOfLogs } from './accounts';
import type { Accounts } from './demo';
import { expectNoSidewaysScroll, look, noteAccessibility, shoot } from './look';
import { button, says } from './people';
import * as record from './record';
import { Stage } from './stage';

const NARROW = { width: 360, height: 800 };
const WIDE = { width: 1440, height: 900 };
/** What is known of the logs is looked at anew once a minute. */
const ANEW_MS = 90_000;
const PAGE = 50;
/** One person may ask about ten times a second. */
const APART_MS = 150;

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const nav = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const notes = (page: Page) => page.locator('.audit__note');
const note = (page: Page, words: string | RegExp) => notes(page).filter({ hasText: words }).first();

/** Whoever answers for the clinic can look who opened what, also years later. */
describe('An auditor', () => {
  let stage: Stage;
  let accounts: Accounts;
  let ivan: Page;

  const staff = async (username: string) => {
    const device = await stage.device({ acceptDownloads: true });
    const page = await device.open(`${stage.demo.url}/staff`);
    await signIn(page, accounts, username);
    await nav(page).waitFor();
    await page.setViewportSize(WIDE);
    return page;
  };

  beforeAll(async () => {
    stage = await Stage.set({ keycloak: true });
    accounts = stage.accounts;
  }, 240_000);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('is not what a facilitator or whoever keeps the books is: they open and take along', async () => {
    const dana = await staff('dana');
    await record.openRecord(dana);
    const downloads = dana.waitForEvent('download');
    await button(dana, 'Download').click();
    await downloads;
    const ruth = await staff('ruth');
    await nav(ruth).getByRole('link', { name: 'People' }).click();
    await ruth.getByRole('link', { name: 'Sam P.' }).click();
    await heading(ruth, 'Sam P.').waitFor();
    await nav(ruth).getByRole('link', { name: 'Groups' }).click();
    await ruth.getByRole('link', { name: stage.demo.session.title }).click();
    await ruth.getByRole('heading', { name: 'Who comes' }).waitFor();
    for (const page of [dana, ruth]) {
      expect(await nav(page).getByRole('link', { name: 'Audit' }).count()).toBe(0);
      await page.goto(`${stage.demo.url}/staff/audit`);
      await says(page, 'There is nothing here that your role opens.');
    }
    await look(ruth, 'audit-refused');
    expect(stage.faultsBut(/403/)).toEqual([]);
  });

  it('signs in and reads in sentences who opened and took along what', async () => {
    ivan = await staff('ivan');
    expect(await nav(ivan).getByRole('link').allInnerTexts()).toEqual(['Today', 'Audit']);
    await nav(ivan).getByRole('link', { name: 'Audit' }).click();
    await heading(ivan, 'Audit').waitFor();
    await note(ivan, 'Dana W. opened the record of the session.').waitFor();
    await note(ivan, 'Dana W. downloaded the attendance sheet.').waitFor();
    await note(ivan, 'Ruth A. opened the list of people.').waitFor();
    await note(ivan, /Ruth A\. opened the page of H-\w+\./).waitFor();
    await note(ivan, `Ruth A. opened the group ${stage.demo.session.title}.`).waitFor();
    await note(ivan, 'Ivan K. read the audit.').waitFor();
    const list = await ivan.locator('.audit').innerText();
    expect(list).not.toContain('Sam P.');
    await says(ivan, /entries are as they were written|All \d+ logs are as they were written/);
    await look(ivan, 'audit');
  });

  it('finds what one person did, and who looked at one person', async () => {
    await ivan.getByLabel('Person').fill('dana');
    await ivan.getByLabel('Person').press('Enter');
    await says(ivan, /^By or about Dana W\./);
    await note(ivan, 'Dana W. downloaded the attendance sheet.').waitFor();
    expect(await notes(ivan).filter({ hasText: 'Ruth A.' }).count()).toBe(0);
    await ivan.getByLabel('What').selectOption({ label: 'Attendance sheet, as a file' });
    await button(ivan, 'Show').click();
    await says(ivan, 'This is the only one.');
    await look(ivan, 'audit-found');

    await ivan.getByLabel('What').selectOption({ label: 'A person’s page' });
    await ivan.getByLabel('Person').fill('');
    await button(ivan, 'Show').click();
    const page = note(ivan, /opened the page of/);
    await page.waitFor();
    const number = /H-\w+/.exec(await page.innerText())?.[0] ?? '';
    await ivan.getByLabel('Person').fill(number.toLowerCase());
    await button(ivan, 'Show').click();
    await says(ivan, `By or about ${number}. This is the only one.`);
  });

  it('is told when nobody is meant, nothing was noted, or the days are the wrong way round', async () => {
    await ivan.getByLabel('Person').fill('Zebulon');
    await button(ivan, 'Show').click();
    await says(ivan, 'Nobody is known here by that name or number.');
    await look(ivan, 'audit-nobody');
    await ivan.getByLabel('Person').fill('');
    await ivan.getByLabel('What').selectOption({ label: 'A whole log' });
    await button(ivan, 'Show').click();
    await says(ivan, 'Nothing of that was noted in these days.');
    const to = await ivan.getByLabel('To').inputValue();
    await ivan.getByLabel('To').fill('2020-01-01');
    await button(ivan, 'Show').click();
    await says(ivan, 'Choose two days, the earlier one first.');
    await look(ivan, 'audit-wrong-days');
    await ivan.getByLabel('To').fill(to);
    await ivan.getByLabel('What').selectOption({ label: 'Anything' });
    await ivan.context().setOffline(true);
    await button(ivan, 'Show').click();
    await says(ivan, 'There is no connection just now. What you see may be old. Nothing is lost.');
    await look(ivan, 'audit-no-line');
    await ivan.context().setOffline(false);
    await button(ivan, 'Show').click();
    await note(ivan, 'Ruth A. opened the list of people.').waitFor();
    expect(stage.faultsBut(/ERR_INTERNET_DISCONNECTED/)).toEqual([]);
  });

  it('goes on to earlier ones by keyboard, and stands at the first of them', async () => {
    const seat = await ivan.evaluate(async () => {
      const answer = await fetch('/api/v1/staff/account');
      return ((await answer.json()) as { signedIn: { seat: string } }).signedIn.seat;
    });
    await ivan.evaluate(
      async ([who, many, apart]) => {
        for (let n = 0; n < many; n++) {
          const { status } = await fetch(`/api/v1/clinic/audit?seat=${who}&what=links`);
          if (status !== 200) throw new Error(`The audit answered ${String(status)}`);
          await new Promise((later) => setTimeout(later, apart));
        }
      },
      [seat, PAGE, APART_MS] as const,
    );
    await button(ivan, 'Show').click();
    await says(ivan, `${String(PAGE)} are shown.`);
    await button(ivan, 'Show earlier ones').focus();
    await ivan.keyboard.press('Enter');
    await note(ivan, 'Ruth A. opened the list of people.').waitFor();
    await expect.poll(() => ivan.evaluate(() => document.activeElement?.id)).toBe(`note-${String(PAGE)}`);
    await says(ivan, /^These \d+ are all\.$/);
    await look(ivan, 'audit-earlier');
  });

  it('takes along what was found, which is noted itself', async () => {
    await ivan.getByLabel('Person').fill('dana');
    await button(ivan, 'Show').click();
    await says(ivan, /^By or about Dana W\./);
    const downloads = ivan.waitForEvent('download');
    await button(ivan, 'Download').click();
    const file = await downloads;
    expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('42 CFR part 2 prohibits unauthorized use or disclosure of these records.');
    expect(text).toMatch(/Dana W\.,[^,]+,downloaded the sheet,/);
    expect(text).not.toContain('opened the list of people');
    await says(ivan, 'Downloaded. It was noted.');
    await button(ivan, 'Show').click();
    await note(ivan, 'Ivan K. downloaded the audit about Dana W.').waitFor();
  });

  it('reads it in a small window, in large letters, in the dark and in Spanish', async () => {
    await ivan.reload();
    await notes(ivan).first().waitFor();
    await says(ivan, /entries are as they were written|All \d+ logs are as they were written/);
    await ivan.setViewportSize(NARROW);
    await expectNoSidewaysScroll(ivan);
    await noteAccessibility(ivan, 'audit-360');
    await shoot(ivan, 'audit-360');
    await ivan.setViewportSize(WIDE);
    await ivan.emulateMedia({ colorScheme: 'dark' });
    await look(ivan, 'audit-dark');
    await ivan.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await expectNoSidewaysScroll(ivan);
    await shoot(ivan, 'audit-large');
    await ivan.evaluate(() => (document.documentElement.style.fontSize = ''));
    await ivan.emulateMedia({ colorScheme: 'light' });
    await button(ivan, 'Español').click();
    await note(ivan, 'Ruth A. abrió la lista de personas.').or(note(ivan, 'leyó la auditoría')).waitFor();
    await says(ivan, 'Estado de los registros');
    await look(ivan, 'audit-spanish');
    await button(ivan, 'English').click();
  });

  it(
    'is told in words which entry does not hold when somebody was at the store',
    { timeout: ANEW_MS + 60_000 },
    async () => {
      await takeOutOfLogs(stage.demo.folder, 'audit', 2);
      const since = Date.now();
      const harm = ivan.getByText('Entry 2 is not what was written there.');
      while (Date.now() - since < ANEW_MS && !(await harm.isVisible())) {
        await ivan.waitForTimeout(5_000);
        await ivan.reload();
        await heading(ivan, 'Audit').waitFor();
        await says(ivan, 'State of the logs');
      }
      await harm.waitFor();
      await says(ivan, 'One log is not as it was written.');
      await says(ivan, 'One log cannot be read as it was written, so notes may be missing here.');
      await look(ivan, 'audit-altered');
      await ivan.getByRole('link', { name: 'See the state of the logs' }).click();
      await shoot(ivan, 'audit-altered-logs');
    },
  );
});
