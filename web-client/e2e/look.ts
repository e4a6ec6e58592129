import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PHONE, WIDE } from './browser';
import { AXE_REPORT, SHOTS } from './outputs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[] }[];
}

/** Sound and pictures of a page whose line is down never come; axe would wait for each. */
const PRELOAD = { assets: ['cssom', 'media'], timeout: 2_000 };

const FRAME_MS = 8_000;

/** Notes what axe finds wrong with the page as it now stands. Evaluated, not added: the page allows no foreign script. */
export async function noteAccessibility(page: Page, state: string): Promise<void> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (preload) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run({ preload })).violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  }, PRELOAD);
  appendFileSync(AXE_REPORT, `${JSON.stringify({ state, violations })}\n`);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
}

/**
 * Pictures are for people to look at. Now and then this browser gives a page that lies behind others no frame to take one
 * of: it is brought to the front then, and if that does not help there is no picture, and nothing is proved or disproved.
 */
export async function shoot(page: Page, name: string): Promise<void> {
  const path = `${SHOTS}${name}.png`;
  try {
    await page.screenshot({ path, timeout: FRAME_MS });
  } catch {
    await page.bringToFront();
    await page
      .screenshot({ path, timeout: FRAME_MS })
      .catch((why: unknown) => console.warn(`No picture ${name}: ${String(why)}`));
  }
}

/** Looks at a state wide and as on a phone: a picture of each, nothing to scroll sideways, and axe's word. */
export async function look(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize() ?? WIDE;
  for (const [kind, size] of Object.entries({ wide: WIDE, phone: PHONE })) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await noteAccessibility(page, `${name}-${kind}`);
    await shoot(page, `${name}-${kind}`);
  }
  await page.setViewportSize(usual);
}

const STAFF_SIZES = { 360: { width: 360, height: 740 }, 1440: { width: 1440, height: 900 } };

/** Looks at a page of staff, narrow and wide; it stays wide. */
export async function lookNarrowAndWide(page: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(STAFF_SIZES)) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await noteAccessibility(page, `${name}-${width}`);
    await shoot(page, `${name}-${width}`);
  }
}
