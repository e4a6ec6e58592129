import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from './browser';
import * as staff from './console';
import { Double } from './double';
import { SETTING_UP_MS } from './gathering';
import { look, noteAccessibility, shoot } from './look';
import { button, group, isTold, tile } from './people';
import { Stage } from './stage';

const AWAY = 'Sound and pictures are away for now. This is not your fault. You are still in the meeting.';
const AWAY_ES = 'Por ahora no hay sonido ni imágenes. No es culpa suya. Usted sigue en la reunión.';
const COMING = 'Sound and pictures are on their way.';
const COMING_ES = 'El sonido y las imágenes están por llegar.';
const STOPPED = 'Your sound and pictures stopped. You are still in the meeting. Trying again…';
const STOPPED_ES = 'Su sonido y su imagen se cortaron. Sigue en la reunión. Probamos de nuevo…';
const BACK = 'Sound and pictures are back.';
const BACK_ES = 'El sonido y las imágenes han vuelto.';
const DESK = { width: 1440, height: 900 };
/** A bridge is looked at some times before it is used, and a page gives a new line a while before it calls it none. */
const WITHIN = { timeout: 60_000 };

/** No bridge when they come, then one that gives them places but no sound, then none again. Luis and Ben read Spanish. */
describe('Sound and pictures that do not come', () => {
  let bridge: Double;
  let stage: Stage;
  let dana: Page;
  let ben: Page;
  let amina: Page;
  let luis: Page;

  beforeAll(async () => {
    bridge = await Double.toCome();
    stage = await Stage.set(bridge.wish);
    dana = await stage.console('Dana');
    amina = await stage.inRoom('Amina', dana, { viewport: PHONE, hasTouch: true, isMobile: true });
    luis = await stage.atTheDoor('Luis', { locale: 'es-US', viewport: PHONE });
    await button(luis, 'Entrar').click();
    await staff.letIn(dana, 'Luis');
    const device = await stage.device({ locale: 'es-US' });
    ben = await device.open(stage.demo.facilitator('Ben').url);
    await ben.getByRole('link', { name: 'Abrir la sala' }).first().click();
  }, SETTING_UP_MS);
  afterEach((test) => stage.after(test));
  afterAll(async () => {
    await stage.clear();
    await bridge.kill();
  });

  const sees = (page: Page, sentence: string) =>
    page.getByRole('paragraph').filter({ hasText: sentence }).waitFor(WITHIN);
  /** All at once: what a page says last is soon over. */
  const readEverywhere = (english: string, spanish: string) =>
    Promise.all([
      ...[dana, amina].map((page) => sees(page, english)),
      ...[ben, luis].map((page) => sees(page, spanish)),
    ]);
  const everyoneIsIn = async () => {
    for (const page of [dana, amina]) expect(await group(page).getByRole('listitem').count()).toBe(4);
    for (const page of [ben, luis]) expect(await page.locator('[role=list] .tile').count()).toBe(4);
  };

  /** A place that is given anew has a channel anew, and the one before is closed to the page. */
  const expectFaultsOfChannelsOnly = () =>
    expect(stage.faultsBut(/^WebSocket connection to .*colibri-ws/)).toEqual([]);

  it('are said to be away where there is no bridge, and nobody has to go', async () => {
    await readEverywhere(AWAY, AWAY_ES);
    await everyoneIsIn();
    await look(dana, 'media-none-console');
    await dana.setViewportSize(DESK);
    await shoot(dana, 'media-none-console-desk');
    await look(amina, 'media-none-room');
    await look(luis, 'media-none-room-es');
  });
  it('are said to be on their way once there is one', { timeout: 120_000 }, async () => {
    await bridge.come();
    await Promise.all([readEverywhere(COMING, COMING_ES), isTold(amina, new RegExp(COMING), WITHIN)]);
    await everyoneIsIn();
    expect(await bridge.endpoints()).toHaveLength(4);
    await shoot(dana, 'media-connecting-console');
    await noteAccessibility(amina, 'media-connecting-room');
    await shoot(amina, 'media-connecting-room');
  });

  it('are said to have stopped where the line stays cut off, and who has none is marked', async () => {
    await readEverywhere(STOPPED, STOPPED_ES);
    await tile(dana, 'Amina').getByText('No connection').waitFor();
    await staff.expectNote(dana, 'Amina', 'no connection');
    await everyoneIsIn();
    await look(dana, 'media-lost-console');
    await look(amina, 'media-lost-room');
    await look(luis, 'media-lost-room-es');
    expectFaultsOfChannelsOnly();
  });

  it('are said to be back with a line that stands, and to have stopped again when nothing comes over it', async () => {
    const all = [dana, amina, luis, ben];
    const told = Promise.all(all.map((page, n) => isTold(page, new RegExp(n < 2 ? BACK : BACK_ES), WITHIN)));
    await Promise.all(all.map((page) => page.evaluate(() => window.holdfastTest.stand())));
    await told;
    await shoot(amina, 'media-back-room');
    // Who notices it last may know by then that the others send nothing, and has no reason to doubt its own line.
    await Promise.any([
      ...[dana, amina].map((page) => sees(page, STOPPED)),
      ...[ben, luis].map((page) => sees(page, STOPPED_ES)),
    ]);
    await everyoneIsIn();
    expectFaultsOfChannelsOnly();
  });

  it('are said to be away again when the bridge dies, and everybody is still there', async () => {
    await bridge.kill();
    await readEverywhere(AWAY, AWAY_ES);
    await everyoneIsIn();
    expectFaultsOfChannelsOnly();
  });
});
