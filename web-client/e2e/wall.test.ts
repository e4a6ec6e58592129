import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Device, openBrowser } from './browser';
import { expectNoSidewaysScroll, noteAccessibility, shoot } from './look';
import { servePage, type ServedPage } from './served-page';

const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };
const SIDEWAYS = { width: 844, height: 390 };
const SMALLEST = { width: 320, height: 640 };

let served: ServedPage;
let browser: Browser;

beforeAll(async () => {
  served = await servePage('wall-page.ts');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** A wall on a device of its own; nothing may go wrong on it. */
async function atWall(
  asked: Record<string, string>,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const device = await Device.of(browser, options);
  const page = await device.open(`${served.url}?${new URLSearchParams(asked).toString()}`);
  await page.locator('.wall').waitFor();
  await look(page);
  expect(device.faults).toEqual([]);
  await device.context.close();
}

/** Each lane with what lies in it, in the order in which it is read. */
const lanes = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.pile')].map((pile) => {
      const cards = [...pile.querySelectorAll<HTMLElement>('[data-card]')];
      return `${pile.querySelector('h3')?.textContent ?? ''}: ${cards.map(({ dataset }) => dataset['card'] ?? '').join(' ')}`;
    }),
  );
/** What has the keyboard: of which card, and what of it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = document.activeElement as HTMLElement | null;
    const card = now?.closest<HTMLElement>('[data-card]')?.dataset['card'];
    return card ? `${card} ${now?.dataset['part'] ?? ''}` : (now?.tagName ?? '');
  });
const card = (page: Page, id: string) => page.locator(`[data-card=${id}]`);
const moveButton = (page: Page, id: string) => card(page, id).locator('[data-part=move]');
const told = (page: Page, words: string) =>
  page.getByRole('status').getByText(words).waitFor({ state: 'attached' });
const sent = (page: Page) => page.evaluate(() => window.holdfastWall.sent);

const PLACES: readonly [string, Record<string, string>][] = [
  ['room', { in: 'room' }],
  ['room-es', { in: 'room', lang: 'es' }],
  ['staff', { in: 'room', staff: '1' }],
  ['loose', { in: 'room', wall: 'loose' }],
  ['empty', { in: 'room', wall: 'empty' }],
  ['empty-staff', { in: 'page', wall: 'empty', staff: '1', lang: 'es' }],
  ['page', { in: 'page', staff: '1' }],
  ['hostile', { in: 'room', wall: 'hostile' }],
];

describe('The wall', () => {
  it.each(PLACES)('can be read by everybody wherever it is: %s', async (name, asked) => {
    await atWall(asked, { viewport: WIDE }, async (page) => {
      for (const [kind, size] of Object.entries({
        '1440': WIDE,
        '390': NARROW,
        '844x390': SIDEWAYS,
        '320': SMALLEST,
      })) {
        await page.setViewportSize(size);
        await expectNoSidewaysScroll(page);
        await noteAccessibility(page, `wall-${name}-${kind}`);
        await shoot(page, `wall-${name}-${kind}`);
      }
      await page.setViewportSize(WIDE);
      await page.emulateMedia({ colorScheme: 'dark' });
      await noteAccessibility(page, `wall-${name}-dark`);
      if (asked['in'] === 'page') await shoot(page, `wall-${name}-dark`);
      await page.emulateMedia({ forcedColors: 'active' });
      await shoot(page, `wall-${name}-forced`);
    });
  });

  it.each(['drawn', 'hostile'])('fits the smallest phone with letters twice as large: %s', async (wall) => {
    await atWall({ wall, in: 'page', lang: 'es', staff: '1' }, { viewport: SMALLEST }, async (page) => {
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await expectNoSidewaysScroll(page);
      await noteAccessibility(page, `wall-large-${wall}`);
      await page.screenshot({ path: `build/screenshots/wall-large-${wall}.png`, fullPage: true });
      await moveButton(page, 'k1').click();
      await page.getByRole('dialog').waitFor();
      await noteAccessibility(page, `wall-large-${wall}-menu`);
      await shoot(page, `wall-large-${wall}-menu`);
    });
  });

  it('shows whatever somebody wrote as words, in their own direction', async () => {
    await atWall({ wall: 'hostile' }, { viewport: NARROW }, async (page) => {
      await page.getByText('<script>document.title="taken"</script><b>bold</b>{@html x}').first().waitFor();
      expect(await page.title()).toBe('Your meeting');
      expect(await page.locator('.wall img, .wall b:text("bold")').count()).toBe(0);
      const rtl = card(page, 'k3').locator('.slip__words');
      expect(await rtl.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
      for (const id of ['k2', 'k5']) {
        const fits = await card(page, id).evaluate((element) => element.scrollWidth <= element.clientWidth);
        expect(fits, id).toBe(true);
      }
      await page.getByText('Only you see this card.').waitFor();
    });
  });

  it('shows nobody whose card it is that has no name, but staff', async () => {
    await atWall({}, { viewport: WIDE }, async (page) => {
      expect(await card(page, 'k4').innerText()).not.toMatch(/Joy|name/);
      expect(await card(page, 'k5').innerText()).toContain('You, without your name');
      expect(await card(page, 'k6').innerText()).toMatch(/A lot[^]*Luis/);
      expect(await page.getByRole('button', { name: /(Add|Change) (a|the) group/ }).count()).toBe(0);
    });
    await atWall({ staff: '1' }, { viewport: WIDE }, async (page) => {
      expect(await card(page, 'k4').innerText()).toContain('Joy, without a name');
    });
  });

  it('is closed by its button and by Escape', async () => {
    await atWall({}, { viewport: WIDE }, async (page) => {
      await page.getByRole('button', { name: 'Close the wall' }).click();
      await page.getByRole('button', { name: 'mic' }).click();
      await moveButton(page, 'k5').focus();
      await page.keyboard.press('Escape');
      await page.locator('.wall').waitFor({ state: 'detached' });
    });
  });
});

describe('Without dragging', () => {
  it('every move is made by keyboard, which stays with the card and hears where it is', async () => {
    await atWall({}, { viewport: WIDE }, async (page) => {
      await page.locator('.wall__body').focus();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('k5 back');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('k5 move');
      await page.keyboard.press('Alt+ArrowDown');
      expect((await lanes(page))[0]).toBe('Not in a group: k6 k5 k7');
      expect(await focused(page)).toBe('k5 move');
      await told(page, 'Card 2 of 3, not in a group');
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Alt+ArrowDown');
      expect((await lanes(page))[0]).toBe('Not in a group: k6 k7 k5');
      await page.keyboard.press('ArrowUp');
      expect(await focused(page)).toBe('k7 move');
      await page.keyboard.press('Enter');
      const menu = page.getByRole('dialog', { name: 'Move this card' });
      await menu.waitFor();
      await noteAccessibility(page, 'wall-menu');
      await shoot(page, 'wall-menu-1440');
      await menu.getByRole('button', { name: 'Call somebody' }).focus();
      await page.keyboard.press('Enter');
      await menu.waitFor({ state: 'detached' });
      expect(await lanes(page)).toEqual([
        'Not in a group: k6 k5',
        'Call somebody: k1 k4 k7',
        'Go another way: k2 k3',
      ]);
      expect(await focused(page)).toBe('k7 move');
      await told(page, 'Card 3 of 3 in Call somebody');
      expect(await sent(page)).toHaveLength(3);
    });
  });

  it('every move is made by taps, as far as one goes at once', async () => {
    await atWall({ lang: 'es' }, { viewport: NARROW, hasTouch: true }, async (page) => {
      await moveButton(page, 'k7').tap();
      const menu = page.getByRole('dialog', { name: 'Mover esta tarjeta' });
      await menu.getByRole('button', { name: 'Subir' }).tap();
      await menu.getByText('Tarjeta 2 de 3, sin grupo').waitFor();
      await menu.getByRole('button', { name: 'Subir' }).tap();
      await menu.getByText('Tarjeta 1 de 3, sin grupo').waitFor();
      expect(await menu.getByRole('button', { name: 'Subir' }).getAttribute('aria-disabled')).toBe('true');
      await menu.getByRole('button', { name: 'Subir' }).tap({ force: true });
      expect(await sent(page)).toHaveLength(2);
      await noteAccessibility(page, 'wall-menu-phone');
      await shoot(page, 'wall-menu-390');
      await menu.getByRole('button', { name: 'Cerrar' }).tap();
      expect(await focused(page)).toBe('k7 move');
      expect((await lanes(page))[0]).toBe('Sin grupo: k7 k5 k6');
    });
  });

  it('the keyboard stays with a card that others move, and goes to its neighbour when it is gone', async () => {
    await atWall({}, { viewport: WIDE }, async (page) => {
      await moveButton(page, 'k3').focus();
      await page.evaluate(() =>
        window.holdfastWall.meanwhile({ type: 'card.move', card: 'k3', group: 'gCall', before: 'k1' }),
      );
      await expect.poll(() => lanes(page)).toContain('Call somebody: k3 k1 k4');
      expect(await focused(page)).toBe('k3 move');
      await page.evaluate(() => window.holdfastWall.meanwhile({ type: 'card.remove', card: 'k3' }));
      await expect.poll(() => focused(page)).toBe('k1 move');
      await moveButton(page, 'k1').press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.evaluate(() => window.holdfastWall.meanwhile({ type: 'card.remove', card: 'k1' }));
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('H2');
    });
  });

  it('what the server does not do is not kept, and said', async () => {
    await atWall({}, { viewport: WIDE }, async (page) => {
      const before = await lanes(page);
      await page.evaluate(() => {
        window.holdfastWall.answersAfterMs = 400;
        window.holdfastWall.refuses = 'Not now, please.';
      });
      await moveButton(page, 'k5').focus();
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(async () => (await lanes(page))[0]).toBe('Not in a group: k6 k5 k7');
      await page.getByRole('alert').getByText('Not now, please.').waitFor({ state: 'attached' });
      expect(await lanes(page)).toEqual(before);
      expect(await focused(page)).toBe('k5 move');
      await page.locator('.wall__note').getByText('Not now, please.').waitFor();
      await noteAccessibility(page, 'wall-refused');
    });
  });

  it('an order that nobody answers for gives way to the one of the server', async () => {
    await atWall({}, { viewport: WIDE }, async (page) => {
      const before = await lanes(page);
      await page.evaluate(() => (window.holdfastWall.answersAfterMs = 60_000));
      await moveButton(page, 'k5').focus();
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(async () => (await lanes(page))[0]).toBe('Not in a group: k6 k5 k7');
      await expect.poll(() => lanes(page), { timeout: 6_000 }).toEqual(before);
    });
  });

  it('one takes back what is one’s own, and nothing else', async () => {
    await atWall({}, { viewport: NARROW }, async (page) => {
      expect(await page.getByRole('button', { name: /^Take back/ }).count()).toBe(2);
      await card(page, 'k5')
        .getByRole('button', { name: /^Take back/ })
        .click();
      await card(page, 'k5').waitFor({ state: 'detached' });
      await told(page, 'Taken back. It is gone from every page.');
      await moveButton(page, 'k3').click();
      const menu = page.getByRole('dialog');
      expect(await menu.getByRole('button', { name: /Take back|Remove/ }).count()).toBe(0);
    });
  });

  it('staff make, rename and dissolve groups and remove cards', async () => {
    await atWall({ staff: '1', wall: 'loose' }, { viewport: WIDE }, async (page) => {
      await page.getByRole('button', { name: 'Add a group' }).press('Enter');
      const sheet = page.getByRole('dialog');
      const name = sheet.getByLabel('What is it called?');
      await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
      await noteAccessibility(page, 'wall-group');
      await page.keyboard.type('  Friends ');
      await page.keyboard.press('Enter');
      await sheet.waitFor({ state: 'detached' });
      expect((await lanes(page))[1]).toBe('Friends: ');
      await told(page, 'The group Friends is there');
      const [made] = await sent(page);
      expect(made).toMatchObject({ type: 'card.group', title: 'Friends' });
      expect((made as { group: string }).group).toMatch(/^[A-Za-z][A-Za-z0-9_-]{21}$/);
      await page.getByRole('button', { name: 'Change the group Friends' }).click();
      await sheet.getByLabel('What is it called?').fill('My friends');
      await shoot(page, 'wall-group-1440');
      await sheet.getByRole('button', { name: 'Save' }).click();
      await expect.poll(async () => (await lanes(page))[1]).toBe('My friends: ');
      await moveButton(page, 'k1').click();
      await sheet.getByRole('button', { name: 'My friends' }).click();
      await expect.poll(async () => (await lanes(page))[1]).toBe('My friends: k1');
      await page.getByRole('button', { name: 'Change the group My friends' }).click();
      await sheet.getByRole('button', { name: /Dissolve this group/ }).click();
      await expect.poll(() => lanes(page)).toHaveLength(1);
      await moveButton(page, 'k3').click();
      await sheet.getByRole('button', { name: /Remove from the wall/ }).click();
      await card(page, 'k3').waitFor({ state: 'detached' });
      await told(page, 'Removed from the wall');
    });
  });
});
