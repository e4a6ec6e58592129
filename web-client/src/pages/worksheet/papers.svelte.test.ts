// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { room } from '../../i18n/room-book';
import { say } from '../../i18n/text';
import { ApiProblem } from '../../session/api';
import type { WorksheetView } from '../../session/protocol';
import { Announcer } from '../../ui/announcer.svelte';
import { Visit, type Note } from '../visit.svelte';
import { OpenSheets } from './open-sheets.svelte';
import { Papers } from './papers.svelte';
import { PutAway } from './put-away';

const t = say(room.en, new Intl.PluralRules('en'));
const paper = (order: number): WorksheetView => ({
  form: 'halt',
  version: '1',
  mode: 'private',
  order,
  cards: {},
  groups: {},
});

const state: { worksheets: Record<string, WorksheetView>; reconnecting: boolean; inRoom: boolean } = $state({
  worksheets: {},
  reconnecting: false,
  inRoom: true,
});
let chat: { open: boolean; draft: string; show: (open: boolean) => void };
let ends: (() => void)[] = [];

interface Sheet {
  saved: boolean;
  answered: number;
}
/** A sheet that was opened, as far as it is asked. */
function filling(of: Sheet, title: string) {
  return {
    form: { title },
    progress: { answered: of.answered, questions: 4 },
    saving: 'saved',
    save: vi.fn(),
    wake: vi.fn(),
    finish: vi.fn(() => Promise.resolve(of.saved)),
  };
}

function inTheRoom() {
  const sheet: Sheet = { saved: true, answered: 1 };
  const opened: string[] = [];
  const fails: { problem: unknown } = { problem: undefined };
  const openSheet = vi.fn((_seat: string, id: string, lang: () => string) => {
    opened.push(`${id} ${lang()}`);
    if (fails.problem) return Promise.reject(fails.problem as Error);
    return Promise.resolve(filling(sheet, `Title of ${id}`));
  });
  const part = { openSheet, Paper: () => undefined };
  const visit = new Visit({
    onNotice: () => () => undefined,
    get worksheets() {
      return state.worksheets;
    },
    get room() {
      return state.inRoom ? {} : undefined;
    },
    get connection() {
      return { kind: state.reconnecting ? 'reconnecting' : 'open' };
    },
  } as never);
  const announcer = new Announcer();
  const ports = {
    sheets: new OpenSheets('seat', () => Promise.resolve(part as never)),
    away: new PutAway('seat'),
    titles: () => Promise.resolve(new Map(Object.keys(state.worksheets).map((id) => [id, `Listed ${id}`]))),
  };
  const papers = new Papers(visit, chat, () => 'en', announcer, t, ports);
  ends.push($effect.root(() => papers.watch()));
  return { papers, visit, sheet, opened, fails, announcer };
}

const settled = async () => {
  flushSync();
  await vi.advanceTimersByTimeAsync(0);
  flushSync();
};
const kinds = (visit: { notes: readonly Note[] }) => visit.notes.map(({ kind }) => kind);

beforeEach(() => {
  vi.useFakeTimers();
  let open = $state(false);
  chat = {
    get open() {
      return open;
    },
    set open(now) {
      open = now;
    },
    draft: '',
    show: (now) => (open = now),
  };
  Object.assign(state, { worksheets: {}, reconnecting: false, inRoom: true });
});
afterEach(() => {
  for (const end of ends) end();
  ends = [];
  sessionStorage.clear();
  document.body.innerHTML = '';
  vi.useRealTimers();
});

describe('A worksheet that is opened', () => {
  it('lies beside the faces by itself, and is said once', async () => {
    const { papers, visit, opened, announcer } = inTheRoom();
    await settled();
    expect([papers.shown, papers.behind]).toEqual([false, 0]);
    chat.show(true);
    state.worksheets = { wOne: paper(1) };
    await settled();
    expect([papers.shown, papers.front?.id, papers.behind, chat.open]).toEqual([true, 'wOne', 0, false]);
    expect([opened, papers.titleOf('wOne'), kinds(visit)]).toEqual([['wOne en'], 'Title of wOne', []]);
    await vi.advanceTimersByTimeAsync(1_200);
    expect(announcer.polite).toBe('A worksheet is open: “Title of wOne”');
    state.worksheets = { wOne: { ...paper(1), mode: 'share' } };
    await settled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([announcer.polite, opened]).toEqual(['', ['wOne en']]);
  });

  it('waits behind a message that is being written, with a card', async () => {
    const { papers, visit } = inTheRoom();
    chat.show(true);
    chat.draft = 'Can I';
    state.worksheets = { wOne: paper(1) };
    await settled();
    expect([papers.shown, papers.behind, chat.open, kinds(visit)]).toEqual([false, 1, true, ['paper-open']]);
    chat.show(false);
    await settled();
    expect([papers.shown, papers.behind, kinds(visit)]).toEqual([true, 0, []]);
  });

  it('stays closed once its person closed it, until they want it', async () => {
    const { papers, visit } = inTheRoom();
    state.worksheets = { wOne: paper(1) };
    await settled();
    papers.putAway();
    await settled();
    expect([papers.shown, papers.behind]).toEqual([false, 1]);
    const anew = inTheRoom();
    await settled();
    expect([anew.papers.shown, anew.papers.behind, kinds(anew.visit)]).toEqual([false, 1, []]);
    papers.show();
    await settled();
    expect([papers.shown, papers.takeAsked(), papers.takeAsked(), kinds(visit)]).toEqual([
      true,
      true,
      false,
      [],
    ]);
  });

  it('takes no other away that lies there, and both are in the order of the facilitator', async () => {
    const { papers, visit } = inTheRoom();
    state.worksheets = { wOne: paper(2) };
    await settled();
    state.worksheets = { wOne: paper(2), wTwo: paper(1) };
    await settled();
    expect([papers.front?.id, papers.all.map(({ id }) => id)]).toEqual(['wOne', ['wTwo', 'wOne']]);
    expect(visit.notes).toEqual([{ kind: 'paper-open', worksheet: 'wTwo' }]);
    papers.show('wTwo');
    await settled();
    expect([papers.front?.id, papers.behind, kinds(visit)]).toEqual(['wTwo', 0, []]);
  });
});

describe('A worksheet that is closed', () => {
  it('is saved first, and its person is told where it is', async () => {
    const { papers, visit } = inTheRoom();
    state.worksheets = { wOne: paper(1) };
    await settled();
    state.worksheets = {};
    await settled();
    expect([papers.shown, papers.behind]).toEqual([false, 0]);
    expect(visit.notes).toEqual([{ kind: 'paper-saved', title: 'Title of wOne' }]);
  });

  it('says what is true while the line is gone, and says it anew once it is back', async () => {
    const { visit, sheet } = inTheRoom();
    state.worksheets = { wOne: paper(1) };
    await settled();
    sheet.saved = false;
    state.worksheets = {};
    await settled();
    expect(kinds(visit)).toEqual(['paper-kept']);
    sheet.saved = true;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(kinds(visit)).toEqual(['paper-saved']);
  });

  it('with nothing in it is only closed, and the next one comes to its place', async () => {
    const { papers, visit, sheet } = inTheRoom();
    sheet.answered = 0;
    state.worksheets = { wOne: paper(1), wTwo: paper(2) };
    await settled();
    state.worksheets = { wTwo: paper(2) };
    await settled();
    expect([kinds(visit), papers.front?.id]).toEqual([['paper-empty'], 'wTwo']);
  });

  it('is no news at the end of the meeting', async () => {
    const { visit } = inTheRoom();
    state.worksheets = { wOne: paper(1) };
    await settled();
    state.inRoom = false;
    state.worksheets = {};
    await settled();
    expect(kinds(visit)).toEqual([]);
  });
});

describe('A sheet that does not come', () => {
  it('is asked for again, unless there is none for this person', async () => {
    const { papers, opened, fails } = inTheRoom();
    fails.problem = new ApiProblem(0, 'unreachable', 'No answer');
    state.worksheets = { wOne: paper(1) };
    await settled();
    expect(papers.sheets.missing('wOne')).toBe('no-line');
    fails.problem = new ApiProblem(404, 'x', 'Nothing here');
    await vi.advanceTimersByTimeAsync(3_000);
    expect([papers.sheets.missing('wOne'), opened.length]).toEqual(['not-here', 2]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(opened.length).toBe(2);
  });
});

it('What waits for its line when the room is left is told until it is saved', async () => {
  const { papers, visit, sheet } = inTheRoom();
  state.worksheets = { wOne: paper(1) };
  await settled();
  sheet.saved = false;
  void papers.end();
  await settled();
  expect(visit.unsaved).toBe(true);
  sheet.saved = true;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(visit.unsaved).toBe(false);
});
