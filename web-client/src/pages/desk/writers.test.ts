import { describe, expect, it } from 'vitest';
import type { ConsoleView, WorksheetView } from '../../session/protocol';
import { inOrder, membersOf, moved, summed, writersOf, type Sheet } from './writers';

const NOW = Date.parse('2026-11-19T18:20:00Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

const person = (
  name: string,
  order: number,
  role: 'participant' | 'facilitator' | 'family' = 'participant',
) => ({
  name,
  role,
  order,
  line: 'here' as const,
  microphone: 'on' as const,
  camera: 'on' as const,
  minutes: { ms: 0 },
});
const view: ConsoleView = {
  place: 'console',
  title: 'Evening group',
  starts: '2026-11-19T18:00:00Z',
  ends: '2026-11-19T19:00:00Z',
  life: 'open',
  locked: false,
  people: {
    maria: person('Maria V.', 3),
    dana: person('Dana W.', 1, 'facilitator'),
    sam: person('Sam P.', 2),
    jo: person('Jo', 4, 'family'),
  },
  waiting: {
    luis: {
      name: 'Luis G.',
      since: ago(2),
      why: 'first',
      device: 'first',
      privatePlace: 'yes',
      line: 'here',
    },
  },
  newDevices: {},
  expected: { theo: { name: 'Theo M.', order: 5 } },
  gone: { amina: { name: 'Amina H.', how: 'left', at: ago(5) } },
  help: {},
};
const sheet = (more: Partial<WorksheetView> = {}): Sheet => ({
  id: 'w1',
  form: 'halt',
  version: '1',
  mode: 'private',
  order: 1,
  cards: {},
  groups: {},
  ...more,
});

describe('those whom a worksheet can be for', () => {
  it('are the members of the group: as they sit, then who waits and who is expected', () => {
    expect(membersOf(view)).toEqual([
      { id: 'sam', name: 'Sam P.', here: true },
      { id: 'maria', name: 'Maria V.', here: true },
      { id: 'luis', name: 'Luis G.', here: false },
      { id: 'theo', name: 'Theo M.', here: false },
    ]);
  });
});

describe('how far everybody is', () => {
  const progress = {
    sam: { answered: 3, questions: 8, changed: ago(4) },
    maria: { answered: 8, questions: 8, changed: ago(9) },
    amina: { answered: 1, questions: 8, changed: ago(1) },
  };
  const seen = (more: Partial<WorksheetView>) =>
    writersOf(sheet(more), view, NOW).map(({ name, standing, minutes }) => [name, standing, minutes]);

  it('counts those in the room, and who has gone once they had begun', () => {
    expect(seen({ progress })).toEqual([
      ['Sam P.', 'quiet', 4],
      ['Maria V.', 'done', 9],
      ['Amina H.', 'writing', 1],
    ]);
    expect(summed(writersOf(sheet({ progress }), view, NOW))).toEqual({ begun: 3, done: 1 });
  });

  it('counts whoever it is for, here or not', () => {
    expect(seen({ members: { sam: true, theo: true } })).toEqual([
      ['Sam P.', 'not-begun', 0],
      ['Theo M.', 'not-begun', 0],
    ]);
  });

  it('takes an opened and empty paper for one that is not begun', () => {
    expect(seen({ members: { sam: true }, progress: { sam: { answered: 0, questions: 8 } } })).toEqual([
      ['Sam P.', 'not-begun', 0],
    ]);
  });

  it('has nothing to do with a clock that is a little behind', () => {
    const early = { sam: { answered: 1, questions: 8, changed: ago(-1) } };
    expect(seen({ members: { sam: true }, progress: early })).toEqual([['Sam P.', 'writing', 0]]);
  });
});

describe('the order of worksheets', () => {
  const sheets = inOrder({ w2: sheet({ order: 20 }), w1: sheet({ order: 30 }), w3: sheet({ order: 10 }) });

  it('is the one that the server decided', () => {
    expect(sheets.map(({ id }) => id)).toEqual(['w3', 'w2', 'w1']);
  });

  it('changes by one place at a time, and not past an end', () => {
    expect(moved(sheets, 'w2', -1)).toEqual({ worksheet: 'w2', before: 'w3' });
    expect(moved(sheets, 'w3', 1)).toEqual({ worksheet: 'w3', before: 'w1' });
    expect(moved(sheets, 'w2', 1)).toEqual({ worksheet: 'w2' });
    expect(moved(sheets, 'w3', -1)).toBeUndefined();
    expect(moved(sheets, 'w1', 1)).toBeUndefined();
    expect(moved(sheets, 'w9', 1)).toBeUndefined();
  });
});
