import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { goOn, signIn, standStill } from './accounts';
import type { Accounts } from './demo';
import { letIn, openConsole } from './console';
import { lookNarrowAndWide, noteAccessibility, shoot } from './look';
import { button, inRoom, says, tile } from './people';
import { Stage } from './stage';

/** It is looked at every quarter of a minute. */
const NOTICED_WITHIN_MS = 40_000;

/** Keycloak stands still in the middle of a meeting: its connections stay open, and nobody answers. */
describe('While the sign-in service is away', () => {
  let stage: Stage;
  let accounts: Accounts;
  let dana: Page;
  let sam: Page;

  const ready = async () => {
    const answer = await fetch(`${stage.demo.url}/health/ready`);
    const { status, parts } = (await answer.json()) as { status: string; parts: Record<string, string> };
    return { code: answer.status, status, signIn: parts['sign-in'] };
  };

  beforeAll(async () => {
    stage = await Stage.set({ keycloak: true });
    accounts = stage.accounts;
    const device = await stage.device();
    dana = await device.open(`${stage.demo.url}/staff`);
    await signIn(dana, accounts, 'dana');
    await openConsole(dana, stage.demo.session.title);
    sam = await stage.inRoom('Sam', dana);
    expect(await ready()).toEqual({ code: 200, status: 'up', signIn: 'up' });
    await standStill(accounts);
  }, 240_000);
  afterEach((test) => stage.after(test));
  afterAll(async () => {
    await goOn(accounts);
    await stage.clear();
  });

  it('a meeting goes on: somebody joins, is let in, and hands go up', async () => {
    const maria = await stage.waiting('Maria');
    await letIn(dana, 'Maria');
    await inRoom(maria);
    await tile(sam, 'Maria').waitFor();
    await button(sam, 'Raise hand').click();
    await says(dana, 'Hands up:');
  });

  it('whoever is signed in goes on to other pages, for longer than roles hold', async () => {
    const today = await dana.context().newPage();
    const until = Date.now() + 35_000;
    do {
      await today.goto(`${stage.demo.url}/staff`);
      await today.getByText('Dana W.').first().waitFor();
      await today.waitForTimeout(5_000);
    } while (Date.now() < until);
    await today.close();
    await tile(dana, 'Sam').waitFor();
  });

  it('a new sign-in gets a plain sentence, in both languages', async () => {
    const device = await stage.device();
    const ruth = await device.open(`${stage.demo.url}/staff`);
    await ruth.getByRole('link', { name: 'Sign in' }).click();
    await ruth.getByRole('heading', { name: 'The sign-in service does not answer just now' }).waitFor();
    await says(ruth, 'Whoever is signed in can go on, and meetings do. Try again in a moment.');
    await lookNarrowAndWide(ruth, 'sign-in-away');
    await button(ruth, 'Español').click();
    await says(ruth, 'El servicio de acceso no responde ahora');
    await noteAccessibility(ruth, 'sign-in-away-es');
    await shoot(ruth, 'sign-in-away-es');
    await button(ruth, 'English').click();
  });

  it('the server says which part is missing, and is ready all the same', async () => {
    await expect
      .poll(ready, { timeout: NOTICED_WITHIN_MS })
      .toEqual({ code: 200, status: 'degraded', signIn: 'degraded' });
  });

  it('and people sign in again as soon as it is back, with nothing started anew', async () => {
    await goOn(accounts);
    const device = await stage.device();
    const ben = await device.open(`${stage.demo.url}/staff`);
    await signIn(ben, accounts, 'ben');
    await ben.getByText('Ben H.').first().waitFor();
    await expect
      .poll(ready, { timeout: NOTICED_WITHIN_MS })
      .toEqual({ code: 200, status: 'up', signIn: 'up' });
    await openConsole(ben, stage.demo.session.title);
    await tile(dana, 'Sam').waitFor();
  });
});
