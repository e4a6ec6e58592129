import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shoot } from './look';
import { Stage } from './stage';
import { drawnOn, framesOf, says, seatAll, toldAnew, writes, type Seated } from './walls-live';

const SHEET = 'wSixAtOneWallTogether1';
const GROUPS = ['gFriendsFriendsFriends', 'gHomeHomeHomeHomeHomeH'] as const;
const MOVES = 200;
const id = (kind: string, n: number) => `${kind}${String(n).padStart(21, '0')}`;

let stage: Stage;
let people: Seated[];

beforeAll(async () => {
  stage = await Stage.set();
  people = await seatAll(stage, 'Dana', ['Amina', 'Sam', 'Maria', 'Luis', 'Theo']);
  const [dana] = people as [Seated];
  await says(dana, {
    type: 'worksheet.open',
    worksheet: SHEET,
    form: 'trigger-map',
    version: '1',
    mode: 'board',
  });
  for (const { page } of people) await page.locator('.wall').waitFor();
}, 180_000);
afterEach((test) => stage.after(test));
afterAll(() => stage.clear());

/** Whoever answers; Dana leads and writes nothing. */
const writers = () => people.slice(1);

/** What all pages are sent from now on. */
async function fromNow(): Promise<() => Promise<Map<string, string>>> {
  const counts = new Map<string, number>();
  for (const one of people) counts.set(one.name, (await framesOf(one)).length);
  return async () => {
    const later = new Map<string, string>();
    for (const one of people) {
      later.set(one.name, (await framesOf(one)).slice(counts.get(one.name)).join('\n'));
    }
    return later;
  };
}

describe('What one has not shared', () => {
  it('is in no frame of anybody else, nor after it was taken back', async () => {
    const kept = (name: string) => `kept-by-${name}`;
    const shown = (name: string) => `shown-by-${name}`;
    for (const one of writers()) {
      await writes(one, SHEET, 'first', kept(one.name));
      await writes(one, SHEET, 'this-week', shown(one.name));
    }
    const [, amina, sam] = people as [Seated, Seated, Seated];
    const card = id('k', 900);
    await says(sam, { type: 'answer.share', worksheet: SHEET, card, item: 'this-week', named: false });
    for (const { page } of people) await page.getByText(shown('Sam')).first().waitFor();
    for (const one of people) {
      const frames = (await framesOf(one)).join('\n');
      for (const { name } of writers()) {
        expect(frames, `${one.name} of ${name}`).not.toContain(kept(name));
        if (name !== 'Sam') expect(frames, `${one.name} of ${name}`).not.toContain(shown(name));
      }
    }
    const seen = await amina.page.evaluate(
      ([sheet, of]) => window.holdfastLive.session.worksheets[sheet]?.cards[of],
      [SHEET, card] as const,
    );
    expect(seen).toEqual({
      item: 'this-week',
      order: expect.any(Number) as number,
      nameless: true,
      words: shown('Sam'),
    });

    await says(sam, { type: 'answer.take-back', card });
    for (const { page } of people) await page.getByText(shown('Sam')).first().waitFor({ state: 'detached' });
    const later = await fromNow();
    await writes(sam, SHEET, 'this-week', 'written-after-taking-back');
    // Something that all are told, and a line that begins anew: whatever was to come has come by then.
    const another = id('k', 901);
    await says(amina, { type: 'answer.share', worksheet: SHEET, card: another, item: 'first', named: true });
    for (const { page } of people) await page.getByText(kept('Amina')).first().waitFor();
    for (const one of people) expect(await toldAnew(one, SHEET)).toHaveLength(1);
    for (const [name, frames] of await later()) {
      expect(frames, name).not.toContain(shown('Sam'));
      expect(frames, name).not.toContain('written-after-taking-back');
      expect(frames, name).not.toContain(card);
    }
    await says(amina, { type: 'answer.take-back', card: another });
  });
});

describe('Six people who move cards at once', () => {
  it(`have the server's one order on every page after ${String(MOVES)} moves from pages that are behind`, async () => {
    const [dana] = people as [Seated];
    for (const [n, group] of GROUPS.entries()) {
      await says(dana, { type: 'card.group', worksheet: SHEET, group, title: ['Friends', 'Home'][n] ?? '' });
    }
    let cards = 0;
    for (const one of writers()) {
      for (const item of ['first', 'this-week']) {
        const named = cards % 3 !== 0;
        await says(one, { type: 'answer.share', worksheet: SHEET, card: id('k', cards++), item, named });
      }
    }
    for (const { page } of people) await expect.poll(() => page.locator('[data-card]').count()).toBe(cards);
    const before = await drawnOn(dana);
    const each = Math.ceil(MOVES / people.length);
    const made = await Promise.all(
      people.map(({ page }, n) => page.evaluate(moveAbout, { seed: n + 1, moves: each, behindMs: 150 * n })),
    );
    const sum = (of: 'moves' | 'behind') => made.reduce((all, one) => all + one[of], 0);
    expect(sum('moves')).toBeGreaterThanOrEqual(MOVES);
    expect(sum('behind')).toBeGreaterThan(MOVES / 3);
    const all = async () =>
      new Set((await Promise.all(people.map(drawnOn))).map((drawn) => drawn.join('\n')));
    await expect.poll(async () => (await all()).size, { timeout: 20_000 }).toBe(1);
    const drawn = await drawnOn(dana);
    expect(drawn).not.toEqual(before);
    expect(drawn.join(' ').match(/k0+\d+/g)?.length).toBe(cards);
    for (const one of people) expect(await toldAnew(one, SHEET), one.name).toEqual(drawn);
    for (const { name, page } of people) expect(await page.locator('.wall__note').count(), name).toBe(0);
    for (const one of [dana, people[2] as Seated])
      await shoot(one.page, `wall-live-${one.name.toLowerCase()}`);
  });
});

/** Runs in the page: moves cards by the keys and by the menu, as somebody in a hurry. */
async function moveAbout({
  seed,
  moves,
  behindMs,
}: {
  seed: number;
  moves: number;
  behindMs: number;
}): Promise<{ moves: number; behind: number }> {
  let state = seed;
  const pick = <T>(all: ArrayLike<T>): T | undefined => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return all[Math.floor((state / 2 ** 32) * all.length)];
  };
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const { session } = window.holdfastLive;
  let made = 0;
  let behind = 0;
  const send = session.send.bind(session);
  session.send = (command) => {
    if (command.type === 'card.move') {
      made++;
      if (window.holdfastLive.waiting > 0) behind++;
    }
    return send(command);
  };
  window.holdfastLive.behindMs = behindMs;
  while (made < moves) {
    const button = pick(document.querySelectorAll<HTMLElement>('[data-part=move]'));
    if (!button) break;
    button.focus();
    if (pick([true, true, false])) {
      const key = pick(['ArrowUp', 'ArrowDown']) ?? '';
      button.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true }));
    } else {
      button.click();
      await rest(0);
      pick(document.querySelectorAll<HTMLElement>('dialog .rows button'))?.click();
    }
    await rest(30);
  }
  window.holdfastLive.behindMs = 0;
  session.send = send;
  return { moves: made, behind };
}
