import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from './browser';
import * as chat from './chatting';
import { Lead, participant, written, type Heard } from './leading';
import { expectNoSidewaysScroll, noteAccessibility, shoot } from './look';
import { button, isTold, says } from './people';
import { Stage } from './stage';

const WIDE = { width: 1440, height: 900 };
const SIDEWAYS = { width: 844, height: 390 };
const SMALLEST = { width: 320, height: 640 };

const sheetOf = (page: Page) => page.locator('.work.beside');
const saved = (page: Page) =>
  sheetOf(page)
    .locator('.work__saved')
    .getByText(/^(Saved|Guardado)\./)
    .waitFor();

async function lookAt(page: Page, name: string, sizes: Record<string, typeof WIDE>): Promise<void> {
  const usual = page.viewportSize() ?? WIDE;
  for (const [kind, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await noteAccessibility(page, `${name}-${kind}`);
    await shoot(page, `${name}-${kind}`);
  }
  await page.setViewportSize(usual);
}

describe('A worksheet in the room', () => {
  let stage: Stage;
  let dana: Lead;
  let sam: Page;
  let maria: Page;
  let heardBySam: Heard;
  let heardByMaria: Heard;
  let map: string;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await Lead.of(stage, 'Dana');
    ({ page: sam, heard: heardBySam } = await participant(stage, dana, 'Sam', { viewport: WIDE }));
    ({ page: maria, heard: heardByMaria } = await participant(stage, dana, 'Maria', {
      viewport: PHONE,
      locale: 'es-MX',
      hasTouch: true,
      join: 'Entrar',
    }));
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('opens by itself for everybody, is said once, and says who sees it', async () => {
    map = await dana.open('trigger-map', 'private');
    await sheetOf(sam).getByRole('heading', { name: 'My trigger map' }).waitFor();
    await says(sheetOf(sam), 'Only you, Dana W. and your care team see this.');
    await isTold(sam, /A worksheet is open: “My trigger map”/);
    await sheetOf(maria).getByRole('heading', { name: 'Mi mapa de detonantes' }).waitFor();
    await says(sheetOf(maria), 'Solo lo ven usted, Dana W. y su equipo de atención.');
    await lookAt(maria, 'room-paper-es', { 390: PHONE, '844x390': SIDEWAYS });
    await lookAt(sam, 'room-paper', { 1440: WIDE });
  });

  it('keeps what is typed, and no word of it reaches another page', async () => {
    await button(sam, 'Add a person').click();
    await sheetOf(sam).getByLabel('Who, and when?').fill('The crew from the shop, on Fridays');
    await sheetOf(sam).getByText('A lot', { exact: true }).click();
    await sheetOf(sam).getByLabel('What I do instead').fill('So I ride home with Jo');
    await button(sam, 'Done').click();
    await button(maria, 'Agregar una persona').click();
    await sheetOf(maria).getByLabel(/Quién/).fill('Mi hermano, cuando llama tarde');
    await saved(sam);
    await saved(maria);
    await expect.poll(() => written(sam, map)).toContain('The crew from the shop, on Fridays');
    await expect.poll(() => written(maria, map)).toContain('Mi hermano, cuando llama tarde');
    expect(await written(maria, map)).not.toContain('The crew');
    await lookAt(sam, 'room-paper-written', { 390: PHONE, 1440: WIDE });
    await lookAt(maria, 'room-paper-writing', { 390: PHONE, 320: SMALLEST });
    expect(heardByMaria.text).not.toContain('The crew');
    expect(heardBySam.text).not.toContain('Mi hermano');
  });

  it('is put away and comes back, by keyboard alone, and stays away meanwhile', async () => {
    await sheetOf(sam).locator('.work__body').focus();
    await sam.keyboard.press('Escape');
    await sheetOf(sam).waitFor({ state: 'detached' });
    const way = button(sam, 'Worksheet, 1 worksheet is open');
    expect(await way.evaluate((element) => element === document.activeElement)).toBe(true);
    await lookAt(sam, 'room-paper-away', { 390: PHONE, 320: SMALLEST, '844x390': SIDEWAYS, 1440: WIDE });
    await sam.reload();
    await sam.locator('.room').waitFor();
    await way.waitFor();
    expect(await sheetOf(sam).count()).toBe(0);
    await way.press('Enter');
    await sheetOf(sam).getByText('The crew from the shop, on Fridays').waitFor();
    const heading = sheetOf(sam).getByRole('heading', { name: 'My trigger map' });
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await sam.setViewportSize(SMALLEST);
    await button(sheetOf(sam), 'Close the worksheet').click();
    await button(sam, 'More, 1 worksheet is open').click();
    await lookAt(sam, 'room-paper-more', { 320: SMALLEST });
    await button(sam, /^My trigger map/).click();
    await sheetOf(sam).waitFor();
    await sam.setViewportSize(WIDE);
  });

  it('shares its place with the chat', async () => {
    await chat.open(sam);
    await sheetOf(sam).waitFor({ state: 'detached' });
    await button(sam, 'Worksheet, 1 worksheet is open').waitFor();
    const field = chat.sheet(sam).getByRole('textbox', { name: 'Your message' });
    await field.fill('Can I step');
    const halt = await dana.open('halt', 'private', [heardBySam.id]);
    await says(sam, 'A worksheet is open: “HALT: what do I need?”.');
    expect(await field.inputValue()).toBe('Can I step');
    await lookAt(sam, 'room-paper-chat', { 390: PHONE, 1440: WIDE });
    await button(sam, 'Open it').click();
    await sheetOf(sam).getByRole('heading', { name: /HALT/ }).waitFor();
    await lookAt(sam, 'room-paper-two', { 390: PHONE, 1440: WIDE });
    expect(heardByMaria.text).not.toContain(halt);
    await sheetOf(sam).getByRole('navigation').getByRole('button', { name: 'My trigger map' }).click();
    await sheetOf(sam).getByText('The crew from the shop, on Fridays').waitFor();
    await dana.close(halt);
    await expect.poll(() => button(sam, /^HALT/).count()).toBe(0);
  });

  it('stays writable while the line is gone, and the page says so once', async () => {
    await sam.context().setOffline(true);
    await sam.evaluate(() => dispatchEvent(new Event('offline')));
    await button(sam, 'Add a place').click();
    await sheetOf(sam).getByLabel('Which place?').fill('The gas station on 5th');
    await button(sheetOf(sam), 'Done').click();
    await says(sheetOf(sam), 'Kept on this computer.');
    await noteAccessibility(sam, 'room-paper-offline');
    await shoot(sam, 'room-paper-offline');
    await sam.context().setOffline(false);
    await saved(sam);
    await expect.poll(() => written(sam, map)).toContain('The gas station on 5th');
    expect(stage.faultsBut(/ERR_INTERNET_DISCONNECTED|WebSocket/)).toEqual([]);
  });

  it('is easy to be reminded of, one person alone', async () => {
    await button(sheetOf(maria), 'Cerrar la hoja').click();
    const before = heardBySam.text.length;
    await dana.send({ type: 'worksheet.nudge', worksheet: map, member: heardByMaria.id });
    await says(maria, 'Dana W. le puede ayudar con su hoja si quiere.');
    await isTold(maria, /Dana W. le puede ayudar/);
    await lookAt(maria, 'room-paper-nudge', { 390: PHONE, 320: SMALLEST });
    await button(maria, 'Abrirla').click();
    await expect
      .poll(() => sheetOf(maria).getByLabel(/Quién/).inputValue())
      .toBe('Mi hermano, cuando llama tarde');
    expect(heardBySam.text.slice(before)).not.toContain('nudged');
  });

  it('can be read with letters twice as large and in the colours of who needs others', async () => {
    await maria.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await lookAt(maria, 'room-paper-200', { 390: PHONE, 320: SMALLEST });
    await maria.evaluate(() => (document.documentElement.style.fontSize = ''));
    await maria.emulateMedia({ forcedColors: 'active' });
    await shoot(maria, 'room-paper-forced-390');
    await maria.emulateMedia({ forcedColors: 'none' });
  });

  it('says where the words are once it is closed', async () => {
    await sheetOf(sam).getByText('The gas station on 5th').click();
    await sheetOf(sam).getByLabel('What I do instead').fill('So I take Pine Street');
    await dana.close(map);
    await says(sam, '“My trigger map” is closed now. What you wrote is saved. You find it in My worksheets.');
    expect(await sheetOf(sam).count()).toBe(0);
    await expect.poll(() => written(sam, map)).toContain('So I take Pine Street');
    await says(maria, 'La hoja “Mi mapa de detonantes” ya está cerrada.');
    await lookAt(maria, 'room-paper-closed', { 390: PHONE });
  });

  it('leaves nothing on a device once the room is left', async () => {
    const more = await dana.open('one-goal', 'private');
    await sheetOf(sam).getByRole('textbox').first().fill('Walk to the lake');
    await button(sam, 'Leave').click();
    await button(sam, 'Leave the group').click();
    await says(sam, 'Nothing you said stays on this device.');
    await expect.poll(() => written(sam, more)).toContain('Walk to the lake');
    const kept = sam.evaluate(async () => {
      const all = await indexedDB.databases();
      if (!all.some(({ name }) => name === 'holdfast-sheets')) return 0;
      return new Promise<number>((resolve) => {
        const opening = indexedDB.open('holdfast-sheets');
        opening.onsuccess = () => {
          const read = opening.result.transaction(['changes', 'keys']);
          const counts = ['changes', 'keys'].map((store) => read.objectStore(store).count());
          read.oncomplete = () => resolve(counts.reduce((sum, { result }) => sum + result, 0));
        };
      });
    });
    expect(await kept).toBe(0);
  });
});
