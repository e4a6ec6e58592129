import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Device, openBrowser } from './browser';
import { shoot } from './look';
import { servePage, type ServedPage } from './served-page';

const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };
const RESTS_MS = 500;

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

async function open(asked: Record<string, string>, options: Parameters<typeof Device.of>[1]) {
  const device = await Device.of(browser, options);
  const page = await device.open(`${served.url}?${new URLSearchParams(asked).toString()}`);
  await page.locator('.wall').waitFor();
  return { device, page };
}

const lanes = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.pile')].map((pile) => {
      const cards = [...pile.querySelectorAll<HTMLElement>('[data-card]')];
      return cards.map(({ dataset }) => dataset['card'] ?? '').join(' ');
    }),
  );
const sent = (page: Page) => page.evaluate(() => window.holdfastWall.sent.length);
const scrolled = (page: Page) => page.locator('.wall__body').evaluate(({ scrollTop }) => scrollTop);

async function boxOf(page: Page, id: string) {
  const box = await page.locator(`[data-card=${id}]`).boundingBox();
  if (!box) throw new Error(`${id} is not drawn`);
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + 20 } };
}

describe('With a mouse', () => {
  it('a card is dragged to a place in another group, and lies there', async () => {
    const { device, page } = await open({}, { viewport: WIDE });
    const from = (await boxOf(page, 'k7')).middle;
    const to = await boxOf(page, 'k4');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x + 40, to.y + 4, { steps: 6 });
    await page.locator('.slip--held').waitFor();
    expect(await page.locator('[data-card=k4]').getAttribute('class')).toContain('slip--before');
    await shoot(page, 'wall-drag-1440');
    await page.mouse.up();
    await page.locator('.slip--held').waitFor({ state: 'detached' });
    await expect.poll(() => lanes(page)).toEqual(['k5 k6', 'k1 k7 k4', 'k2 k3']);
    await page.getByRole('status').getByText('Card 2 of 3 in Call somebody').waitFor({ state: 'attached' });
    expect(await sent(page)).toBe(1);
    expect(device.faults).toEqual([]);
    await device.context.close();
  });

  it('among cards beside each other it lies where it is put', async () => {
    const { device, page } = await open({ wall: 'loose' }, { viewport: WIDE });
    const from = (await boxOf(page, 'k7')).middle;
    const to = await boxOf(page, 'k2');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + to.height / 2, { steps: 6 });
    await shoot(page, 'wall-drag-loose-1440');
    await page.mouse.up();
    await expect.poll(() => lanes(page)).toEqual(['k1 k7 k2 k3 k4 k5 k6']);
    await device.context.close();
  });

  it('Escape puts it back and leaves the wall open, and a click moves nothing', async () => {
    const { device, page } = await open({}, { viewport: WIDE });
    const before = await lanes(page);
    const from = (await boxOf(page, 'k1')).middle;
    await page.mouse.click(from.x, from.y);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 200, from.y + 200, { steps: 4 });
    await page.locator('.slip--held').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.slip--held').waitFor({ state: 'detached' });
    await page.mouse.up();
    expect(await lanes(page)).toEqual(before);
    expect(await sent(page)).toBe(0);
    expect(await page.locator('.wall').count()).toBe(1);
    await device.context.close();
  });

  it('one that somebody takes back meanwhile is in the hand no more', async () => {
    const { device, page } = await open({}, { viewport: WIDE });
    const from = (await boxOf(page, 'k1')).middle;
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 60, { steps: 4 });
    await page.evaluate(() => window.holdfastWall.meanwhile({ type: 'answer.take-back', card: 'k1' }));
    await page.locator('.slip--held').waitFor({ state: 'detached' });
    await page.mouse.up();
    expect(await sent(page)).toBe(0);
    expect(device.faults).toEqual([]);
    await device.context.close();
  });

  it('the wall scrolls on while a card is held at its edge', async () => {
    const { device, page } = await open({ wall: 'many' }, { viewport: WIDE });
    const from = (await boxOf(page, 'k0')).middle;
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, 880, { steps: 8 });
    const bottom = await page
      .locator('.wall__body')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    await expect.poll(() => scrolled(page), { timeout: 8_000 }).toBeGreaterThan(bottom - 2);
    await page.mouse.up();
    await expect.poll(async () => (await lanes(page))[0]?.endsWith('k0')).toBe(true);
    await device.context.close();
  });
});

describe('With a finger', () => {
  const touch = (at?: { x: number; y: number }) => (at ? [{ x: at.x, y: at.y, id: 1 }] : []);
  async function finger(page: Page): Promise<{
    down(at: { x: number; y: number }): Promise<void>;
    go(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>;
    up(): Promise<void>;
    cdp: CDPSession;
  }> {
    const cdp = await page.context().newCDPSession(page);
    const dispatch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: touch(at) });
    return {
      cdp,
      down: async (at) => void (await dispatch('touchStart', at)),
      go: async (from, to) => {
        for (let step = 1; step <= 8; step++) {
          const part = step / 8;
          await dispatch('touchMove', {
            x: from.x + (to.x - from.x) * part,
            y: from.y + (to.y - from.y) * part,
          });
        }
      },
      up: async () => void (await dispatch('touchEnd')),
    };
  }

  it('a card that is held is dragged, and nothing scrolls under it', async () => {
    const { device, page } = await open({}, { viewport: NARROW, hasTouch: true, isMobile: true });
    const hand = await finger(page);
    const from = (await boxOf(page, 'k6')).middle;
    const to = (await boxOf(page, 'k5')).middle;
    await hand.down(from);
    await page.locator('.slip--held').waitFor();
    await hand.go(from, { x: to.x, y: to.y - 16 });
    expect(await scrolled(page)).toBe(0);
    await shoot(page, 'wall-drag-390');
    await hand.up();
    await page.locator('.slip--held').waitFor({ state: 'detached' });
    await expect.poll(async () => (await lanes(page))[0]).toBe('k6 k5 k7');
    expect(device.faults).toEqual([]);
    await device.context.close();
  });

  it('one that goes on at once scrolls, and moves nothing', async () => {
    const { device, page } = await open(
      { wall: 'many' },
      { viewport: NARROW, hasTouch: true, isMobile: true },
    );
    const before = await lanes(page);
    const hand = await finger(page);
    const from = (await boxOf(page, 'k3')).middle;
    await hand.down(from);
    await hand.go(from, { x: from.x, y: from.y - 200 });
    await page.waitForTimeout(RESTS_MS);
    await hand.up();
    expect(await scrolled(page)).toBeGreaterThan(50);
    expect(await page.locator('.slip--held').count()).toBe(0);
    expect(await lanes(page)).toEqual(before);
    expect(await sent(page)).toBe(0);
    await device.context.close();
  });
});
