import type { Locator, Page } from 'playwright-core';
import { button, group } from './people';

/** What a facilitator does in the console, by the names that the product promises. */

/** A person's row beside the tiles: who waits, who is here, who is gone. */
export const row = (console: Page, name: string): Locator =>
  console.getByRole('complementary').getByRole('listitem', { name });

export async function openConsole(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).first().click();
  await group(page).waitFor();
}

export async function letIn(console: Page, name: string): Promise<void> {
  await button(row(console, name), 'Let in').click();
}

export async function letEveryoneIn(console: Page): Promise<void> {
  await button(console, 'Let everyone in').click();
}

export async function endForEveryone(console: Page): Promise<void> {
  await button(console, 'End session').click();
  await button(console, 'End for everyone').click();
}

export async function mayLetIn(console: Page, name: string): Promise<boolean> {
  return button(row(console, name), 'Let in').isEnabled();
}

export async function letDeviceIn(console: Page, name: string): Promise<void> {
  await button(row(console, name), 'Let the new device in').click();
}

export async function mute(console: Page, name: string): Promise<void> {
  await button(row(console, name), 'Mute').click();
}

export async function allowMicrophone(console: Page, name: string): Promise<void> {
  await button(row(console, name), 'Allow microphone').click();
}

export async function lowerAllHands(console: Page): Promise<void> {
  await button(console, 'Lower all hands').click();
}

export async function seeHelp(console: Page, name: string): Promise<void> {
  await button(row(console, name), 'I see it').click();
}

export async function sendBack(console: Page, name: string): Promise<void> {
  await button(row(console, name), 'Send back').click();
}

export async function remove(console: Page, name: string): Promise<void> {
  await button(row(console, name), 'Remove').click();
}

export async function lock(console: Page, locked: boolean): Promise<void> {
  await button(console, locked ? 'Lock' : 'Unlock').click();
}

export async function openSheet(console: Page): Promise<Locator> {
  const sheet = console.getByRole('table');
  await sheet.waitFor();
  return sheet;
}
