import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from './browser';
import { expectNoSidewaysScroll, look, noteAccessibility, shoot } from './look';
import * as staff from './console';
import * as people from './people';
import { button, inRoom, says } from './people';
import { Stage } from './stage';

const NARROW = { width: 320, height: 640 };
const SIDEWAYS = { width: 844, height: 390 };
const TABLET = { width: 820, height: 1180 };
const TOUCH_IN_ROOM_PX = 48;

/** Whoever comes, with whatever they have: a phone, Spanish, a keyboard, no camera, a dark screen. */
describe('Within reach', () => {
  let stage: Stage;
  let dana: Page;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await stage.console('Dana');
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('is a phone held in one hand', async () => {
    const sam = await stage.inRoom('Sam', dana, { viewport: PHONE, hasTouch: true, isMobile: true });
    await expectNoSidewaysScroll(sam);
    for (const name of ['Microphone', 'Camera', 'Raise hand', 'More', 'Leave']) {
      const box = await button(sam, name).boundingBox();
      expect(box?.height ?? 0, name).toBeGreaterThanOrEqual(TOUCH_IN_ROOM_PX);
      expect(box?.width ?? 0, name).toBeGreaterThanOrEqual(TOUCH_IN_ROOM_PX);
    }
    await shoot(sam, 'room-on-a-phone');

    await sam.setViewportSize(SIDEWAYS);
    await expectNoSidewaysScroll(sam);
    for (const name of ['Microphone', 'Leave']) {
      const box = await button(sam, name).boundingBox();
      expect((box?.y ?? SIDEWAYS.height) + (box?.height ?? 0), name).toBeLessThanOrEqual(SIDEWAYS.height);
    }
    await shoot(sam, 'room-on-a-phone-sideways');
    await sam.setViewportSize(PHONE);
    await people.leave(sam);
  });

  it('is a tablet, held either way', async () => {
    const usual = dana.viewportSize() ?? TABLET;
    for (const { width, height } of [TABLET, { width: TABLET.height, height: TABLET.width }]) {
      await dana.setViewportSize({ width, height });
      await expectNoSidewaysScroll(dana);
      await noteAccessibility(dana, `console-tablet-${String(width)}`);
      await shoot(dana, `console-tablet-${String(width)}`);
    }
    await dana.setViewportSize(usual);
  });

  it('leads from a phone too, held either way, with nothing of its bar cut off', async () => {
    const usual = dana.viewportSize() ?? TABLET;
    const bar = dana.locator('.c-bar');
    await dana.getByRole('tab', { name: 'You' }).click();
    for (const turn of ['Español', 'English']) {
      for (const [width, height] of [
        [320, 640],
        [390, 844],
        [768, 1024],
        [844, 390],
      ] as const) {
        await dana.setViewportSize({ width, height });
        const where = `${String(width)} before ${turn}`;
        const within = await bar.evaluate((it) => it.getBoundingClientRect().toJSON() as DOMRect);
        expect(within.bottom, where).toBeLessThanOrEqual(height);
        for (const control of await bar.getByRole('button').all()) {
          const box = await control.boundingBox();
          const name = `${String(await control.getAttribute('aria-label'))} at ${where}`;
          expect(box?.x ?? -1, name).toBeGreaterThanOrEqual(0);
          expect((box?.x ?? width) + (box?.width ?? 0), name).toBeLessThanOrEqual(within.right);
          expect((box?.y ?? height) + (box?.height ?? 0), name).toBeLessThanOrEqual(within.bottom);
          expect(box?.width ?? 0, name).toBeGreaterThanOrEqual(TOUCH_IN_ROOM_PX);
          expect(box?.height ?? 0, name).toBeGreaterThanOrEqual(TOUCH_IN_ROOM_PX);
        }
        await shoot(dana, `console-bar-${String(width)}-${turn === 'Español' ? 'en' : 'es'}`);
      }
      await dana.setViewportSize(usual);
      await button(dana, turn).click();
    }
    await dana.getByRole('tab', { name: /^People/ }).click();
  });

  it('asks before Back takes anyone out of the room', async () => {
    const luis = await stage.inRoom('Luis', dana);
    await luis.goBack();
    await button(luis, 'Leave the group').waitFor();
    await luis.keyboard.press('Escape');
    await inRoom(luis);
    await dana.goBack();
    await button(dana, 'End for everyone').waitFor();
    await dana.keyboard.press('Escape');
    await people.tile(dana, 'Luis').waitFor();
    await people.leave(luis);
  });

  it('keeps the rest behind More, where every choice can be undone', async () => {
    const theo = await stage.inRoom('Theo', dana);
    await button(theo, 'More').click();
    await look(theo, 'more');
    await button(theo, /^Save data/).click();
    await look(theo, 'more-data');
    for (const choice of ['Small pictures', 'Sound and one picture', 'Sound only', 'All pictures']) {
      const radio = theo.getByRole('radio', { name: new RegExp(`^${choice}`) });
      await radio.check();
      expect(await radio.isChecked()).toBe(true);
    }
    await button(theo, 'Back').click();
    await button(theo, 'Camera, microphone and speaker').click();
    for (const kind of ['Camera', 'Microphone']) {
      expect(await theo.getByLabel(kind, { exact: true }).getByRole('option').count()).toBeGreaterThan(0);
    }
    await look(theo, 'more-devices');
    await button(theo, 'Back').click();
    await button(theo, 'Keys for quick use').click();
    await look(theo, 'more-keys');
    await theo.keyboard.press('Escape');
    await people.leave(theo);
  });

  it('speaks Spanish at 320 px from the door to the end', async () => {
    const maria = await stage.atTheDoor('Maria', { locale: 'es-US', viewport: NARROW });
    const steps: [string, () => Promise<unknown>][] = [
      ['join', () => button(maria, 'Entrar').waitFor()],
      ['waiting', () => button(maria, 'Entrar').click()],
      ['room', () => staff.letIn(dana, 'Maria')],
    ];
    for (const [name, step] of steps) {
      await step();
      if (name === 'room') await maria.getByRole('list', { name: 'Personas en el grupo' }).waitFor();
      expect(await maria.locator('html').getAttribute('lang')).toBe('es');
      await expectNoSidewaysScroll(maria);
      await noteAccessibility(maria, `${name}-spanish-narrow`);
      await shoot(maria, `${name}-spanish-narrow`);
    }
    await button(maria, 'Más').click();
    await expectNoSidewaysScroll(maria);
    await shoot(maria, 'more-spanish-narrow');
    await maria.keyboard.press('Escape');
    await button(maria, 'Salir').click();
    await expectNoSidewaysScroll(maria);
    await button(maria, 'Salir del grupo').click();
    await button(maria, 'Volver a la reunión').waitFor();
    await expectNoSidewaysScroll(maria);
    await shoot(maria, 'after-spanish-narrow');
  });

  it('speaks Spanish to facilitators too', async () => {
    const device = await stage.device({ locale: 'es-US', viewport: NARROW });
    const ben = await device.open(stage.demo.facilitator('Ben').url);
    const room = ben.getByRole('link', { name: /^Abrir la sala/ });
    await room.waitFor();
    expect(await ben.locator('html').getAttribute('lang')).toBe('es');
    await look(ben, 'start-spanish');
    await expectNoSidewaysScroll(ben);
    await shoot(ben, 'start-spanish-narrow');
    await room.click();
    await ben.getByRole('list', { name: 'Personas en el grupo' }).waitFor();
    await look(ben, 'console-spanish');
    for (const tab of ['Personas', 'Hoja', 'Usted']) {
      await staff.turnTo(ben, tab);
      await expectNoSidewaysScroll(ben);
      await shoot(ben, `console-spanish-narrow-${tab}`);
    }
    await ben.close();
  });

  it('is led by the keyboard alone', async () => {
    const amina = await stage.atTheDoor('Amina');
    await people.reachAndPress(amina, 'Join');
    await staff.letIn(dana, 'Amina');
    await inRoom(amina);
    await people.reachAndPress(amina, 'Raise hand');
    await people.expectHands(amina, 'you are next');
    await people.reachAndPress(amina, 'Leave');
    await people.reachAndPress(amina, 'Leave the group');
    await people.hasLeft(amina);
  });

  it('has a place for a person without camera and microphone', async () => {
    const theo = await stage.atTheDoor('Theo', { permissions: [] });
    await look(theo, 'join-refused');
    await people.join(theo);
    await staff.letIn(dana, 'Theo');
    await inRoom(theo);
    await look(theo, 'room-without-camera');
    await people.leave(theo);
  });

  it('follows a dark screen', async () => {
    const luis = await stage.atTheDoor('Luis', { colorScheme: 'dark' });
    await look(luis, 'join-dark');
    await people.join(luis);
    await people.waits(luis);
    await look(luis, 'waiting-dark');
    await staff.letIn(dana, 'Luis');
    await inRoom(luis);
    await people.leave(luis);
    await people.hasLeft(luis);
    await look(luis, 'after-dark');

    const device = await stage.device({ colorScheme: 'dark' });
    const ben = await device.open(stage.demo.facilitator('Ben').url);
    await ben.getByRole('link', { name: /^Open the room/ }).waitFor();
    await look(ben, 'start-dark');
    await ben.close();
  });

  it('sends a person from inside another app to a browser, before the link is used', async () => {
    const userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Instagram 350.0';
    const page = await stage.atTheDoor('Maria', { userAgent });
    await page.getByRole('heading').first().waitFor();
    expect(await button(page, 'Join').count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    await look(page, 'in-app');
  });

  it('says nothing about a link that is not good', async () => {
    const device = await stage.device();
    const page = await device.open(`${stage.demo.url}/join#AAAAAAAAAAAAAAAAAAAAAA`);
    await says(page, 'This page is not open');
    await look(page, 'no-such-link');
    expect(device.faults.splice(0).every((fault) => fault.includes('404'))).toBe(true);
  });
});
