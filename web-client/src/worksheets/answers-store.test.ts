import { beforeEach, describe, expect, it } from 'vitest';
import { FakeTimers } from '../session/timers.fake';
import { AnswersStore } from './answers-store';
import { isWrite } from './changes';
import { EMPTY, valueAt, written } from './filled';
import { everyKind as form } from './forms.fake';
import { WhileOpen, type Keeping } from './keeping';
import { FakeSheetLine, FakeTabs } from './sheet-line.fake';

let timers: FakeTimers;
let line: FakeSheetLine;
let device: Keeping;
let tabs: FakeTabs;
let commands: number;

/** As a device that keeps: another page finds what this one left. */
class Device extends WhileOpen {
  override readonly lasting = true;
}

const page = () =>
  new AnswersStore(form, line.filled, {
    line,
    keeping: device,
    tabs: tabs.another(),
    timers,
    newCommand: () => `c${String(++commands)}`,
  });
/** Until everything that was begun is over; nothing here waits for anything but promises. */
const settled = () => new Promise((resolve) => setTimeout(resolve));
const pass = async (ms: number) => {
  timers.pass(ms);
  await settled();
};
const story = { item: 'story' };
const here = (store: AnswersStore, item: string) => valueAt(store.filled, { item });
const waiting = async () => (await device.all()).length;

beforeEach(() => {
  timers = new FakeTimers();
  line = new FakeSheetLine(form);
  device = new Device();
  tabs = new FakeTabs();
  commands = 0;
});

describe('What Amina types', () => {
  it('is saved when she pauses, in one go', async () => {
    const amina = page();
    for (const text of ['I', 'I w', 'I was']) {
      amina.write(story, text);
      await pass(200);
    }
    expect([amina.saving, line.done.length]).toEqual(['saving', 0]);
    await pass(600);
    expect([amina.saving, line.value('story'), line.done.length]).toEqual(['saved', 'I was', 1]);
    expect(await waiting()).toBe(0);
  });

  it('is saved while she goes on typing for long', async () => {
    const amina = page();
    for (let n = 1; n <= 20; n++) {
      amina.write(story, 'a'.repeat(n));
      await pass(200);
    }
    expect(String(line.value('story')).length).toBeGreaterThan(10);
  });

  it('is saved at once when she leaves the field, and not again when nothing changed', async () => {
    const amina = page();
    amina.write(story, 'I was tired');
    await amina.flush();
    amina.write(story, 'I was tired.');
    amina.write(story, 'I was tired');
    await amina.flush();
    expect(line.done.length).toBe(1);
    expect(amina.saving).toBe('saved');
  });

  it('is nothing when it is only spaces', async () => {
    line.filled = written(form, EMPTY, story, 'old');
    const amina = page();
    amina.write(story, '  ');
    await amina.flush();
    expect(line.value('story')).toBeUndefined();
  });

  it('is not sent at all when nothing stood there and nothing stands there', async () => {
    const amina = page();
    amina.write(story, '');
    await amina.flush();
    expect(line.done).toEqual([]);
    expect(amina.saving).toBe('saved');
  });
});

describe('While the line is gone', () => {
  it('is kept on the device for five minutes, in order, and each answer goes once', async () => {
    const amina = page();
    line.cut = 'before';
    for (let minute = 1; minute <= 5; minute++) {
      amina.write(story, `${String(minute)} minutes`);
      amina.write({ item: 'hours' }, minute);
      await pass(60_000);
      expect(amina.saving).toBe('kept');
    }
    expect(here(amina, 'story')).toBe('5 minutes');
    line.cut = 'no';
    await pass(15_000);
    expect([amina.saving, line.value('story'), line.value('hours')]).toEqual(['saved', '5 minutes', 5]);
    // The one that may have arrived, and what she wrote last.
    expect(line.done.filter((change) => isWrite(change) && change.item === 'story').length).toBe(2);
    expect(await waiting()).toBe(0);
  });

  it('does nothing twice when only the answer was lost', async () => {
    const amina = page();
    line.cut = 'after';
    amina.write(story, 'Once');
    await amina.flush();
    expect([amina.saving, line.done.length]).toEqual(['kept', 1]);
    line.cut = 'no';
    await pass(1_000);
    expect([amina.saving, line.done.length, await waiting()]).toEqual(['saved', 1, 0]);
    expect(amina.clashes.size).toBe(0);
  });

  it('says that only the page has it where the browser keeps nothing', async () => {
    device = new WhileOpen();
    const amina = page();
    line.cut = 'before';
    amina.write(story, 'Hm');
    await amina.flush();
    expect(amina.saving).toBe('held');
  });

  it('tries at once when the line is back', async () => {
    const amina = page();
    line.cut = 'before';
    amina.write(story, 'Hm');
    await amina.flush();
    line.cut = 'no';
    await amina.wake();
    expect(amina.saving).toBe('saved');
  });

  it('finds what an earlier page left, and sends it under the same command', async () => {
    line.cut = 'before';
    const earlier = page();
    earlier.write(story, 'Before the phone died');
    await earlier.flush();
    line.cut = 'no';
    const later = page();
    const started = later.start();
    await settled();
    expect(here(later, 'story')).toBe('Before the phone died');
    await started;
    expect(line.done.map(({ command }) => command)).toEqual(['c1']);
    expect(await waiting()).toBe(0);
  });
});

describe('What the server does not take', () => {
  it('is said in its words, stays on the page, and holds up nothing else', async () => {
    const amina = page();
    line.refuses = { status: 409, title: 'This is too long.' };
    amina.write(story, 'Long');
    await amina.flush();
    expect(amina.refused.get('story')).toBe('This is too long.');
    line.refuses = undefined;
    amina.write({ item: 'hours' }, 3);
    await amina.flush();
    expect([here(amina, 'story'), line.value('story'), line.value('hours')]).toEqual(['Long', undefined, 3]);
    amina.write(story, 'Short');
    expect(amina.refused.size).toBe(0);
  });

  it.each([429, 500, 503])('is tried again after %s', async (status) => {
    const amina = page();
    line.refuses = { status, title: 'Not now' };
    amina.write(story, 'Hm');
    await amina.flush();
    expect(amina.saving).toBe('kept');
    line.refuses = undefined;
    await pass(1_000);
    expect(line.value('story')).toBe('Hm');
  });

  it.each([401, 403, 404, 410])(
    'is left on no device once the sheet is closed to her: %s',
    async (status) => {
      const amina = page();
      line.refuses = { status, title: 'Nothing here' };
      amina.write(story, 'Hm');
      await amina.flush();
      expect([amina.saving, await waiting(), here(amina, 'story')]).toEqual(['closed', 0, 'Hm']);
      amina.write(story, 'Hm, still');
      await amina.flush();
      await pass(60_000);
      expect([amina.saving, await waiting()]).toEqual(['closed', 0]);
    },
  );
});

describe('Two tabs of Amina', () => {
  it('show each other what they saved, and send each change once', async () => {
    const [one, two] = [page(), page()];
    one.write(story, 'From one');
    two.write({ item: 'hours' }, 8);
    await Promise.all([one.flush(), two.flush()]);
    expect([here(one, 'hours'), here(two, 'story')]).toEqual([8, 'From one']);
    expect(line.done.map(({ command }) => command).toSorted()).toEqual(['c1', 'c2']);
  });

  it('do not take away what is being typed: who saves last has the last word', async () => {
    const [one, two] = [page(), page()];
    two.write(story, 'Two');
    one.write(story, 'One');
    await one.flush();
    expect(here(two, 'story')).toBe('Two');
    await two.flush();
    expect([line.value('story'), here(one, 'story')]).toEqual(['Two', 'Two']);
  });
});

describe('What was written on another device while the line was gone', () => {
  const apart = async () => {
    const amina = page();
    line.cut = 'before';
    amina.write(story, 'Here');
    await amina.flush();
    line.filled = written(form, line.filled, story, 'There');
    line.cut = 'no';
    await pass(1_000);
    return amina;
  };

  it('is not written over unseen', async () => {
    const amina = await apart();
    expect([line.value('story'), here(amina, 'story')]).toEqual(['There', 'There']);
    expect(amina.clashes.get('story')).toMatchObject({ theirs: 'There', mine: 'Here' });
    expect(await waiting()).toBe(0);
  });

  it('is written over when she says so', async () => {
    const amina = await apart();
    const clash = amina.clashes.get('story');
    if (clash) amina.settle(clash, 'mine');
    await settled();
    expect([line.value('story'), amina.clashes.size]).toEqual(['Here', 0]);
  });

  it('stays when she says so', async () => {
    const amina = await apart();
    const clash = amina.clashes.get('story');
    if (clash) amina.settle(clash, 'theirs');
    await settled();
    expect([line.value('story'), amina.clashes.size]).toEqual(['There', 0]);
  });

  it('is seen when she comes back to the page', async () => {
    const amina = page();
    line.filled = written(form, line.filled, story, 'There');
    await amina.wake();
    expect(here(amina, 'story')).toBe('There');
  });
});

describe('At the end', () => {
  it('nothing is left on the device once the server has it all', async () => {
    const amina = page();
    amina.write(story, 'Done');
    expect(await amina.finish()).toBe(true);
    expect([line.value('story'), await waiting(), timers.pending]).toEqual(['Done', 0, 0]);
  });

  it('what could not be sent stays for the next time', async () => {
    const amina = page();
    line.cut = 'before';
    amina.write(story, 'Done');
    expect(await amina.finish()).toBe(false);
    expect(await waiting()).toBe(1);
  });
});

describe('A row', () => {
  it('goes with what was about to be written in it', async () => {
    const amina = page();
    amina.write({ item: 'story', row: 'r1' }, 'x');
    amina.removeRow('r1');
    await settled();
    await pass(5_000);
    expect(line.done).toEqual([{ command: 'c1', removed: 'r1' }]);
  });
});
