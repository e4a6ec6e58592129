import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { look } from './look';
import { expectHeard, expectSeen } from './media';
import * as staff from './console';
import { button, expectHands, group, inRoom, says, tile, waits } from './people';
import { Stage } from './stage';

const BACK_WITHIN_MS = 5_000;

describe('A group', () => {
  let stage: Stage;
  let dana: Page;
  let [sam, maria]: Page[] = [];

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await stage.console('Dana');
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('is in its seats when the server that was killed starts again, and nobody has to be let in', async () => {
    sam = await stage.inRoom('Sam', dana);
    maria = await stage.inRoom('Maria', dana);

    await stage.killServerAndStartAgain();
    const started = performance.now();

    // Tiles stay while a line is down, and so do pictures: only what goes through the server shows that all are back.
    await button(sam, 'Raise hand').click();
    await expectHands(maria, /Sam/);
    await expectHands(dana, /Sam/);
    await button(maria, 'Raise hand').click();
    await expectHands(sam, /Maria/);
    expect(performance.now() - started).toBeLessThan(BACK_WITHIN_MS);
    await says(dana, 'Nobody waits.');
    for (const name of ['Sam', 'Maria']) await tile(dana, name).waitFor();
    expect(await group(sam).count()).toBe(1);
    await expectSeen(sam, 'Maria');
    await expectHeard(maria, sam);
    expect(stage.faultsBut(/WebSocket connection|Failed to load resource/)).toEqual([]);
  });

  it('is told that nobody leads it while its facilitator is away, and goes on when they are back', async () => {
    const luis = await stage.inRoom('Luis', dana);
    const console = dana.url();
    await dana.goto('about:blank');
    await says(luis, 'Your facilitator is reconnecting');
    await look(luis, 'room-unattended');
    await dana.goto(console);
    await group(dana).waitFor();
    await luis.getByText('Your facilitator is reconnecting').waitFor({ state: 'detached' });
  });

  // Three pages are looked at in two sizes each, while nobody answers them.
  it(
    'reads on every page that the line is down and the place kept, and goes on after',
    { timeout: 420_000 },
    async () => {
      // Six who send to each other are more than two cores can draw.
      for (const page of [sam, maria]) await page?.close();
      const theo = await stage.inRoom('Theo', dana);
      const amina = await stage.waiting('Amina');
      await waits(amina);
      // One that the server leaves while the room's part is on its way says that the meeting cannot be reached.
      await amina.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => /room-part.*\.js$/.test(name)),
      );
      const lost = (page: Page) => page.locator('p', { hasText: 'The connection dropped' });
      const pages = { room: theo, waiting: amina, console: dana };
      await stage.killServerAndStartAgain(async () => {
        for (const [name, page] of Object.entries(pages)) {
          await lost(page).waitFor();
          await look(page, `${name}-reconnecting`);
        }
      });
      // The server knows nobody's place for a lease, a page tries again every few seconds, and both share slow cores.
      for (const page of Object.values(pages))
        await lost(page).waitFor({ state: 'detached', timeout: 90_000 });
      await staff.letIn(dana, 'Amina');
      await inRoom(amina);
      expect(stage.faultsBut(/WebSocket connection|Failed to load resource/)).toEqual([]);
    },
  );
});
