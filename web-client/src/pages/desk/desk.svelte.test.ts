// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../session/commands';
import type { WorksheetView } from '../../session/protocol';
import { everyKind } from '../../worksheets/forms.fake';
import type { FormsApi } from '../../worksheets/forms-api';
import type { Visit } from '../visit.svelte';
import { Desk } from './desk.svelte';
import { found } from './found';
import { formsLately } from './lately';

const FORMS = [
  {
    form: 'halt',
    version: '1',
    title: 'HALT: what do I need?',
    about: 'When something is off.',
    questions: 8,
  },
  { form: 'one-goal', version: '2', title: 'Una meta pequeña', questions: 3 },
];

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** A console whose server takes everything, or nothing. */
function atDesk(worksheets: Record<string, WorksheetView> = {}) {
  const sent: Command[] = [];
  const server = { takes: true, lists: true, lang: 'en' };
  const visit = {
    session: { worksheets, now: () => 60_000 },
    send: (command: Command) => {
      sent.push(command);
      return Promise.resolve(server.takes);
    },
  } as unknown as Visit;
  const list = vi.fn(() => (server.lists ? Promise.resolve({ forms: FORMS }) : Promise.reject(new Error())));
  const api = { list, read: () => Promise.resolve({ form: everyKind }) } as unknown as FormsApi;
  return { desk: new Desk(visit, api, () => server.lang), sent, server, list };
}

describe('a worksheet', () => {
  it('is opened as it was set up, and is the first in the list of those used lately', async () => {
    const { desk, sent } = atDesk();
    desk.choose({ form: 'halt', version: '1' });
    desk.set({ mode: 'share', members: ['sam'] });
    await desk.open();
    expect(sent).toEqual([
      {
        type: 'worksheet.open',
        worksheet: expect.stringMatching(/^w[\w-]{21}$/) as string,
        form: 'halt',
        version: '1',
        mode: 'share',
        members: ['sam'],
      },
    ]);
    expect(desk.page).toEqual({ at: 'all' });
    expect(formsLately()).toEqual(['halt']);
  });

  it('that is refused stays as it was set up, and is the same one when it is tried again', async () => {
    const { desk, sent, server } = atDesk();
    server.takes = false;
    desk.choose({ form: 'halt', version: '1' });
    desk.set({ mode: 'board' });
    await desk.open();
    expect(desk.page).toEqual({ at: 'set', known: false });
    expect(desk.draft?.mode).toBe('board');
    server.takes = true;
    await desk.open();
    expect(sent[0]).toEqual(sent[1]);
    expect(formsLately()).toEqual(['halt']);
  });

  it('that was closed is opened as it was', async () => {
    const { desk, sent } = atDesk();
    const closed = { form: 'halt', version: '1', mode: 'share', order: 1, cards: {}, groups: {} } as const;
    await desk.openAgain({ ...closed, id: 'w1', closed: true, members: { sam: true } });
    expect(sent).toEqual([
      {
        type: 'worksheet.open',
        worksheet: 'w1',
        form: 'halt',
        version: '1',
        mode: 'share',
        members: ['sam'],
      },
    ]);
  });

  it('that was prepared is opened for everybody', async () => {
    const { desk, sent } = atDesk();
    const prepared = { form: 'halt', version: '1', mode: 'board', order: 1, cards: {}, groups: {} } as const;
    await desk.openAgain({ ...prepared, id: 'w1', closed: true, members: {} });
    expect(sent).toEqual([
      { type: 'worksheet.open', worksheet: 'w1', form: 'halt', version: '1', mode: 'board' },
    ]);
  });

  it('that was prepared for some is opened for them, or set up anew when none of them can come', async () => {
    const { desk, sent } = atDesk();
    const prepared = { form: 'halt', version: '1', mode: 'board', order: 1, cards: {}, groups: {} } as const;
    const resting = { ...prepared, id: 'w1', closed: true, members: {} } as const;
    await desk.openAgain({ ...resting, meant: { sam: true } });
    expect(sent).toEqual([
      {
        type: 'worksheet.open',
        worksheet: 'w1',
        form: 'halt',
        version: '1',
        mode: 'board',
        members: ['sam'],
      },
    ]);
    await desk.openAgain({ ...resting, meant: {} });
    expect(sent).toHaveLength(1);
    expect([desk.page, desk.draft?.members]).toEqual([{ at: 'set', known: true }, []]);
  });

  it('is asked for once, however often the button is pressed', async () => {
    const { desk, sent } = atDesk();
    desk.choose({ form: 'halt', version: '1' });
    await Promise.all([desk.open(), desk.open()]);
    expect(sent).toHaveLength(1);
  });
});

describe('a nudge', () => {
  it('is remembered with its time, unless it was refused', async () => {
    const { desk, server } = atDesk();
    expect(await desk.nudge('w1', 'sam')).toBe(true);
    expect(desk.nudgedAt('w1', 'sam')).toBe(60_000);
    server.takes = false;
    expect(await desk.nudge('w1', 'maria')).toBe(false);
    expect(desk.nudgedAt('w1', 'maria')).toBeUndefined();
  });
});

describe('the list of forms', () => {
  it('is asked for once in each language, and again after a broken line', async () => {
    const { desk, server, list } = atDesk();
    server.lists = false;
    await desk.load();
    expect(desk.unread).toBe(true);
    server.lists = true;
    await desk.load();
    await desk.load();
    expect(list).toHaveBeenCalledTimes(2);
    expect(desk.title('halt')).toBe('HALT: what do I need?');
    server.lang = 'es';
    server.lists = false;
    await desk.load();
    expect([desk.unread, desk.forms?.length]).toEqual([true, 2]);
  });

  it('is found by title and by use, without accents', () => {
    const names = (typed: string) => found(FORMS, typed).map(({ form }) => form);
    expect(names('pequena')).toEqual(['one-goal']);
    expect(names('OFF halt')).toEqual(['halt']);
    expect(names('off goal')).toEqual([]);
  });
});
