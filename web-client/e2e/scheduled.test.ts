import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { letIn, openConsole, turnTo } from './console';
import { desk, paper } from './desk';
import { look } from './look';
import { button, inRoom, join, says, waits } from './people';
import * as record from './record';
import { Stage } from './stage';

const TITLE = 'Night group';
const MINUTE_MS = 60_000;
const OPENS_BEFORE_MS = 15 * MINUTE_MS;
/** A place in the calendar is a whole minute, and its room opens a quarter of an hour before. */
const OPENS_WITHIN_MS = 100_000;
const PREPARES_MS = 15_000;
const HALT = { worksheet: `w${'Halt'.repeat(6)}`.slice(0, 22), form: 'halt', version: '1', mode: 'share' };

interface Place {
  day: string;
  at: string;
  minutes: number;
}

/** A session comes up from the schedule, and its people with it. */
describe('A scheduled session', () => {
  let stage: Stage;
  let dana: Page;
  let group: string;
  let address: string;
  let nora: Page;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await record.staffAt(stage, 'Dana');
    await dana.waitForURL(/seat=/);
    ({ group, address } = await fillBooks());
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  /** What Dana's page may ask for, as anything that speaks REST would. */
  async function asks<T>(
    method: string,
    path: string,
    body?: object,
    query: Record<string, string> = {},
  ): Promise<T> {
    const seat = new URL(dana.url()).searchParams.get('seat') ?? '';
    const asked = new URLSearchParams({ seat, ...query });
    const answer = await dana.evaluate(
      async ({ method, url, text }) => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(url, text ? { method, headers, body: text } : { method });
        return { status: response.status, text: await response.text() };
      },
      {
        method,
        url: `/api/v1/clinic${path}?${asked}`,
        text: body && JSON.stringify({ command: randomBytes(16).toString('base64url'), ...body }),
      },
    );
    expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300);
    return (answer.text === '' ? undefined : JSON.parse(answer.text)) as T;
  }

  async function fillBooks(): Promise<{ group: string; address: string }> {
    const { groups } = await asks<{ groups: { id: string }[] }>('GET', '/groups');
    const { policies, lead } = await asks<{ policies: object; lead: { id: string } }>(
      'GET',
      `/groups/${groups[0]?.id}`,
    );
    const made = await asks<{ id: string }>('POST', '/groups', {
      kind: 'group',
      title: TITLE,
      size: { least: 1, most: 4 },
      policies,
      lead: lead.id,
      staff: [lead.id],
    });
    const person = { part: 'participant', number: 'N-1', name: 'Nora P.', on: await today() };
    const { id } = await asks<{ id: string }>('POST', '/people', person);
    await asks('POST', `/groups/${made.id}/members`, { person: id });
    const { path } = await asks<{ path: string }>('POST', `/people/${id}/links`, { renew: false });
    return { group: made.id, address: stage.demo.url + path };
  }

  const schedule = () =>
    asks<{ zone: string; today: string }>('GET', '/schedule', undefined, {
      from: '2026-03-02',
      to: '2026-03-02',
    });
  const today = async () => (await schedule()).today;

  /** By the clocks on the clinic's wall. */
  async function placeAt(ms: number): Promise<Place> {
    const { zone } = await schedule();
    const parts = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const [day = '', at = ''] = parts.format(new Date(ms)).split(' ');
    return { day, at, minutes: 30 };
  }

  const add = async (ms: number): Promise<{ id: string }> =>
    asks('POST', '/schedule/extras', { group, place: await placeAt(ms) });

  it('is told ahead to whoever opens their link too early', async () => {
    await add(Date.now() + 26 * 60 * MINUTE_MS);
    nora = await (await stage.device()).open(address);
    await says(nora, 'There is no meeting for you right now');
    await says(nora, 'Your next meeting');
    await look(nora, 'no-meeting-next');
  });

  it('opens a quarter of an hour before, on the page that waits for it', async () => {
    const soon = Date.now() + OPENS_BEFORE_MS + PREPARES_MS;
    const { id } = await add(Math.ceil(soon / MINUTE_MS) * MINUTE_MS);
    await asks('PUT', '/schedule/worksheets', { slot: id, worksheets: [HALT] });
    await button(nora, 'Join').waitFor({ timeout: OPENS_WITHIN_MS });
    await join(nora);
    await waits(nora);
    await dana.reload();
    await openConsole(dana, TITLE);
    await letIn(dana, 'Nora');
    await inRoom(nora);
  });

  it('has what was prepared for it lie ready, and one press opens it', async () => {
    await turnTo(dana, 'Worksheets');
    await says(desk(dana), 'Prepared');
    await look(dana, 'scheduled-prepared');
    expect(await nora.getByRole('heading', { name: 'HALT: what do I need?' }).count()).toBe(0);
    await button(desk(dana), /^Open.*HALT/).click();
    await paper(dana, 'HALT: what do I need?').getByText('Share · Everyone').waitFor();
    await nora.getByRole('heading', { name: 'HALT: what do I need?' }).waitFor();
  });

  it('leaves its people with when the next one is', async () => {
    await button(dana, /^End/).first().click();
    await button(dana, 'End for everyone').click();
    await says(nora, 'Your next meeting');
    await look(nora, 'after-next');
  });

  it('is looked back at by the same link, without a word of cameras', async () => {
    const later = await (await stage.device()).open(address);
    await says(later, 'Your next meeting');
    expect(await button(later, 'Join').count()).toBe(0);
    await look(later, 'look-back');
  });
});
