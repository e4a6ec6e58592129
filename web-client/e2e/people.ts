import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';

/** What people do, by the names that the product promises to people and tests alike. */

const MOST_TABS = 60;
const SWITCHED = { timeout: 30_000, interval: 100 };

export const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

export const group = (page: Page): Locator => page.getByRole('list', { name: 'People in the group' });

export const tile = (page: Page, name: string): Locator => group(page).getByRole('listitem', { name });

export const says = (page: Page | Locator, words: string | RegExp): Promise<void> =>
  page.getByText(words).first().waitFor();

export async function join(page: Page): Promise<void> {
  await button(page, 'Join').click();
}

/** A device that has the seat may find itself in the room at once, or at the door once more. */
export async function joinIfAsked(page: Page): Promise<void> {
  const door = button(page, 'Join');
  await door.or(group(page)).first().waitFor();
  if (await door.isVisible()) await door.click();
}

export async function waits(page: Page): Promise<void> {
  await says(page, /You.re in\. .* will let you in soon/);
}

export async function inRoom(page: Page): Promise<void> {
  await group(page).waitFor();
}

export async function leave(page: Page): Promise<void> {
  await button(page, 'Leave').click();
  await button(page, 'Leave the group').click();
}

/** The closing page of one who left, and may come back while the meeting lasts. */
export async function hasLeft(page: Page): Promise<void> {
  await button(page, 'Come back to the meeting').waitFor();
}

/** The closing page when there is nothing to come back to. */
export async function isOver(page: Page): Promise<void> {
  await says(page, 'Thank you for being here');
  expect(await button(page, 'Come back to the meeting').count()).toBe(0);
}

export async function switched(page: Page, name: 'Microphone' | 'Camera', on: boolean): Promise<void> {
  const control = button(page, name);
  if ((await control.getAttribute('aria-pressed')) !== String(on)) await control.click();
  await vi.waitFor(async () => expect(await control.getAttribute('aria-pressed')).toBe(String(on)), SWITCHED);
}

/** The way back after a call; it may already be open. */
export async function comeBack(page: Page): Promise<void> {
  const back = button(page, 'Tap to come back');
  if (await back.isVisible()) await back.click();
  await back.waitFor({ state: 'detached' });
}

/** Another than the one in use, from those that More offers; answers its name. */
export async function takeOtherMicrophone(page: Page): Promise<string> {
  const choice = page.getByRole('combobox', { name: 'Microphone', exact: true });
  const name = await choice.getByRole('option').last().innerText();
  await choice.selectOption({ label: name });
  return name;
}

export async function askForHelp(page: Page): Promise<void> {
  await button(page, 'More').click();
  await button(page, /^I need help/).click();
  await says(page, 'Your facilitators know');
}

/** Every word on the page, but for who speaks at the moment. */
export async function shownWords(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replace(/, speaking\n/g, '');
}

export async function expectHands(page: Page, line: string | RegExp): Promise<void> {
  await expect
    .poll(() => page.getByText('Hands up:').first().locator('..').innerText(), { timeout: 10_000 })
    .toMatch(line);
}

/** What a screen reader says of itself. */
export async function isTold(page: Page, words: RegExp, within: { timeout?: number } = {}): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: words })
    .first()
    .waitFor({ state: 'attached', ...within });
}

/** By the keyboard alone: Tab until the control has the focus, then Enter. */
export async function reachAndPress(page: Page, name: string): Promise<void> {
  const control = button(page, name);
  await control.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is out of reach for the keyboard`);
}

export async function expectKeptOut(page: Page): Promise<void> {
  await join(page);
  await says(page, 'You are no longer in this meeting');
  expect(await group(page).count()).toBe(0);
}
