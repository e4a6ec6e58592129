import { availableParallelism } from 'node:os';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as staff from './console';
import { look } from './look';
import { expectHeard, expectSeen } from './media';
import { group } from './people';
import { Stage } from './stage';

/** As many as browser-to-browser media promise to carry: one who leads, and the whole group. */
// Six browsers that draw, encode and decode for each other are too much for two cores: pictures then rest, as they should.
const CORES = 4;
const here = availableParallelism();

describe.skipIf(here < CORES)(
  `Six people (${String(CORES)} cores are needed, ${String(here)} are here)`,
  () => {
    let stage: Stage;
    let dana: Page;

    beforeAll(async () => {
      stage = await Stage.set();
      dana = await stage.console('Dana');
    });
    afterEach((test) => stage.after(test));
    afterAll(() => stage.clear());

    it('see and hear each other, in whatever order they came', async () => {
      const pages: Record<string, Page> = { Dana: dana };
      for (const name of ['Theo', 'Amina', 'Luis']) pages[name] = await stage.inRoom(name, dana);
      for (const name of ['Maria', 'Sam']) pages[name] = await stage.waiting(name);
      await dana.getByRole('tab', { name: /^People.*2 waiting/ }).waitFor();
      await staff.letEveryoneIn(dana);
      const everyone = Object.entries(pages);
      for (const [, page] of everyone) {
        await expect.poll(() => group(page).getByRole('listitem').count()).toBe(everyone.length);
      }
      const pairs = everyone.flatMap((from) =>
        everyone.filter((to) => to !== from).map((to) => [from, to] as const),
      );
      await Promise.all(pairs.map(([[, watcher], [seen]]) => expectSeen(watcher, seen)));
      await Promise.all(pairs.map(([[, listener], [, heard]]) => expectHeard(listener, heard)));
      for (const name of ['Dana', 'Sam']) await look(pages[name] as Page, `six-${name.toLowerCase()}`);
    });
  },
);
