import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { noteAccessibility, shoot } from './look';
import { at, Worksheets } from './worksheets';

const WIDE = { width: 1440, height: 900 };

let sheets: Worksheets;
let browser: Browser;

beforeAll(async () => {
  sheets = await Worksheets.serve();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await sheets.close();
});

const status = (page: Page) => page.locator('.work__saved');
const saved = (page: Page) => status(page).getByText('Saved.').waitFor();

describe('What is written while the line is gone', () => {
  interface Raw {
    text: string;
    changes: number;
    keys: { extractable: boolean }[];
  }
  /** All that the browser keeps, as a script would find it. */
  const kept = (page: Page): Promise<Raw> =>
    page.evaluate(async () => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('not to be read'));
        });
      const all = await indexedDB.databases();
      if (!all.some(({ name }) => name === 'holdfast-sheets')) return { text: '', changes: 0, keys: [] };
      const database = await done(indexedDB.open('holdfast-sheets'));
      const read = database.transaction(['changes', 'keys']);
      const changes = (await done(read.objectStore('changes').getAll())) as {
        iv: Uint8Array;
        box: ArrayBuffer;
      }[];
      const keys = (await done(read.objectStore('keys').getAll())) as CryptoKey[];
      database.close();
      const letters = changes.map(({ box }) => String.fromCharCode(...new Uint8Array(box))).join('');
      return {
        text: JSON.stringify(changes) + letters + JSON.stringify(localStorage),
        changes: changes.length,
        keys: keys.map(({ extractable }) => ({ extractable })),
      };
    });
  const story = (page: Page) => page.getByLabel('What happened?');

  it('is kept sealed on the device for five minutes, sent once, and then gone from it', async () => {
    const sheet = 'every-kind--offline';
    const { device, page } = await at(browser, sheets.url(sheet), { viewport: WIDE });
    await page.clock.install();
    await device.context.setOffline(true);
    const before = sheets.done.length;
    await story(page).fill('The words of nobody else');
    await story(page).blur();
    await status(page).getByText('Kept on this computer.').waitFor();
    await shoot(page, 'sheet-offline');
    await noteAccessibility(page, 'sheet-offline');
    for (let minute = 1; minute <= 5; minute++) {
      await page.clock.runFor(60_000);
      await story(page).fill(`The words of nobody else, ${String(minute)}`);
      await story(page).blur();
    }
    const raw = await kept(page);
    expect(raw.changes).toBeGreaterThan(0);
    expect(raw.text).not.toContain('nobody else');
    expect(raw.keys).toEqual([{ extractable: false }]);
    await device.context.setOffline(false);
    await page.clock.runFor(20_000);
    await saved(page);
    expect(sheets.value(sheet, 'story')).toBe('The words of nobody else, 5');
    const mine = sheets.done.slice(before);
    expect(new Set(mine.map(({ command }) => command)).size).toBe(mine.length);
    expect(mine.length).toBeLessThanOrEqual(2);
    expect((await kept(page)).changes).toBe(0);
    expect(await page.evaluate(() => window.holdfastFinish())).toBe(true);
    expect((await kept(page)).keys).toEqual([]);
    await device.context.close();
  });

  it('outlives the page, and is sent when the sheet is opened again', async () => {
    const sheet = 'every-kind--again';
    const { device, page } = await at(browser, sheets.url(sheet), { viewport: WIDE });
    await device.context.setOffline(true);
    await story(page).fill('Before the phone died');
    await story(page).blur();
    await status(page).getByText('Kept on this computer.').waitFor();
    await page.close();
    await device.context.setOffline(false);
    expect(sheets.value(sheet, 'story')).toBeUndefined();
    const again = await device.open(sheets.url(sheet));
    await saved(again);
    expect(await story(again).inputValue()).toBe('Before the phone died');
    await expect.poll(() => sheets.value(sheet, 'story')).toBe('Before the phone died');
    await device.context.close();
  });

  it('is not shown to another person at the same browser', async () => {
    const sheet = 'every-kind--shared';
    const { device, page } = await at(browser, sheets.url(sheet), { viewport: WIDE });
    await device.context.setOffline(true);
    await story(page).fill('Of Sam alone');
    await story(page).blur();
    await status(page).getByText('Kept on this computer.').waitFor();
    await page.close();
    await device.context.setOffline(false);
    const other = await device.open(sheets.url(sheet, { seat: 'pMaria' }));
    await other.locator('.work').waitFor();
    expect(await story(other).inputValue()).toBe('');
    await other.evaluate(() => window.holdfastForget());
    const back = await device.open(sheets.url(sheet));
    await back.locator('.work').waitFor();
    expect(await story(back).inputValue()).toBe('');
    expect((await kept(back)).changes).toBe(0);
    await device.context.close();
  });

  it('is left on no device once the sheet is closed to the person', async () => {
    const sheet = 'every-kind--closed';
    const { device, page } = await at(browser, sheets.url(sheet), { viewport: WIDE });
    sheets.refuses = { status: 404, title: 'Nothing here' };
    await story(page).fill('Too late');
    await story(page).blur();
    await status(page).getByText('This worksheet is closed.').waitFor();
    sheets.refuses = undefined;
    expect(await story(page).inputValue()).toBe('Too late');
    const { changes, keys } = await kept(page);
    expect([changes, keys]).toEqual([0, []]);
    await device.context.close();
  });

  it('two tabs show each other what they saved', async () => {
    const sheet = 'every-kind--tabs';
    const { device, page } = await at(browser, sheets.url(sheet), { viewport: WIDE });
    const other = await device.open(sheets.url(sheet));
    await other.locator('.work').waitFor();
    await story(page).fill('From the first');
    await story(page).blur();
    await expect.poll(() => story(other).inputValue()).toBe('From the first');
    await other.getByLabel('How many hours did you sleep?').fill('8');
    await other.getByLabel('How many hours did you sleep?').blur();
    await expect.poll(() => page.getByLabel('How many hours did you sleep?').inputValue()).toBe('8');
    await device.context.close();
  });
});
