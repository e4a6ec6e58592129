import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Device } from './browser';
import { button } from './people';

/** What facilitators do with worksheets, by the names that the product promises. */

export const desk = (console: Page): Locator => console.getByRole('tabpanel', { name: /^Worksheets/ });

/** The card of one worksheet that is open. */
export const paper = (console: Page, title: string): Locator =>
  desk(console)
    .getByRole('listitem')
    .filter({ has: console.getByRole('heading', { name: title, level: 3 }) });

export const writer = (console: Page, title: string, name: string): Locator =>
  paper(console, title)
    .getByRole('list', { name: 'How far each person is' })
    .getByRole('listitem')
    .filter({ hasText: name });

export async function choose(console: Page, title: string): Promise<void> {
  await button(desk(console), 'Open a worksheet').click();
  await button(desk(console), new RegExp(`^${title}`)).click();
  await desk(console).getByRole('heading', { name: title }).waitFor();
}

export async function setMode(console: Page, mode: 'Private' | 'Share' | 'One wall'): Promise<void> {
  await desk(console)
    .getByRole('radio', { name: new RegExp(`^${mode}`) })
    .check();
}

/** Everything that came over sockets to the pages of one device, as it came. */
export function hearing(device: Device): () => string {
  const heard: string[] = [];
  device.context.on('page', (page) =>
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => void heard.push(payload.toString())),
    ),
  );
  return () => heard.join('\n');
}

/** As a page of theirs asks it: with the seat that stands in their address. */
export async function ask(
  page: Page,
  seat: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; text: string }> {
  return page.evaluate(
    async ([who, verb, where, what]) => {
      const answer = await fetch(`/api/v1${where}?seat=${encodeURIComponent(who)}&lang=en`, {
        method: verb,
        headers: what ? { 'content-type': 'application/json' } : {},
        ...(what && { body: JSON.stringify(what) }),
      });
      return { status: answer.status, text: await answer.text() };
    },
    [seat, method, path, body] as const,
  );
}

interface Line {
  sheet: string;
  form: string;
  open: boolean;
}

/** The sheet of this form that lies before somebody; waits for it. */
export async function sheetOf(page: Page, seat: string, form: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(async () => {
      found = (await sheets(page, seat)).find((line) => line.form === form && line.open)?.sheet;
      return found !== undefined;
    })
    .toBe(true);
  return found ?? '';
}

export async function sheets(page: Page, seat: string): Promise<Line[]> {
  const { text } = await ask(page, seat, 'GET', '/me/worksheets');
  return (JSON.parse(text) as { worksheets: Line[] }).worksheets;
}

export async function write(
  page: Page,
  seat: string,
  sheet: string,
  item: string,
  value: string,
): Promise<void> {
  const command = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
  const { status } = await ask(page, seat, 'PUT', `/me/worksheets/${sheet}/answers`, {
    command,
    item,
    value,
  });
  expect(status).toBe(200);
}
