import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { Command } from '../src/session/commands';
import type { Welcome } from '../src/session/protocol';
import { lanesOf } from '../src/worksheets/wall/arranging';
import { pageFiles } from './served-page';
import type { Stage } from './stage';

const PATH = '/wall-live/';

/** Somebody's page with the wall alone. */
export interface Seated {
  name: string;
  page: Page;
  id: string;
}

/** Puts people into the demo's session, each on a device of their own; the first of them leads. */
export async function seatAll(stage: Stage, leader: string, names: readonly string[]): Promise<Seated[]> {
  const files = await pageFiles('wall-live-page.ts', PATH);
  const { url, session } = stage.demo;
  const sit = async (name: string, link: string): Promise<Seated> => {
    const device = await stage.device({ viewport: { width: 420, height: 720 } });
    await device.context.route(`${url}${PATH}**`, (route) => {
      const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [];
      return body === undefined
        ? route.fulfill({ status: 404 })
        : route.fulfill({ contentType: contentType ?? '', body });
    });
    // A page of the demo's own, that was nobody's: browsers let no other speak with a server on this computer.
    const page = await device.open(`${url}/join`);
    await page.evaluate(takePlace, [PATH, `/join?session=${session.id}${new URL(link).hash}`] as const);
    await page.locator('main[data-you]').waitFor({ state: 'attached' });
    return { name, page, id: (await page.locator('main').getAttribute('data-you')) ?? '' };
  };
  const first = await sit(leader, stage.demo.facilitator(leader).url);
  const others: Seated[] = [];
  for (const name of names) {
    const one = await sit(name, stage.demo.participant(name).url);
    await says(first, { type: 'member.admit', member: one.id });
    await one.page.locator('main[data-seat=present]').waitFor({ state: 'attached' });
    others.push(one);
  }
  return [first, ...others];
}

/** Runs in the page. */
function takePlace([path, address]: readonly [path: string, address: string]): void {
  history.replaceState(null, '', address);
  const app = document.createElement('div');
  app.id = 'app';
  document.body.replaceChildren(app);
  const style = document.createElement('link');
  Object.assign(style, { rel: 'stylesheet', href: `${path}page.css` });
  const script = document.createElement('script');
  Object.assign(script, { type: 'module', src: `${path}page.js` });
  document.head.append(style, script);
}

/** What a page sends for itself; whatever is refused fails the test. */
export async function says({ name, page }: Seated, command: Command): Promise<void> {
  const outcome = await page.evaluate((wish) => window.holdfastLive.session.send(wish), command);
  if (!outcome.ok) throw new Error(`${name}, ${command.type}: ${JSON.stringify(outcome)}`);
}

/** Saves an answer on one's own sheet, as the page of a sheet does. */
export async function writes({ page }: Seated, sheet: string, item: string, value: string): Promise<void> {
  const status = await page.evaluate(
    async ([id, at, words]) => {
      const seat = encodeURIComponent(window.holdfastLive.seat);
      const command = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
      const answer = await fetch(`/api/v1/me/worksheets/${id}/answers?seat=${seat}&lang=en`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ command, item: at, value: words }),
      });
      return answer.status;
    },
    [sheet, item, value] as const,
  );
  expect(status).toBe(200);
}

/** All that was ever sent to a page. */
export const framesOf = ({ page }: Seated): Promise<string[]> =>
  page.evaluate(() => window.holdfastLive.frames);

/** The wall as a page draws it: each lane with its cards. */
export const drawnOn = ({ page }: Seated): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.pile')].map((pile) => {
      const cards = [...pile.querySelectorAll<HTMLElement>('[data-card]')];
      return `${pile.querySelector('h3')?.textContent ?? ''}: ${cards.map(({ dataset }) => dataset['card'] ?? '').join(' ')}`;
    }),
  );

/** The wall as the server tells it to a line that knows nothing yet. */
export async function toldAnew(one: Seated, sheet: string): Promise<string[]> {
  const welcomes = async () => (await framesOf(one)).filter((frame) => frame.includes('"type":"welcome"'));
  const before = (await welcomes()).length;
  await one.page.evaluate(() => window.holdfastLive.drop());
  await expect.poll(async () => (await welcomes()).length, { timeout: 10_000 }).toBeGreaterThan(before);
  const { worksheets } = JSON.parse((await welcomes()).at(-1) ?? '{}') as Welcome;
  const view = worksheets?.[sheet];
  if (!view) throw new Error(`${one.name} is told of no wall`);
  return lanesOf(view).map(
    ({ title, cards }) => `${title ?? 'Not in a group'}: ${cards.map(({ id }) => id).join(' ')}`,
  );
}
