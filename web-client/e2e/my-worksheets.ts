import { randomBytes } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoSidewaysScroll, noteAccessibility, shoot } from './look';

const SIZES = {
  320: { width: 320, height: 640 },
  390: { width: 390, height: 844 },
  1440: { width: 1440, height: 900 },
};
const MOST_TABS = 60;

export const link = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('link', { name });

/** A state as everybody may meet it: small, wide, dark, and with letters twice as large. */
export async function lookAtAll(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize() ?? SIZES[390];
  for (const [width, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await noteAccessibility(page, `${name}-${width}`);
    await shoot(page, `${name}-${width}`);
  }
  await page.setViewportSize(SIZES[390]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await noteAccessibility(page, `${name}-dark`);
  await shoot(page, `${name}-390-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(SIZES[320]);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expectNoSidewaysScroll(page);
  await shoot(page, `${name}-320-large`);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.setViewportSize(usual);
}

/** By the keyboard alone, until the control has the focus. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(control)} is out of reach for the keyboard`);
}

/** All that the server sends to a page from now on, as text. */
export function overheard(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) bodies.push(response.text().catch(() => ''));
  });
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => bodies.push(Promise.resolve(String(payload)))),
  );
  return async () => (await Promise.all(bodies)).join('\n');
}

const command = () => randomBytes(16).toString('base64url');

/** What a facilitator asks over a line of their own, as their console does. */
export async function commands(page: Page, session: string, wishes: object[]): Promise<void> {
  const seat = new URL(page.url()).searchParams.get('seat') ?? '';
  const told = await page.evaluate(
    ({ path, all }) =>
      new Promise<string[]>((resolve, reject) => {
        const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + path);
        const heard: string[] = [];
        socket.onerror = () => reject(new Error('no line'));
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(String(data)) as { type?: string; re?: string };
          if (message.type === 'welcome') for (const wish of all) socket.send(JSON.stringify(wish));
          if (message.re === undefined) return;
          heard.push(String(data));
          if (heard.length < all.length) return;
          socket.close();
          resolve(heard);
        };
      }),
    {
      path: `/ws/sessions/${session}?seat=${seat}&lang=en`,
      all: wishes.map((wish) => ({ id: command(), ...wish })),
    },
  );
  for (const answer of told) expect(answer).toContain('"ok":true');
}
