// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Component } from 'svelte';
import type { Account } from '../../session/api';
import type { SessionRecord } from '../../session/record';
import Spoken from '../Spoken.fake.svelte';
import RecordPage from './RecordPage.svelte';
import { evening } from './evening.fake';

interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown> | undefined;
}
type Answer = () => Response | Promise<Response>;

const refused = (status: number, code: string, title = 'No.') =>
  Response.json({ type: `urn:holdfast:problem:${code}`, title }, { status });
const done = () => new Response(null, { status: 204 });
const noLine = () => Promise.reject<Response>(new TypeError('Failed to fetch'));

/** A server that shows a record, and answers each wish in turn. */
function serving(shown: SessionRecord | SessionRecord[], ...answers: Answer[]): Asked[] {
  const records = Array.isArray(shown) ? [...shown] : [shown];
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (address: string, { method, body }: { method: string; body?: string }) => {
    const path = new URL(address, 'http://localhost').pathname.replace('/api/v1', '');
    if (path.endsWith('/record')) {
      return Promise.resolve(Response.json(records.length > 1 ? records.shift() : records[0]));
    }
    asked.push({ method, path, body: body === undefined ? undefined : (JSON.parse(body) as Asked['body']) });
    return Promise.resolve((answers.shift() ?? done)());
  });
  return asked;
}

beforeAll(() => {
  // Not in this imitation of a browser.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(languages = ['en-US'], account?: Account) {
  const props = { seat: 'pDana', session: 'evening', reader: 'Dana W.' };
  render(Spoken, {
    props: {
      part: RecordPage as unknown as Component<Record<string, unknown>>,
      props,
      languages,
      ...(account && { account }),
    },
  });
  await screen.findByRole('heading', { level: 1, name: /Evening group/ });
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const rowOf = (name: string) => screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement;

describe('the record of an evening', () => {
  it('shows what was computed beside what stands, with who corrected it, when and why', async () => {
    serving(evening);
    await open();
    const row = rowOf('Maria V.');
    expect(row.querySelector('s')?.textContent).toBe('computed47');
    expect(within(row).getByText('55')).toBeTruthy();
    expect(screen.getByText(/By phone with Ben/).textContent).toMatch(
      /Computed: 47 minutes\. Dana W\., Tue, Nov 17, 7:12 pm: here by phone from 6:23 to 6:31\.\s+“By phone with Ben.*”\s+entry 244/,
    );
  });

  it('opens a row to sentences whose entries lead to what was decided, and every stretch as a table', async () => {
    serving(evening);
    await open();
    await press('Kofi A.');
    const link = screen.getAllByRole('link', { name: '14' })[0];
    expect(link?.getAttribute('href')).toBe('#entry-14');
    expect(document.getElementById('entry-14')?.textContent).toContain('Dana W. let Kofi A. in.');
    expect(screen.getByText(/6:41 to 6:43/).closest('tr')?.textContent).toMatch(
      /line dropped\s*entries 132, 139/,
    );
  });

  it('tells the time of the clinic, whatever the zone of the reader', async () => {
    serving(evening);
    await open();
    expect(screen.getByText(/6:00 pm to 7:00 pm · Dana W\. · Central Time/)).toBeTruthy();
  });

  it('cannot be signed before the end, and says so', async () => {
    const running: SessionRecord = { ...evening };
    delete running.signing;
    serving(running);
    await open();
    expect(screen.getByText('The sheet can be signed when the meeting has ended.')).toBeTruthy();
    expect(screen.queryByLabelText('Type your name')).toBeNull();
  });

  it('names each version with what it says otherwise, and who stood by it', async () => {
    serving(evening);
    await open();
    const versions = screen.getByRole('region', { name: 'Versions' });
    const [second, first] = within(versions).getAllByRole('listitem');
    expect(second?.textContent).toMatch(/^2.*Maria V\.: 47 to 55 min.*Not signed yet/s);
    expect(first?.textContent).toMatch(/^1.*Dana Whitfield, LCSW.*20d5 77f3.*Co-signed: Ben Hale, LADC/s);
  });

  it('is kept from those who do not lead, in a sentence', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(refused(403, 'not-yours')));
    const props = { seat: 'pAmina', session: 'evening', reader: 'Amina' };
    render(Spoken, { props: { part: RecordPage as unknown as Component<Record<string, unknown>>, props } });
    expect(await screen.findByText(/Only the facilitators of this meeting/)).toBeTruthy();
  });

  it('speaks Spanish', async () => {
    serving(evening);
    await open(['es-US']);
    expect(screen.getByRole('button', { name: 'Identificarse y firmar' })).toBeTruthy();
    expect(screen.getByText(/Calculado: 47 minutos/)).toBeTruthy();
  });
});

describe('a correction', () => {
  async function correctMaria() {
    await press('Maria V.');
    await press('Correct this: Maria V.');
  }

  it('says what is missing, and loses nothing of what was written', async () => {
    serving(evening);
    await open();
    await correctMaria();
    await press('Save the correction');
    expect(screen.getByText('Say first what is not right.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('radio', { name: 'The minutes' }));
    await type('Minutes to credit', '90');
    await press('Save the correction');
    expect(screen.getByText('Give whole minutes from 0 to 60.')).toBeTruthy();
    await type('Minutes to credit', '50');
    await press('Save the correction');
    expect(screen.getByText(/Write why/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Minutes to credit').value).toBe('50');
  });

  it('that got no answer is asked again under the same id', async () => {
    const asked = serving(evening, noLine, done);
    await open();
    await correctMaria();
    await fireEvent.click(screen.getByRole('radio', { name: 'Excused or not' }));
    await type('Why?', 'Her bus broke down.');
    await press('Save the correction');
    expect(await screen.findByText(/no connection just now\. Nothing is lost/)).toBeTruthy();
    await press('Save the correction');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(asked.map(({ path }) => path)).toEqual(Array(2).fill('/sessions/evening/corrections'));
    expect(asked[0]?.body).toMatchObject({
      member: 'p-maria',
      change: { type: 'absence', excused: true },
      reason: 'Her bus broke down.',
    });
    expect(asked[1]?.body).toEqual(asked[0]?.body);
  });

  it('of a row that its person calls wrong is the answer to them', async () => {
    const asked = serving(evening);
    await open();
    await press('Correct it: Ruth S.');
    await fireEvent.click(screen.getByRole('radio', { name: 'The status' }));
    await type('Why?', 'The log of the door says so.');
    await press('Save the correction');
    await waitFor(() => {
      expect(asked[0]?.path).toBe('/sessions/evening/disputes/p-ruth/answers');
    });
    expect(asked[0]?.body).toMatchObject({ accept: { change: { type: 'status', status: 'late' } } });
  });

  it('can be answered with words instead', async () => {
    const asked = serving(evening);
    await open();
    await press('Answer: Ruth S.');
    expect(screen.getByRole('dialog').textContent).toContain('I was there at six.');
    await press('Send the answer');
    expect(screen.getByText('Write an answer first.')).toBeTruthy();
    await type('Your answer', 'The room opened for you at 6:14.');
    await press('Send the answer');
    await waitFor(() => {
      expect(asked[0]?.body).toMatchObject({ decline: { words: 'The room opened for you at 6:14.' } });
    });
  });
});

describe('signing', () => {
  const signed: SessionRecord = {
    ...evening,
    due: [],
    ...(evening.signing && {
      signing: { ...evening.signing, may: 'co-sign', name: 'Ben Hale', credential: 'LADC' },
    }),
  };
  const signedIn = () => Response.json({ freshUntil: new Date(Date.now() + 300_000).toISOString() });

  it('asks for a fresh sign-in, and signs exactly what is shown', async () => {
    const asked = serving(evening, signedIn, done);
    await open();
    await press('Sign in again and sign');
    expect(screen.getByText('Type the six digits of your sign-in code.')).toBeTruthy();
    await type('Your sign-in code', '123 456');
    await press('Sign in again and sign');
    await waitFor(() => {
      expect(asked).toHaveLength(2);
    });
    expect(asked[0]).toMatchObject({ path: '/sign-ins', body: { code: '123456' } });
    expect(asked[1]).toMatchObject({
      path: '/sessions/evening/signatures',
      body: {
        sheet: 244,
        hash: evening.signing?.hash,
        name: 'Dana Whitfield',
        credential: 'LCSW',
        co: false,
      },
    });
  });

  it('signs nothing when the code does not fit', async () => {
    const asked = serving(evening, () => refused(403, 'sign-in-refused'));
    await open();
    await type('Your sign-in code', '000000');
    await press('Sign in again and sign');
    expect(await screen.findByText(/That code does not fit\. Nothing was signed/)).toBeTruthy();
    expect(asked).toHaveLength(1);
  });

  it('sends who has an account to sign in again, and they find what they typed, and nobody else does', async () => {
    sessionStorage.clear();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const dana = {
      seat: 'p-dana',
      name: 'Dana W.',
      roles: [],
      now: new Date().toISOString(),
      idleEnds: later,
      ends: later,
      freshUntil: '',
    };
    const asked = serving(evening);
    await open(['en-US'], dana);
    expect(screen.queryByLabelText('Your sign-in code')).toBeNull();
    await type('Type your name', 'Dana M. Whitfield');
    await type('Credential', 'LCSW-R');
    await press('Sign in again');
    cleanup();
    await open(['en-US'], { ...dana, seat: 'p-ben' });
    expect(screen.getByLabelText<HTMLInputElement>('Type your name').value).toBe('Dana Whitfield');
    cleanup();
    await open(['en-US'], dana);
    expect(screen.getByLabelText<HTMLInputElement>('Type your name').value).toBe('Dana M. Whitfield');
    expect(screen.getByLabelText<HTMLInputElement>('Credential').value).toBe('LCSW-R');
    expect(asked).toEqual([]);
  });

  it('tells who was a moment later that another was quicker, and lets them co-sign', async () => {
    const asked = serving([evening, signed], signedIn, () => refused(409, 'already-signed'), done);
    await open();
    await type('Your sign-in code', '123456');
    await press('Sign in again and sign');
    expect(await screen.findByText(/Dana Whitfield was quicker and signed this version/)).toBeTruthy();
    await press('Co-sign');
    await waitFor(() => {
      expect(asked[2]?.body).toMatchObject({ co: true });
    });
  });

  it('is held back when the sheet changed in the meantime, with what was typed', async () => {
    serving(evening, signedIn, () => refused(409, 'stale-sheet'));
    await open();
    await type('Type your name', 'Dana M. Whitfield');
    await type('Your sign-in code', '123456');
    await press('Sign in again and sign');
    expect(await screen.findByText(/The sheet has changed in the meantime/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Type your name').value).toBe('Dana M. Whitfield');
  });
});
