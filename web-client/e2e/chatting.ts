import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { turnTo } from './console';
import { button } from './people';

/** What people do with the chat, by the names that the product promises. */

export const sheet = (page: Page): Locator => page.getByRole('region', { name: 'Chat' });

export const opener = (page: Page): Locator => button(page, /^Chat(, \d+ new messages?)?$/);

export async function open(page: Page): Promise<void> {
  await opener(page).click();
  await sheet(page).waitFor();
}

export async function close(page: Page): Promise<void> {
  await button(sheet(page), 'Close').click();
  await sheet(page).waitFor({ state: 'detached' });
}

const panel = (console: Page): Locator => console.getByRole('tabpanel', { name: /^Chat/ });

export async function openTab(console: Page): Promise<void> {
  await turnTo(console, 'Chat');
  await panel(console).waitFor();
}

export async function send(within: Page | Locator, text: string): Promise<void> {
  const field = within.getByRole('textbox', { name: 'Your message' });
  await field.fill(text);
  await button(within, 'Send').click();
  await expect.poll(() => field.inputValue()).toBe('');
}

export const message = (within: Page | Locator, text: string): Locator =>
  within.getByRole('listitem').filter({ hasText: text });

/** In the console: who may be written to by members. */
export async function setPolicy(console: Page, whom: 'Nobody' | 'Facilitators' | 'Everyone'): Promise<void> {
  await openTab(console);
  await panel(console).getByRole('combobox', { name: 'Members can write to' }).selectOption({ label: whom });
}

export async function writeTo(console: Page, whom: string, text: string): Promise<void> {
  await openTab(console);
  const to = panel(console).getByRole('combobox', { name: 'To', exact: true });
  const label = await to.getByRole('option').filter({ hasText: whom }).first().innerText();
  await to.selectOption({ label });
  await send(panel(console), text);
}

export async function answer(console: Page, name: string, text: string): Promise<void> {
  await openTab(console);
  await button(panel(console), new RegExp(`^Answer ${name}`)).click();
  await send(panel(console), text);
}
