import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askToSetUp, hasPasskeys, person, signIn, typeCode, typePassword, typeNewCode } from './accounts';
import type { Accounts } from './demo';
import { lookNarrowAndWide, noteAccessibility, shoot } from './look';
import { button, says } from './people';
import { Stage } from './stage';

/** Nobody of the staff comes in by a password alone: a code beside it, or a passkey instead of both. */
describe('A passkey or a code', () => {
  let stage: Stage;
  let accounts: Accounts;
  let ruth: Page;

  const inTheDark = async (page: Page, name: string) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await noteAccessibility(page, `${name}-dark`);
    await shoot(page, `${name}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  };

  beforeAll(async () => {
    stage = await Stage.set({ keycloak: true });
    accounts = stage.accounts;
  }, 240_000);
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('is set up on a page that says what it is', async () => {
    await askToSetUp(accounts, 'ruth', 'webauthn-register-passwordless');
    const device = await stage.device();
    ruth = await device.open(`${stage.demo.url}/staff`);
    await hasPasskeys(ruth);
    ruth.on('dialog', (question) => void question.accept('Front desk'));
    await signIn(ruth, accounts, 'ruth');
    await ruth.getByRole('heading', { name: 'Set up a passkey' }).waitFor();
    await says(ruth, /instead of a password and a code/);
    await lookNarrowAndWide(ruth, 'passkey-set-up');
    await inTheDark(ruth, 'passkey-set-up');
    await ruth.getByRole('link', { name: 'Español' }).click();
    await ruth.getByRole('heading', { name: 'Prepare una llave de acceso' }).waitFor();
    await lookNarrowAndWide(ruth, 'passkey-set-up-es');
    await ruth.getByRole('link', { name: 'English' }).click();
    await button(ruth, 'Set up the passkey').click();
    await ruth.getByText('Ruth A.').first().waitFor();
    expect(new URL(ruth.url()).pathname).toBe('/staff');
  });

  it('signs in with one touch, and asks for neither password nor code', async () => {
    await button(ruth, 'Sign out').click();
    await ruth.getByRole('heading', { name: 'You are signed out' }).waitFor();
    // The page asks for it as soon as it is there, and the finger is on it.
    await ruth.getByRole('link', { name: 'Sign in again' }).click();
    await ruth.getByText('Ruth A.').first().waitFor();
    expect(new URL(ruth.url()).pathname).toBe('/staff');
  });

  it('opens nothing on a computer that does not have it', async () => {
    const device = await stage.device();
    const page = await device.open(`${stage.demo.url}/staff`);
    await hasPasskeys(page);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByText('Use a passkey').waitFor();
    await lookNarrowAndWide(page, 'passkey-sign-in');
    await page.getByRole('link', { name: 'Español' }).click();
    await page.getByText('Usar una llave de acceso').waitFor();
    await lookNarrowAndWide(page, 'passkey-sign-in-es');
    await inTheDark(page, 'passkey-sign-in-es');
    await page.getByRole('link', { name: 'English' }).click();
    await typePassword(page, 'ruth', person(accounts, 'ruth').password);
    // With the password alone it still asks for the code.
    await page.getByLabel('Code').waitFor();
    await typeCode(page, accounts, 'ruth');
    await page.getByText('Ruth A.').first().waitFor();
  });

  it('or a code is set up with an app, on a page that says how', async () => {
    await askToSetUp(accounts, 'ivan', 'CONFIGURE_TOTP');
    const device = await stage.device();
    const ivan = await device.open(`${stage.demo.url}/staff`);
    await signIn(ivan, accounts, 'ivan');
    await ivan.getByRole('heading', { name: 'Set up your codes' }).waitFor();
    await lookNarrowAndWide(ivan, 'code-set-up');
    await inTheDark(ivan, 'code-set-up');
    await ivan.getByRole('link', { name: 'Español' }).click();
    await ivan.getByRole('heading', { name: 'Prepare sus códigos' }).waitFor();
    await lookNarrowAndWide(ivan, 'code-set-up-es');
    await ivan.getByRole('link', { name: 'English' }).click();
    await ivan.getByRole('link', { name: 'I cannot scan it' }).click();
    await lookNarrowAndWide(ivan, 'code-set-up-by-hand');
    await typeNewCode(ivan);
    await ivan.getByText('Ivan K.').first().waitFor();
  });
});
