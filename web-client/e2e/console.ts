import type { Locator, Page } from 'playwright-core';
import { button, group } from './people';

/** What a facilitator does in the console, by the names that the product promises. Names of people as in the cast. */

const panel = (console: Page): Locator => console.getByRole('complementary');

/** Who waits, or who asks for their seat on another device. */
const waitingRow = (console: Page, name: string): Locator => panel(console).getByRole('listitem', { name });

const hereRow = (console: Page, name: string): Locator =>
  panel(console)
    .getByRole('row')
    .filter({ has: console.getByRole('rowheader', { name }) });

export async function openConsole(page: Page, title: string): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('link', { name: 'Open the room' })
    .click();
  await group(page).waitFor();
}

/** The tabs of the panel: People, Sheet, You. */
export async function turnTo(console: Page, tab: string): Promise<void> {
  await panel(console)
    .getByRole('tab', { name: new RegExp(`^${tab}`) })
    .click();
}

export async function write(console: Page, name: string, text: string): Promise<void> {
  await button(waitingRow(console, name), /^Write to /).click();
  await waitingRow(console, name)
    .getByRole('textbox', { name: /^Message to / })
    .fill(text);
  await button(waitingRow(console, name), 'Send').click();
}

export async function openActions(console: Page, name: string): Promise<void> {
  await button(hereRow(console, name), /^More for /).click();
}

export async function expectNote(console: Page, name: string, words: string): Promise<void> {
  await hereRow(console, name).getByText(words).first().waitFor();
}

export async function expectNoNote(console: Page, name: string, words: string): Promise<void> {
  await hereRow(console, name).waitFor();
  await hereRow(console, name).getByText(words).waitFor({ state: 'detached' });
}

export async function letIn(console: Page, name: string): Promise<void> {
  await button(waitingRow(console, name), 'Let in').click();
}

/** Whether someone who waits is still there after the facilitator tried to let them in. */
export async function waitsStill(console: Page, name: string): Promise<boolean> {
  return waitingRow(console, name).isVisible();
}

export async function letEveryoneIn(console: Page): Promise<void> {
  await button(console, 'Let everyone in').click();
}

export async function letDeviceIn(console: Page, name: string): Promise<void> {
  await button(waitingRow(console, name), 'Let this device in').click();
}

export async function mute(console: Page, name: string): Promise<void> {
  await button(hereRow(console, name), /^Mute /).click();
}

export async function allowMicrophone(console: Page, name: string): Promise<void> {
  await button(hereRow(console, name), /^Let .* speak$/).click();
}

export async function lowerAllHands(console: Page): Promise<void> {
  await button(console, 'Lower hands').click();
}

export const helpCard = (console: Page, name: string): Locator =>
  panel(console).getByRole('region', { name: new RegExp(`^${name}.* asks for help$`) });

export async function seeHelp(console: Page, name: string): Promise<void> {
  await button(helpCard(console, name), "I'm on it").click();
}

export const whereSheet = (console: Page, name: string): Locator =>
  console.getByRole('dialog', { name: new RegExp(`^Where ${name}.* is today$`) });

/** One of the things that the menu beside a person offers. */
export async function actOn(console: Page, name: string, action: string): Promise<void> {
  await openActions(console, name);
  await button(panel(console), action).click();
}

export async function sendBack(console: Page, name: string): Promise<void> {
  await actOn(console, name, 'Back to waiting');
}

export async function remove(console: Page, name: string): Promise<void> {
  await openActions(console, name);
  await button(panel(console), 'Remove').click();
  await button(panel(console), /^Remove .+/).click();
}

export async function toggleLock(console: Page): Promise<void> {
  await button(console, 'Lock').click();
}

export async function askToEnd(console: Page): Promise<void> {
  await button(console, 'End session').click();
}

/** The answer to the question that `askToEnd` brings. */
export async function endForEveryone(console: Page): Promise<void> {
  await button(console, 'End for everyone').click();
}

/** From the console's closing page to the sheet. */
export async function sheet(console: Page): Promise<Locator> {
  await console.getByRole('link', { name: 'See the sheet and sign it' }).click();
  const table = console.getByRole('table', { name: /^One row for each person/ });
  await table.waitFor();
  return table;
}
