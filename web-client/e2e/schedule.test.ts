import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, look, noteAccessibility, shoot } from './look';
import { button, reachAndPress, says } from './people';
import * as record from './record';
import { Stage } from './stage';

const NARROW = { width: 360, height: 800 };
const DESK = { width: 1440, height: 900 };
const TITLE = 'Evening group';
const HALT = 'HALT: what do I need?';
const MAP = 'My trigger map';

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
/** Their link has let them in, so that another address will too. */
const isIn = (page: Page) => page.getByRole('navigation', { name: 'Main' }).waitFor();
const dialog = (page: Page) => page.getByRole('dialog');
const week = (page: Page) => page.locator('.week');
const slots = (page: Page) => button(week(page), new RegExp(TITLE));
const gone = (page: Page) => dialog(page).waitFor({ state: 'detached' });
const two = (n: number) => String(n).padStart(2, '0');
const day = (monday: string, n: number) => {
  const at = new Date(`${monday}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + n);
  return at.toISOString().slice(0, 10);
};

/** The week after this one: all of it is to come, whatever day it is. */
async function turnToNextWeek(page: Page): Promise<string> {
  const before = new URL(page.url()).searchParams.get('week');
  await button(page, 'Week after').click();
  await expect.poll(() => new URL(page.url()).searchParams.get('week')).not.toBe(before);
  return new URL(page.url()).searchParams.get('week') ?? '';
}

/** A clinic keeps its calendar: what comes again, what becomes otherwise once, days off. */
describe('The schedule', () => {
  let stage: Stage;
  let dana: Page;
  let monday: string;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await record.staffAt(stage, 'Dana');
    await dana.setViewportSize(DESK);
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('is empty at first, and says so', async () => {
    await goTo(dana, 'Schedule');
    await dana.getByRole('heading', { level: 1 }).waitFor();
    await says(dana, 'Nothing is planned in this week.');
    await says(dana, 'No group meets regularly yet.');
    await look(dana, 'schedule-empty');
    monday = await turnToNextWeek(dana);
  });

  it('lets a group meet, and says in a sentence what comes of the fields', async () => {
    await reachAndPress(dana, 'Let a group meet');
    const asks = dialog(dana);
    await button(asks, 'Let it meet').click();
    await says(asks, 'Choose at least one day of the week.');
    for (const name of ['Monday', 'Thursday']) await asks.getByRole('checkbox', { name }).check();
    await asks.getByLabel('Begins at').fill('18:00');
    await asks.getByLabel('Minutes').fill('4');
    await button(asks, 'Let it meet').click();
    await says(asks, 'Give whole minutes, from 5 to 720.');
    await asks.getByLabel('Minutes').fill('90');
    await says(asks, /^Every Monday and Thursday, 6:00 pm, for 90 minutes/);
    await look(dana, 'schedule-make');
    await dana.context().setOffline(true);
    await button(asks, 'Let it meet').click();
    await says(asks, 'There is no connection just now. Nothing is lost.');
    await dana.context().setOffline(false);
    await button(asks, 'Let it meet').click();
    await gone(dana);
    await expect.poll(() => slots(dana).count()).toBe(2);
    await says(dana, '2 sessions.');
    expect(stage.faultsBut(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)).toEqual([]);
  });

  it('moves one session with a reason, and both days tell of it', async () => {
    await slots(dana).nth(1).click();
    await says(dialog(dana), 'Dana W. leads.');
    await look(dana, 'schedule-session');
    await button(dialog(dana), 'Move it').click();
    const asks = dana.getByRole('dialog', { name: `Move: ${TITLE}` });
    await asks.getByLabel('Day').fill(day(monday, 4));
    await asks.getByLabel('Begins at').fill('10:00');
    await button(asks, 'Move it').click();
    await says(asks, 'Write in a line why.');
    await asks.getByLabel('Why?').fill('A training.');
    await look(dana, 'schedule-move');
    await button(asks, 'Move it').click();
    await gone(dana);
    await says(week(dana), /^moved, was Thu/);
    await says(week(dana), /^moved to Fri/);
    await says(dana, 'One is moved.');
    await button(week(dana), /moved, was/).click();
    await says(dialog(dana), 'Why: A training.');
    await dana.keyboard.press('Escape');
  });

  it('has worksheets lie ready for one session: which, in which order, and for whom', async () => {
    await slots(dana).first().click();
    await button(dialog(dana), 'Prepare worksheets').click();
    const asks = dana.getByRole('dialog', { name: `Worksheets: ${TITLE}` });
    await says(asks, 'No worksheet is prepared yet.');
    await look(dana, 'schedule-prepare-empty');
    const add = asks.getByLabel('Add a worksheet');
    for (const title of [HALT, MAP]) await add.selectOption({ label: title });
    await asks.getByLabel(`Who sees what: ${MAP}`).selectOption({ label: 'One wall' });
    const list = asks.getByRole('list', { name: 'In this order' }).getByRole('listitem');
    await button(list.filter({ hasText: MAP }), /^Earlier/).click();
    await button(list.filter({ hasText: HALT }), /^For everyone/).click();
    await asks.getByRole('radio', { name: 'Only some of them' }).check();
    await button(asks, 'Save').click();
    await says(asks, `“${HALT}” is for nobody yet. Choose someone, or the whole group.`);
    await asks.getByRole('checkbox', { name: 'Sam P.' }).check();
    await lookAtPreparing('schedule-prepare');
    await dana.context().setOffline(true);
    await button(asks, 'Save').click();
    await says(asks, 'There is no connection just now. Nothing is lost.');
    await dana.context().setOffline(false);
    await button(asks, 'Save').click();
    await gone(dana);
    await says(dana, `The worksheets for ${TITLE} are ready.`);
    expect(stage.faultsBut(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)).toEqual([]);
    await slots(dana).first().click();
    await button(dialog(dana), 'Prepare worksheets').click();
    await says(list.nth(0), MAP);
    await says(list.nth(1), HALT);
    await button(list.nth(1), /^For one person/).click();
    await asks.getByRole('checkbox', { name: 'Sam P.', checked: true }).waitFor();
    await dana.keyboard.press('Escape');
  });

  async function lookAtPreparing(name: string): Promise<void> {
    await look(dana, name);
    await dana.setViewportSize(NARROW);
    await expectNoSidewaysScroll(dana);
    await shoot(dana, `${name}-360`);
    await dana.emulateMedia({ colorScheme: 'dark' });
    await noteAccessibility(dana, `${name}-dark`);
    await shoot(dana, `${name}-dark`);
    await dana.emulateMedia({ colorScheme: 'light' });
    await dana.setViewportSize(DESK);
  }

  it('cancels one session, and holds it as planned again', async () => {
    await slots(dana).first().click();
    await button(dialog(dana), 'Cancel it').click();
    const asks = dana.getByRole('dialog', { name: `Cancel: ${TITLE}` });
    await asks.getByLabel('Why?').fill('Snow.');
    await button(asks, 'Cancel it').click();
    await gone(dana);
    await says(week(dana), 'cancelled');
    await says(dana, 'One is off.');
    await look(dana, 'schedule-cancelled');
    await slots(dana).first().click();
    await button(dialog(dana), 'Hold it as planned').click();
    await button(
      dana.getByRole('dialog', { name: `Hold as planned: ${TITLE}` }),
      'Hold it as planned',
    ).click();
    await gone(dana);
    await expect.poll(() => week(dana).getByText('cancelled').count()).toBe(0);
  });

  it('keeps a holiday, and makes up for what is off on it', async () => {
    await button(dana, 'Add a holiday').click();
    await dialog(dana).getByLabel('Day').fill(monday);
    await dialog(dana).getByLabel('What staff call it').fill('Founders’ Day');
    await button(dialog(dana), 'Add it').click();
    await gone(dana);
    await says(week(dana), 'off: Founders’ Day');
    await button(week(dana), /off: Founders/).click();
    await button(dialog(dana), 'Add a make-up session').click();
    const asks = dana.getByRole('dialog', { name: `Make up for: ${TITLE}` });
    await asks.getByLabel('Day').fill(day(monday, 2));
    await asks.getByLabel('Begins at').fill('14:00');
    await asks.getByRole('radio', { name: 'Only some of them' }).check();
    await button(asks, 'Add it').click();
    await says(asks, 'Choose who is expected, or the whole group.');
    await asks.getByRole('checkbox', { name: 'Sam P.' }).check();
    await look(dana, 'schedule-make-up');
    await button(asks, 'Add it').click();
    await gone(dana);
    await says(week(dana), /^makes up for Mon, /);
    await button(week(dana), /makes up for/).click();
    await says(dialog(dana), 'One person of the group is expected.');
    await dana.keyboard.press('Escape');
    await look(dana, 'schedule');
    await button(dana, 'Take away, Founders’ Day').click();
    await button(dialog(dana), 'Take it away').click();
    await gone(dana);
    await expect.poll(() => week(dana).getByText('off: Founders’ Day').count()).toBe(0);
  });

  it('changes a rhythm from a day on, and ends it', async () => {
    await button(dana, `Another rhythm: ${TITLE}`).click();
    const asks = dialog(dana);
    await asks.getByRole('checkbox', { name: 'Monday' }).uncheck();
    await asks.getByLabel('From').fill(day(monday, 7));
    await button(asks, 'Change it').click();
    await gone(dana);
    await says(dana, /^Every Monday and Thursday.*until/);
    await says(dana, /^Every Thursday, 6:00 pm/);
    await turnToNextWeek(dana);
    await expect.poll(() => slots(dana).count()).toBe(1);
    await button(dana, `End: ${TITLE}`).last().click();
    await dialog(dana).getByLabel('Last day').fill(day(monday, 8));
    await button(dialog(dana), 'End it').click();
    await gone(dana);
    await expect.poll(() => slots(dana).count()).toBe(0);
  });

  it('keeps the week of its address, and offers no planning to who only leads', async () => {
    await dana.reload();
    await dana.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(dana.url()).searchParams.get('week')).toBe(day(monday, 7));
    await button(dana, 'Week before').click();
    await expect.poll(() => slots(dana).count()).toBeGreaterThan(1);
    const ben = await record.staffAt(stage, 'Ben');
    await isIn(ben);
    await ben.goto(`${stage.demo.url}/staff/schedule?seat=p-ben&week=${monday}`);
    await slots(ben).first().waitFor();
    expect(await button(ben, 'Let a group meet').count()).toBe(0);
    expect(await button(ben, 'Add a holiday').count()).toBe(0);
    expect(await button(ben, 'Add an extra session').count()).toBe(1);
  });

  it('tells on Today what is still to come', async () => {
    await button(dana, 'This week').click();
    await button(dana, 'Add an extra session').click();
    const now = new Date();
    await dialog(dana)
      .getByLabel('Day')
      .fill(`${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
    await dialog(dana).getByLabel('Begins at').fill('23:58');
    await button(dialog(dana), 'Add it').click();
    await gone(dana);
    await goTo(dana, 'Today');
    const next = dana.getByRole('region', { name: 'Next' });
    await says(next, 'Dana W. · 5 expected');
    await says(next, 'extra');
    await look(dana, 'schedule-today');
    await goTo(dana, 'Schedule');
  });

  it('says whose clock it is where the device shows another time', async () => {
    const away = await stage.device({ timezoneId: 'Asia/Kathmandu' });
    const page = await away.open(stage.demo.facilitator('Dana').url);
    await isIn(page);
    await page.goto(`${stage.demo.url}/staff/schedule?seat=p-dana&week=${monday}`);
    await says(page, 'Days and times are the clinic’s');
    await says(week(page), '6:00 pm');
    await look(page, 'schedule-away');
  });

  it('bends to a small window, large letters, a dark screen and Spanish', async () => {
    await dana.goto(`${stage.demo.url}/staff/schedule?seat=p-dana&week=${monday}`);
    await slots(dana).first().waitFor();
    await dana.setViewportSize(NARROW);
    await expectNoSidewaysScroll(dana);
    await noteAccessibility(dana, 'schedule-360');
    await shoot(dana, 'schedule-360');
    await dana.setViewportSize(DESK);
    await dana.emulateMedia({ colorScheme: 'dark' });
    await look(dana, 'schedule-dark');
    await shoot(dana, 'schedule-dark-1440');
    await dana.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await expectNoSidewaysScroll(dana);
    await shoot(dana, 'schedule-large');
    await dana.evaluate(() => (document.documentElement.style.fontSize = ''));
    await dana.emulateMedia({ colorScheme: 'light' });
    await shoot(dana, 'schedule-1440');
    await button(dana, 'Español').click();
    await dana.locator('html[lang=es]').waitFor();
    await look(dana, 'schedule-spanish');
    await button(dana, 'English').click();
  });
});
