import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ageSignIns, person, signIn, takeRoleAway, typeCode, typePassword } from './accounts';
import type { Accounts } from './demo';
import { expectNoSidewaysScroll, look, noteAccessibility, shoot } from './look';
import { button, says } from './people';
import * as record from './record';
import { openConsole } from './console';
import { Stage } from './stage';

/** Staff with accounts, in the real Keycloak on its themed pages. */
describe('Staff sign in', () => {
  let stage: Stage;
  let accounts: Accounts;
  let dana: Page;

  beforeAll(async () => {
    stage = await Stage.set({ keycloak: true });
    accounts = stage.accounts;
  }, 240_000);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('with a password and a code, on pages that look like the rest', async () => {
    const device = await stage.device({ acceptDownloads: true });
    dana = await device.open(`${stage.demo.url}/staff`);
    await dana.getByRole('heading', { name: 'Sign in' }).waitFor();
    await look(dana, 'staff-sign-in');
    await dana.getByRole('link', { name: 'Sign in' }).click();
    await dana.getByLabel('Password', { exact: true }).waitFor();
    await look(dana, 'keycloak-password');

    await typePassword(dana, 'dana', 'somebody else’s password');
    await says(dana, /The name and the password do not go together/);
    await look(dana, 'keycloak-wrong');
    await typePassword(dana, 'dana', person(accounts, 'dana').password);
    await dana.getByLabel('Code').waitFor();
    await look(dana, 'keycloak-code');
    await typeCode(dana, accounts, 'dana');
    await dana.getByText('Dana W.').first().waitFor();
    expect(new URL(dana.url()).pathname).toBe('/staff');
    await look(dana, 'staff-signed-in');
  });

  it('in Spanish as well, and in the dark', async () => {
    const device = await stage.device({ locale: 'es-ES', colorScheme: 'dark' });
    const page = await device.open(`${stage.demo.url}/staff`);
    await page.getByRole('link', { name: 'Iniciar sesión' }).click();
    await page.getByLabel('Contraseña', { exact: true }).waitFor();
    await noteAccessibility(page, 'keycloak-password-es-dark');
    await shoot(page, 'keycloak-password-es-dark');
  });

  it('in a narrow window as well', async () => {
    const device = await stage.device({ viewport: { width: 360, height: 740 } });
    const page = await device.open(`${stage.demo.url}/staff`);
    await noteAccessibility(page, 'staff-sign-in-narrow');
    await shoot(page, 'staff-sign-in-narrow');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Password', { exact: true }).waitFor();
    await expectNoSidewaysScroll(page);
    await shoot(page, 'keycloak-password-narrow');
  });

  it('not by an answer that was used already, nor by a cookie that was altered', async () => {
    const device = await stage.device();
    const page = await device.open(`${stage.demo.url}/staff`);
    let answer = '';
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/staff/signed-in') answer = request.url();
    });
    await signIn(page, accounts, 'ruth');
    await page.getByText('Ruth A.').first().waitFor();
    await page.goto(answer);
    await page.getByRole('heading', { name: 'That sign-in does not count' }).waitFor();
    await look(page, 'staff-sign-in-again');

    const cookies = await page.context().cookies(stage.demo.url);
    const mine = cookies.find(({ name }) => name === 'holdfast-staff');
    if (!mine) throw new Error('Nobody is signed in');
    expect(mine.httpOnly).toBe(true);
    expect(mine.sameSite).toBe('Lax');
    await page.context().addCookies([{ ...mine, value: `${mine.value.slice(0, -1)}_` }]);
    await page.goto(`${stage.demo.url}/staff`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('and reach a record, whose file with names asks for a sign-in of just now', async () => {
    await record.openRecord(dana);
    const downloads = dana.waitForEvent('download');
    await button(dana, 'Download').click();
    expect((await downloads).suggestedFilename()).toMatch(/\.csv$/);
    expect(await dana.getByLabel('Your sign-in code').count()).toBe(0);
  });

  it('and sign its sheet with a sign-in of just now, and lose nothing on the way to it', async () => {
    await ageSignIns(stage.demo.folder);
    await dana.reload();
    await record.shown(dana);
    await dana.getByLabel('Type your name').fill('Dana M. Whitfield');
    await dana.getByLabel('Credential').fill('LCSW-R');
    await look(dana, 'record-sign-in-again');
    await button(dana, 'Sign in again').click();
    await dana.getByLabel('Password', { exact: true }).waitFor();
    await look(dana, 'keycloak-again');
    await typePassword(dana, 'dana', person(accounts, 'dana').password);
    await typeCode(dana, accounts, 'dana');
    await button(dana, /^Sign$/).waitFor();
    expect(await dana.getByLabel('Type your name').inputValue()).toBe('Dana M. Whitfield');
    expect(await dana.getByLabel('Credential').inputValue()).toBe('LCSW-R');
    await button(dana, /^Sign$/).click();
    await says(dana, 'You have signed version 1');
    await says(record.versions(dana), 'Dana M. Whitfield');
  });

  it('and take a file along that they chose before they had to sign in again', async () => {
    await ageSignIns(stage.demo.folder);
    await dana.reload();
    await record.shown(dana);
    await dana.getByLabel('What', { exact: true }).selectOption({ label: 'Every stretch of time' });
    await dana.getByLabel('Form', { exact: true }).selectOption({ label: 'For programs (JSON)' });
    await button(dana, 'Download').click();
    await says(dana, 'Names leave the clinic only with someone who has just signed in.');
    await look(dana, 'record-export-again');
    await button(dana, 'Sign in again').last().click();
    await typePassword(dana, 'dana', person(accounts, 'dana').password);
    await typeCode(dana, accounts, 'dana');
    await record.shown(dana);
    const downloads = dana.waitForEvent('download');
    await button(dana, 'Download').click();
    expect((await downloads).suggestedFilename()).toMatch(/^timeline-.*\.json$/);
    expect(stage.faultsBut(/403/)).toEqual([]);
  });

  it('and lose the console within a minute when their role is taken away', async () => {
    const device = await stage.device();
    const ben = await device.open(`${stage.demo.url}/staff`);
    await signIn(ben, accounts, 'ben');
    await openConsole(ben, stage.demo.session.title);
    await takeRoleAway(accounts, 'ben', 'facilitator');
    await ben
      .getByRole('heading', { name: 'You do not lead meetings any more' })
      .waitFor({ timeout: 60_000 });
    await look(ben, 'staff-role-gone');
  });

  it('and sign out, here and there', async () => {
    await button(dana, 'Sign out').click();
    await dana.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await look(dana, 'staff-signed-out');
    await dana.getByRole('link', { name: 'Sign in again' }).click();
    await dana.getByLabel('Password', { exact: true }).waitFor();
  });
});
