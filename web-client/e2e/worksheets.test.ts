import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { written, EMPTY, type Filled } from '../src/worksheets/filled';
import { hasRows, isQuestion, placesOf, type Form, type Item, type Value } from '../src/worksheets/form';
import { openBrowser } from './browser';
import { expectNoSidewaysScroll, noteAccessibility, shoot } from './look';
import { at, formOf, shipped, Worksheets } from './worksheets';

const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };
const SIDEWAYS = { width: 844, height: 390 };
const SMALLEST = { width: 320, height: 640 };

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

/** Something in every question, as somebody might write it, and two rows where there are rows. */
function sample(form: Form): Filled {
  return [...placesOf(form).values()].reduce((filled, { item, rows }) => {
    if (!isQuestion(item)) return filled;
    const where = rows ? [`r${rows.id}-000001`, `r${rows.id}-000002`] : [undefined];
    return where.reduce(
      (all, row, n) => written(form, all, { item: item.id, row }, sampleValue(item, n)),
      filled,
    );
  }, EMPTY);
}

function sampleValue(
  { type, hint, text = '', options = [], repeats, from = 0, to = 10 }: Item,
  n: number,
): Value {
  const words = (hint ?? text).slice(0, 60);
  const code = options[options.length - 1 - n]?.code ?? options[0]?.code ?? '';
  if (type === 'yes-no') return true;
  if (type === 'date') return '2026-11-29';
  if (type === 'whole' || type === 'decimal' || type === 'slider') return Math.round((from + to) / 2);
  if (type === 'choice') return repeats ? [code] : code;
  return repeats ? [words, `${words}, too`] : words;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? 'BODY');
const saved = (page: Page) => page.locator('.work__saved').getByText('Saved.').waitFor();

describe.each([...shipped, ...['every-kind', 'trigger-map'].filter((name) => !shipped.includes(name))])(
  'The worksheet %s',
  (name) => {
    it.each(['en', 'es'] as const)(
      'can be read by everybody, in the room and on a page: %s',
      async (lang) => {
        const sheet = `${name}--${lang}`;
        const { device, page } = await at(browser, sheets.url(sheet, { lang }), { viewport: NARROW });
        await expectNoSidewaysScroll(page);
        await shoot(page, `sheet-${sheet}-390`);
        await page.setViewportSize(WIDE);
        await noteAccessibility(page, `sheet-${sheet}-empty`);
        sheets.fill(sheet, sample(formOf(name, lang)));
        await page.goto(sheets.url(sheet, { lang, in: 'page' }));
        await page.locator('.work').waitFor();
        await noteAccessibility(page, `sheet-${sheet}-light`);
        await page.setViewportSize(NARROW);
        await expectNoSidewaysScroll(page);
        await page.screenshot({ path: `build/screenshots/sheet-${sheet}-light.png`, fullPage: true });
        await page.emulateMedia({ colorScheme: 'dark' });
        await noteAccessibility(page, `sheet-${sheet}-dark`);
        await page.goto(sheets.url(sheet, { lang }));
        await page.locator('.work').waitFor();
        await noteAccessibility(page, `sheet-${sheet}-room`);
        await page.setViewportSize(WIDE);
        await shoot(page, `sheet-${sheet}-1440`);
        expect(device.faults).toEqual([]);
        await device.context.close();
      },
    );

    it('fits the smallest phone with letters twice as large, one question at a time', async () => {
      const sheet = `${name}--small`;
      sheets.fill(sheet, sample(formOf(name, 'es')));
      const { device, page } = await at(browser, sheets.url(sheet, { lang: 'es', in: 'page' }), {
        viewport: SMALLEST,
      });
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await expectNoSidewaysScroll(page);
      const oneByOne = page.getByRole('button', { name: 'De una en una' });
      if ((await oneByOne.count()) > 0) await oneByOne.click();
      const next = page.getByRole('button', { name: 'Siguiente' });
      while ((await next.count()) > 0) {
        await expectNoSidewaysScroll(page);
        await next.click();
        expect(await focused(page)).toBe('H3');
      }
      await noteAccessibility(page, `sheet-${name}-small`);
      await shoot(page, `sheet-${name}-320`);
      expect(device.faults).toEqual([]);
      await device.context.close();
    });
  },
);

describe('The trigger map', () => {
  it('looks as it was drawn: on a phone, wide, sideways', async () => {
    const form = formOf('trigger-map', 'en');
    const entries: [string, string, string, string, string][] = [
      ['people', 'r0000001', 'The crew from the shop, on Fridays', 'a-lot', 'So I ride home with Jo'],
      ['people', 'r0000002', 'My brother, when he calls late', 'some', 'So I text Lena first'],
      ['places', 'r0000003', 'The gas station on 5th', 'a-lot', 'So I take Pine Street'],
      ['feelings', 'r0000004', 'Lonely on Sunday nights', 'a-little', 'So I call my aunt at seven'],
    ];
    const filled = entries
      .filter(([group]) => placesOf(form).has(group))
      .reduce((all, [group, row, what, pull, instead]) => {
        let next = written(form, all, { item: `${group}-what`, row }, what);
        next = written(form, next, { item: `${group}-pull`, row }, pull);
        return written(form, next, { item: `${group}-instead`, row }, instead);
      }, EMPTY);
    sheets.fill('trigger-map--drawn', filled);
    const { device, page } = await at(browser, sheets.url('trigger-map--drawn'), { viewport: NARROW });
    for (const [kind, size] of Object.entries({ '390': NARROW, '844x390': SIDEWAYS, '1440': WIDE })) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page);
      await noteAccessibility(page, `sheet-drawn-${kind}`);
      await shoot(page, `sheet-drawn-${kind}`);
    }
    await page.getByRole('button', { name: /My brother/ }).click();
    await noteAccessibility(page, 'sheet-drawn-open');
    await shoot(page, 'sheet-drawn-open-1440');
    await page.setViewportSize(NARROW);
    await shoot(page, 'sheet-drawn-open-390');
    await page.emulateMedia({ forcedColors: 'active' });
    await shoot(page, 'sheet-drawn-forced');
    await device.context.close();
  });

  it('keeps the keyboard when rows come and go, and never sends an empty one', async () => {
    const { device, page } = await at(browser, sheets.url('trigger-map--rows'), { viewport: WIDE });
    const add = page.getByRole('button', { name: 'Add a person' });
    await add.focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('INPUT');
    await page.keyboard.type('My brother');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('My brother');
    await add.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.locator('.entry').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Add a person');
    await saved(page);
    const [row] = sheets.filled('trigger-map--rows').rows;
    expect(sheets.value('trigger-map--rows', 'people-what', row?.row)).toBe('My brother');
    expect(sheets.value('trigger-map--rows', 'people-pull', row?.row)).toBe('some');
    expect(row?.row).toMatch(/^r[A-Za-z0-9_-]{8,21}$/);
    await page.getByRole('button', { name: /My brother/ }).press('Enter');
    await page.getByRole('button', { name: 'Remove' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Add a person');
    await saved(page);
    await expect.poll(() => sheets.filled('trigger-map--rows').rows).toEqual([]);
    expect(device.faults).toEqual([]);
    await device.context.close();
  });
});

describe('A whole form by keyboard alone', () => {
  it('every kind of question is answered, and the keyboard is never lost', async () => {
    const sheet = 'every-kind--keys';
    const { device, page } = await at(browser, sheets.url(sheet), { viewport: WIDE });
    const type = (text: string) => page.keyboard.type(text);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    /** Goes on by Tab until it stands on what has this name. */
    const reach = async (name: RegExp) => {
      for (let n = 0; n < 30; n++) {
        await press('Tab');
        const known = await page.evaluate(() => {
          const now = document.activeElement;
          const field = now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement;
          const labels = field ? [...(now.labels ?? [])].map((label) => label.textContent).join(' ') : '';
          const legend = now?.closest('fieldset')?.querySelector('legend')?.textContent;
          return [now?.getAttribute('aria-label'), labels, field ? legend : '', now?.textContent].join(' ');
        });
        expect(await focused(page)).not.toBe('BODY');
        if (name.test(known)) return;
      }
      throw new Error(`Tab does not come to ${String(name)}`);
    };
    await page.locator('.work__body').focus();
    await reach(/How hungry/);
    await press('Space', 'ArrowRight');
    await reach(/eat soon/);
    await type('Soup');
    await reach(/Start the wave/);
    await press('Enter');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await press('Enter');
    await reach(/strong is the urge/);
    await press('ArrowRight', 'ArrowRight');
    await reach(/What helped/);
    await press('Space', 'Tab', 'Space');
    await reach(/Are you safe/);
    await press('Space');
    await reach(/hours/);
    await type('7');
    await reach(/miles/);
    await type('2,5');
    await reach(/Which day/);
    await type('11292026');
    await reach(/What happened/);
    await type('I was tired');
    await reach(/Thankful for/);
    await type('Rain');
    await reach(/Add one more/);
    await press('Enter');
    await type('Tea');
    await press('Shift+Tab');
    await saved(page);
    expect(
      Object.fromEntries(sheets.filled(sheet).answers.map((answer) => [answer.item, answer.value])),
    ).toEqual({
      how: 'some',
      food: 'Soup',
      urge: 7,
      helped: ['a-little', 'some'],
      safe: true,
      hours: 7,
      weight: 2.5,
      day: '2026-11-29',
      story: 'I was tired',
      thanks: ['Rain', 'Tea'],
    });
    await page.getByText('10 of 10 answered').waitFor();
    expect(device.faults).toEqual([]);
    await device.context.close();
  });

  it('what does not fit is said at the question and to who listens, and goes nowhere', async () => {
    const sheet = 'every-kind--wrong';
    const { device, page } = await at(browser, sheets.url(sheet), { viewport: WIDE });
    const hours = page.getByLabel('How many hours did you sleep?');
    await hours.fill('25');
    await hours.blur();
    await page.locator('.q__wrong', { hasText: 'The highest number here is 24.' }).waitFor();
    expect(await hours.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('status').getByText('The highest number here is 24.').waitFor({ state: 'attached' });
    await noteAccessibility(page, 'sheet-wrong');
    expect(sheets.value(sheet, 'hours')).toBeUndefined();
    sheets.refuses = { status: 409, title: 'That is more than fits here.' };
    await page.getByLabel('What happened?').fill('Much');
    await page.getByText('That is more than fits here.').first().waitFor();
    sheets.refuses = undefined;
    expect(await page.getByLabel('What happened?').inputValue()).toBe('Much');
    await hours.fill('24');
    await hours.blur();
    await expect.poll(() => sheets.value(sheet, 'hours')).toBe(24);
    expect(await page.locator('.q__wrong').count()).toBe(1);
    await device.context.close();
  });
});

describe('The wave', () => {
  const dot = (page: Page) => page.locator('.wave circle').getAttribute('cx');

  it('moves, rests when somebody wants it to, and says what to do', async () => {
    const options = { viewport: WIDE, reducedMotion: 'no-preference' as const };
    const { device, page } = await at(browser, sheets.url('every-kind--wave'), options);
    await page.getByRole('button', { name: 'Start the wave' }).click();
    const before = Number(await dot(page));
    await expect.poll(async () => Number(await dot(page))).toBeGreaterThan(before);
    await page.locator('.wave').getByText('Breathe in slowly.').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    const rests = await dot(page);
    await page.waitForTimeout(300);
    expect(await dot(page)).toBe(rests);
    await device.context.close();
  });

  it('goes in three steps for who wants no motion', async () => {
    const { device, page } = await at(browser, sheets.url('every-kind--still'), { viewport: WIDE });
    await page.getByRole('button', { name: 'Start the wave' }).click();
    await expect.poll(async () => Number(await dot(page))).toBeCloseTo(0.19 * 320, 1);
    await page.waitForTimeout(300);
    expect(Number(await dot(page))).toBeCloseTo(0.19 * 320, 1);
    await device.context.close();
  });
});

it("a phone's keyboard covers neither the field nor its question", async () => {
  const { device, page } = await at(browser, sheets.url('every-kind--keyboard'), { viewport: NARROW });
  await page.evaluate(() => {
    const view = new EventTarget();
    Object.assign(view, { offsetTop: 0, height: innerHeight });
    Object.defineProperty(window, 'visualViewport', { value: view, configurable: true });
  });
  // The page asks for the view when a sheet is drawn: it is closed and opened again.
  await page.getByRole('button', { name: 'Close the worksheet' }).click();
  await page.getByRole('button', { name: 'mic' }).click();
  const field = page.getByLabel('How many miles?');
  await field.focus();
  await page.evaluate(() => {
    const view = window.visualViewport as unknown as EventTarget & { height: number };
    view.height = innerHeight - 300;
    view.dispatchEvent(new Event('resize'));
  });
  const { top, bottom } = await field.evaluate((input) => {
    const { bottom } = input.getBoundingClientRect();
    return { bottom, top: input.closest('.q')?.getBoundingClientRect().top ?? 0 };
  });
  const body = await page.locator('.work__body').evaluate((element) => element.getBoundingClientRect().top);
  expect(bottom).toBeLessThanOrEqual(NARROW.height - 300);
  expect(top).toBeGreaterThanOrEqual(body);
  await device.context.close();
});

it('every group with rows in a shipped form has words for its button', () => {
  for (const name of shipped) {
    for (const { item } of placesOf(formOf(name, 'es')).values()) {
      if (hasRows(item)) expect(item.add, `${name} ${item.id}`).toBeTruthy();
    }
  }
});
