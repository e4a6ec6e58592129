import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Stage } from './stage';
import { button } from './people';

/** What staff do on the page of a record, by the names that the product promises. */

/** The evening before, which the demo has in its list. */
export async function openRecord(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: 'Earlier' })
    .getByRole('link', { name: /^Open the record/ })
    .click();
  await shown(page);
}

export async function shown(page: Page): Promise<void> {
  await page.getByRole('table', { name: /^One row for each person/ }).waitFor();
}

export async function staffAt(stage: Stage, name: string): Promise<Page> {
  const device = await stage.device({ acceptDownloads: true });
  return device.open(stage.demo.facilitator(name).url);
}

export const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

export const minutes = async (page: Page, name: string): Promise<string> =>
  (await row(page, name).locator('.n b').innerText()).trim();

export async function openRow(page: Page, name: string): Promise<void> {
  await button(row(page, name), new RegExp(`^${name}`)).click();
}

export async function correctMinutes(page: Page, name: string, to: number, why: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: new RegExp(`^Correct ${name}`) });
  await dialog.getByRole('radio', { name: 'The minutes' }).check();
  await dialog.getByLabel('Minutes to credit').fill(String(to));
  await dialog.getByLabel('Why?').fill(why);
  await button(dialog, 'Save the correction').click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => minutes(page, name)).toBe(String(to));
}

/** With the code that the demo prints beside the link. */
export async function sign(page: Page, stage: Stage, name: string): Promise<void> {
  const code = page.getByLabel('Your sign-in code');
  if (await code.isVisible()) await code.fill(stage.demo.facilitator(name).code ?? '');
  await button(page, /[Ss]ign$/).click();
}

export const versions = (page: Page): Locator => page.getByRole('region', { name: 'Versions' });
