import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ageSignIns, person, signIn, takeRoleAway, typeCode, typePassword } from './accounts';
import { PHONE } from './browser';
import { askToEnd, endForEveryone, letIn, openConsole, sheet } from './console';
import type { Accounts } from './demo';
import { look, shoot } from './look';
import { button, group, inRoom, isOver, join, says, tile, waits } from './people';
import * as record from './record';
import { Stage } from './stage';

const TITLE = 'Morning group';
const DESK = { width: 1440, height: 900 };
/** A look into the calendar, and the page's own, on a computer that has much to do. */
const OPENS_WITHIN_MS = 60_000;
const LOST_WITHIN_MS = 60_000;
const MINUTE_MS = 60_000;

const HEAD = 'number,name,admitted,language,group,contact,contact-phone';
const FIRST = `${HEAD}
H-3001,Nia B.,2026-11-02,English,${TITLE},Cora B.,555-0106
H-3002,Omar K.,2026-11-02,English,Noon group,Hana K.,555-0107
H-3003,Lucía C.,2026-11-03,Spanish,${TITLE},Pablo C.,555-0108
H-3004,,2026-11-03,English,${TITLE},May L.,555-0109
H-3005,Pavel R.,2026-11-04,English,,Vera R.,555-0110
`;
const MENDED = FIRST.replace('Noon group', TITLE).replace('H-3004,,', 'H-3004,Lena M.,');

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const nav = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const goTo = (page: Page, name: string) => nav(page).getByRole('link', { name }).click();
const note = (page: Page, words: string | RegExp) =>
  page.locator('.audit__note').filter({ hasText: words }).first();

/** A clinic runs its week, from a list of names to a signed sheet, with accounts in the real Keycloak. */
describe('A week', () => {
  let stage: Stage;
  let accounts: Accounts;
  let ruth: Page;
  let ben: Page;
  let dana: Page;
  let nia: Page;
  let pavel: Page;
  let address: string;

  const opened = async (url: string, phone = false) => {
    const options = phone ? { viewport: PHONE, isMobile: true, hasTouch: true } : { viewport: DESK };
    const device = await stage.device(options);
    device.patienceMs = 30_000;
    return device.open(url);
  };

  const staff = async (username: string) => {
    const page = await opened(`${stage.demo.url}/staff`);
    await signIn(page, accounts, username);
    await nav(page).waitFor();
    return page;
  };

  beforeAll(async () => {
    stage = await Stage.set({ keycloak: true });
    accounts = stage.accounts;
  }, 240_000);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  /** Makes somebody's link on the page that offers it, and reads its address off the card. */
  const printed = async (page: Page, head: string) => {
    await button(page, 'Make a link').click();
    const card = page.locator('.link-card');
    await card.waitFor();
    await says(card, head);
    const drawn = () => card.locator('img').evaluate((it) => (it as HTMLImageElement).naturalWidth);
    await expect.poll(drawn).toBeGreaterThan(0);
    return card.locator('.link-card__address').innerText();
  };

  const openPerson = async (name: string) => {
    await goTo(ruth, 'People');
    await link(ruth, name).click();
    await heading(ruth, name).waitFor();
  };

  it('begins with an account, a password and a code, and with a group that is led by who never signed in', async () => {
    ruth = await staff('ruth');
    await goTo(ruth, 'Groups');
    await link(ruth, 'Make a group').click();
    await ruth.getByLabel('What staff call it').fill(TITLE);
    await ruth.getByLabel('At most').fill('8');
    const leads = ruth.getByRole('group', { name: 'Who leads it' });
    await leads.getByRole('checkbox', { name: 'Ben H.' }).check();
    await leads.getByRole('checkbox', { name: 'Dana W.' }).check();
    for (const other of ['Ruth A.', 'Ivan K.'])
      expect(await leads.getByRole('checkbox', { name: other }).count()).toBe(0);
    await ruth.getByLabel('Named to those who wait').selectOption({ label: 'Ben H.' });
    await ruth.getByLabel('Rules, in your words').fill('What is said here stays here.');
    await look(ruth, 'week-group');
    await button(ruth, 'Make the group').click();
    await heading(ruth, TITLE).waitFor();
    await says(ruth, 'Nobody comes yet.');
  });

  it('takes a list of names, says what is wrong with two rows, and takes them once they are mended', async () => {
    await goTo(ruth, 'People');
    await link(ruth, 'Bring a list').click();
    await ruth.getByLabel('Or paste it here').fill(FIRST);
    await button(ruth, 'Look at it').click();
    const leftOut = ruth.getByRole('table', { name: 'Rows that are left out' });
    await says(leftOut, 'There is no open group of this name.');
    await says(leftOut, 'The name is missing.');
    expect(await leftOut.getByRole('row').count()).toBe(3);
    await shoot(ruth, 'week-list');
    await button(ruth, 'Bring 3 rows in').click();
    await says(ruth, 'The list is in.');

    await ruth.getByLabel('Or paste it here').fill(MENDED);
    await button(ruth, 'Look at it').click();
    await says(ruth, '2 new');
    await says(ruth, '3 as they were');
    await button(ruth, 'Bring 2 rows in').click();
    await says(ruth, 'The list is in.');
    await button(ruth, 'Look again').click();
    await says(ruth, '5 as they were');
  });

  it('prints a card for each in their own language, which no page shows again', async () => {
    await openPerson('Lucía C.');
    await printed(ruth, 'Su reunión');
    await look(ruth, 'week-card-spanish');
    await button(ruth, 'Done').click();
    await openPerson('Nia B.');
    address = await printed(ruth, 'Your meeting');
    await ruth.emulateMedia({ media: 'print' });
    await shoot(ruth, 'week-card-print');
    await ruth.emulateMedia({ media: 'screen' });
    await button(ruth, 'Done').click();
    expect(await ruth.locator('body').innerText()).not.toContain(address);
  });

  it(
    'has its session come up out of the schedule, where a phone joins by what the card says',
    { timeout: 180_000 },
    async () => {
      nia = await opened(address, true);
      await says(nia, 'There is no meeting for you right now');
      const { day, at } = await onTheWall(Math.ceil((Date.now() + 5_000) / MINUTE_MS) * MINUTE_MS);
      await goTo(ruth, 'Schedule');
      await button(ruth, 'Add an extra session').click();
      const asks = ruth.getByRole('dialog');
      await asks.getByLabel('Group', { exact: true }).selectOption({ label: TITLE });
      await asks.getByLabel('Day').fill(day);
      await asks.getByLabel('Begins at').fill(at);
      await button(asks, 'Add it').click();
      await asks.waitFor({ state: 'detached' });

      await button(nia, 'Join').waitFor({ timeout: OPENS_WITHIN_MS });
      await says(nia, 'What is said here stays here.');
      await shoot(nia, 'week-door-phone');
      await join(nia);
      await waits(nia);
      ben = await staff('ben');
      await openConsole(ben, TITLE);
      await letIn(ben, 'Nia');
      await inRoom(nia);
    },
  );

  it(
    'goes on growing while the room is open: who is put in and who is invited come by their links',
    { timeout: 180_000 },
    async () => {
      await goTo(ruth, 'Groups');
      await link(ruth, TITLE).click();
      await button(ruth, 'Put somebody in').click();
      await ruth.getByLabel('Find by name or number').fill('Pav');
      await ruth.getByRole('radio', { name: 'Pavel R.' }).check();
      await button(ruth, 'Put in').click();
      await button(ruth, 'Take out: Pavel R.').waitFor();
      await ben.getByText('Pavel R.').first().waitFor({ timeout: OPENS_WITHIN_MS });

      await button(ruth, 'Invite a guest').click();
      await ruth.getByLabel('Name in the room').fill('Inés T.');
      await ruth.getByLabel('As what').selectOption({ label: 'interpreter' });
      await ruth.getByRole('dialog').getByLabel('Language').selectOption({ label: 'Español' });
      await button(ruth.getByRole('dialog'), 'Invite').click();
      await button(ruth, 'Link: Inés T.').click();
      const inesAddress = await printed(ruth, 'Su reunión');
      await button(ruth, 'Done').click();
      await ruth.keyboard.press('Escape');
      const ines = await opened(inesAddress);
      await button(ines, 'Join').waitFor({ timeout: OPENS_WITHIN_MS });

      await openPerson('Pavel R.');
      pavel = await opened(await printed(ruth, 'Your meeting'), true);
      await button(ruth, 'Done').click();
      await join(pavel);
      await waits(pavel);
      await letIn(ben, 'Pavel');
      await inRoom(pavel);
      await tile(nia, 'Pavel').waitFor();
      await look(ben, 'week-console');
    },
  );

  it(
    'goes on for people when the role of who leads is taken away, and lets another one lead',
    { timeout: 180_000 },
    async () => {
      await takeRoleAway(accounts, 'ben', 'facilitator');
      await heading(ben, 'You do not lead meetings any more').waitFor({ timeout: LOST_WITHIN_MS });
      await button(nia, 'Raise hand').click();
      expect(await group(pavel).isVisible()).toBe(true);

      dana = await staff('dana');
      await openConsole(dana, TITLE);
      await says(dana, 'Hands up:');
      await tile(nia, 'Dana').waitFor();
      await askToEnd(dana);
      await endForEveryone(dana);
      for (const page of [nia, pavel]) await isOver(page);
    },
  );

  it('ends with a sheet that is signed by who has just signed in', { timeout: 180_000 }, async () => {
    await ageSignIns(stage.demo.folder);
    const rows = await sheet(dana);
    await rows.getByRole('rowheader', { name: 'Pavel R.' }).waitFor();
    await says(dana, 'Pavel R. was added to the group, and can come from now on.');
    await dana.getByLabel('Type your name').fill('Dana M. Whitfield');
    await dana.getByLabel('Credential').fill('LCSW-R');
    await button(dana, 'Sign in again').click();
    await typePassword(dana, 'dana', person(accounts, 'dana').password);
    await typeCode(dana, accounts, 'dana');
    await button(dana, /^Sign$/).click();
    await says(dana, 'You have signed version 1');
    await says(record.versions(dana), 'Dana M. Whitfield');
    await shoot(dana, 'week-record');
  });

  it('is read by the auditor in sentences, from the group to the record', { timeout: 120_000 }, async () => {
    const ivan = await staff('ivan');
    await goTo(ivan, 'Audit');
    for (const words of [
      'Ruth A. opened the list of people.',
      'Ruth A. opened the page of H-3001.',
      'Ruth A. opened the links of H-3001.',
      `Ruth A. opened the group ${TITLE}.`,
      'Dana W. opened the record of the session.',
    ])
      await note(ivan, words).waitFor();
    expect(await ivan.locator('.audit').innerText()).not.toContain('Nia B.');
    await says(ivan, /entries are as they were written|All \d+ logs are as they were written/);
    await shoot(ivan, 'week-audit');
  });

  it('answers a page of another site in words, and changes nothing', async () => {
    const seat = await dana.evaluate(async () => {
      const answer = await fetch('/api/v1/staff/account');
      return ((await answer.json()) as { signedIn: { seat: string } }).signedIn.seat;
    });
    const headers = { origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    const path = `${stage.demo.url}/api/v1/staff/account/sign-out?seat=${seat}`;
    const answer = await dana.context().request.post(path, { headers, data: {} });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain('The request came from another site.');
    await dana.goto(`${stage.demo.url}/staff`);
    await dana.getByText('Dana W.').first().waitFor();
  });

  /** By the clocks of the clinic, which need not be those of this computer. */
  async function onTheWall(ms: number): Promise<{ day: string; at: string }> {
    const zone = await ruth.evaluate(async () => {
      const account = await (await fetch('/api/v1/staff/account')).json();
      const { seat } = (account as { signedIn: { seat: string } }).signedIn;
      const answer = await fetch(`/api/v1/clinic/schedule?seat=${seat}&from=2026-03-02&to=2026-03-02`);
      return ((await answer.json()) as { zone: string }).zone;
    });
    const parts = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const [day = '', at = ''] = parts.format(new Date(ms)).split(' ');
    return { day, at };
  }
});
