import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { person, setSignIns, signIn, typeCode, typePassword } from './accounts';
import type { Accounts } from './demo';
import { expectNoSidewaysScroll, lookNarrowAndWide, noteAccessibility, shoot } from './look';
import { button, says } from './people';
import { Stage } from './stage';

const MINUTE_MS = 60_000;
const IDLE_MS = 30 * MINUTE_MS;
const LONGEST_MS = 12 * 60 * MINUTE_MS;
/** A page that nobody touches looks every twenty seconds. */
const LOOKS_WITHIN_MS = 30_000;
const WORDS = 'Evening group for families';

/** Somebody who is signed in, and types, and is called away. */
describe('How long somebody of the staff stays signed in', { timeout: 150_000 }, () => {
  let stage: Stage;
  let accounts: Accounts;
  let ruth: Page;

  const dialog = (name: string) => ruth.getByRole('dialog', { name });
  const title = () => ruth.getByLabel('What staff call it');

  /** As if nobody had touched a page until so long before the end. */
  const quietUntil = (leftMs: number) =>
    setSignIns(stage.demo.folder, 'active', Date.now() - IDLE_MS + leftMs);
  const dayUntil = (leftMs: number) =>
    setSignIns(stage.demo.folder, 'began', Date.now() - LONGEST_MS + leftMs);

  const seen = (name: string) => lookNarrowAndWide(ruth, name);

  const typesAGroup = async () => {
    await ruth.goto(`${stage.demo.url}/staff/groups/new`);
    await title().fill(WORDS);
  };

  const signsInOnceMore = async () => {
    await ruth.getByLabel('Password', { exact: true }).waitFor();
    await typePassword(ruth, 'ruth', person(accounts, 'ruth').password);
    await typeCode(ruth, accounts, 'ruth');
    await title().waitFor();
  };

  beforeAll(async () => {
    stage = await Stage.set({ keycloak: true });
    accounts = stage.accounts;
    const device = await stage.device();
    ruth = await device.open(`${stage.demo.url}/staff`);
    await signIn(ruth, accounts, 'ruth');
    await ruth.getByText('Ruth A.').first().waitFor();
  }, 240_000);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('is asked for two minutes before it was quiet for too long, and what is typed stays', async () => {
    await typesAGroup();
    await quietUntil(110_000);
    await dialog('Are you still there?').waitFor({ timeout: LOOKS_WITHIN_MS });
    await says(ruth, /At \d+:\d\d.* you will be signed out, so that nobody else reads along\./);
    await says(ruth, 'What you have typed and not saved would be lost.');
    await seen('still-there');
    await ruth.emulateMedia({ colorScheme: 'dark' });
    await noteAccessibility(ruth, 'still-there-dark');
    await shoot(ruth, 'still-there-dark');
    await ruth.emulateMedia({ colorScheme: 'light' });
    await ruth.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await expectNoSidewaysScroll(ruth);
    await shoot(ruth, 'still-there-large');
    await ruth.evaluate(() => (document.documentElement.style.fontSize = ''));
  });

  it('is more by one key, and the keyboard is back where it was', async () => {
    const stay = button(ruth, 'Stay signed in');
    for (let tabs = 0; tabs < 4; tabs++) {
      if (await stay.evaluate((element) => element === document.activeElement)) break;
      await ruth.keyboard.press('Tab');
    }
    await ruth.keyboard.press('Enter');
    await dialog('Are you still there?').waitFor({ state: 'detached' });
    expect(await title().inputValue()).toBe(WORDS);
    expect(await title().evaluate((element) => element === document.activeElement)).toBe(true);
    await ruth.waitForTimeout(LOOKS_WITHIN_MS);
    expect(await dialog('Are you still there?').count()).toBe(0);
  });

  it('is more by Escape as well, and is asked for in Spanish', async () => {
    await button(ruth, 'Español').click();
    await quietUntil(110_000);
    await dialog('¿Sigue ahí?').waitFor({ timeout: LOOKS_WITHIN_MS });
    await says(ruth, /A las \d+:\d\d.* se cerrará su sesión/);
    await seen('still-there-es');
    await ruth.keyboard.press('Escape');
    await dialog('¿Sigue ahí?').waitFor({ state: 'detached' });
    await button(ruth, 'English').click();
  });

  it('is asked for by the clock of the server, whatever that of the computer says', async () => {
    const page = await ruth.context().newPage();
    await page.clock.install({ time: Date.now() + 3 * 60 * MINUTE_MS });
    await page.goto(`${stage.demo.url}/staff`);
    await page.getByText('Ruth A.').first().waitFor();
    await page.clock.runFor(25_000);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.close();
  });

  it('ends in words when nobody answers, and says what is gone', async () => {
    await typesAGroup();
    await quietUntil(25_000);
    await dialog('Are you still there?').waitFor({ timeout: LOOKS_WITHIN_MS });
    await ruth
      .getByRole('heading', { name: 'You have been signed out' })
      .waitFor({ timeout: 2 * LOOKS_WITHIN_MS });
    await says(ruth, 'What was saved is safe; what was only typed is gone.');
    expect(await ruth.getByText(WORDS).count()).toBe(0);
    await seen('signed-out-by-quiet');
    await ruth.getByRole('link', { name: 'Sign in again' }).click();
    await signsInOnceMore();
  });

  it('has an end after a long day, which is said before and can be put off', async () => {
    await typesAGroup();
    await dayUntil(110_000);
    await dialog('A long day').waitFor({ timeout: LOOKS_WITHIN_MS });
    await says(ruth, 'Save what you have typed, then sign in once more; you come back to this page.');
    await seen('a-long-day');
    await button(ruth, 'Not now').click();
    await dialog('A long day').waitFor({ state: 'detached' });
    expect(await title().inputValue()).toBe(WORDS);
  });

  it('begins anew with a sign-in of now, for another day', async () => {
    await ruth.reload();
    await dialog('A long day').waitFor({ timeout: LOOKS_WITHIN_MS });
    await button(ruth, 'Sign in again').click();
    await signsInOnceMore();
    await ruth.waitForTimeout(LOOKS_WITHIN_MS);
    expect(await ruth.getByRole('dialog').count()).toBe(0);
  });
});
