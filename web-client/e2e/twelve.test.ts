import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from './browser';
import { Company } from './company';
import * as staff from './console';
import { expectNoSidewaysScroll, look, noteAccessibility, shoot } from './look';
import { expectHeard, expectSeen } from './media';
import * as people from './people';
import { button, group, tile } from './people';
import { Stage } from './stage';

const SIDEWAYS = { width: 844, height: 390 };
const NARROW = { width: 320, height: 640 };
const DESK = { width: 1440, height: 900 };
const OTHERS = ['Sam', 'Maria', 'Luis', 'Theo', 'Nia', 'Omar', 'Ruth', 'Grace', 'Ivan', 'Jack'];
const VOICES = 48;
/** A person whose line is judged meanwhile: far fewer than one for each voice. */
const MOST_LAYOUTS = 6;

/** A room as full as groups are: Dana leads, Amina is on a phone, and ten more have taken their seats. */
describe('Twelve people', () => {
  let stage: Stage;
  let dana: Page;
  let amina: Page;
  let company: Company;

  beforeAll(async () => {
    stage = await Stage.set({ people: 11 });
    dana = await stage.console('Dana');
    amina = await stage.inRoom('Amina', dana, { viewport: PHONE, hasTouch: true, isMobile: true });
    company = await Company.of(stage, OTHERS);
    await dana.getByRole('tab', { name: /^People.*10 waiting/ }).waitFor();
    await staff.letEveryoneIn(dana);
    for (const page of [dana, amina]) await tile(page, 'Jack').waitFor({ state: 'attached' });
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  const seats = (page: Page) =>
    group(page)
      .getByRole('listitem')
      .evaluateAll((tiles) => tiles.map((one) => one.getAttribute('aria-label')));
  const inSight = async (page: Page, name: string) => {
    const box = await tile(page, name).boundingBox();
    const width = page.viewportSize()?.width ?? 0;
    return box !== null && box.x >= 0 && box.x + box.width <= width;
  };
  const expectInSight = (page: Page, name: string, seen: boolean) =>
    expect.poll(() => inSight(page, name), { message: name }).toBe(seen);

  it('are all seen at once by who leads, wide, on a tablet and on a phone', async () => {
    expect(await seats(dana)).toHaveLength(12);
    for (const name of ['Dana', ...OTHERS]) await expectInSight(dana, name, true);
    await look(dana, 'twelve-console');
    await dana.setViewportSize(DESK);
    await shoot(dana, 'twelve-console-desk');
  });

  it('are pages on a phone, turned by a button and by the arrow keys', async () => {
    await amina.getByText('Page 1 of 2').waitFor({ state: 'attached' });
    await expectInSight(amina, 'Dana', true);
    await expectInSight(amina, 'Jack', false);
    await expectNoSidewaysScroll(amina);
    await noteAccessibility(amina, 'twelve-room-phone');
    await shoot(amina, 'twelve-room-phone');

    await button(amina, 'More people').click();
    await expectInSight(amina, 'Jack', true);
    await expectInSight(amina, 'Dana', false);
    await people.isTold(amina, /Page 2 of 2/);
    await shoot(amina, 'twelve-room-phone-second');

    await group(amina).focus();
    await amina.keyboard.press('ArrowLeft');
    await expectInSight(amina, 'Dana', true);
  });

  it('ask for nobody whom they do not see', async () => {
    await expectSeen(amina, 'Dana');
    expect(await tile(amina, 'Dana').locator('video').count()).toBe(1);
    await button(amina, 'More people').click();
    await tile(amina, 'Dana').locator('video').waitFor({ state: 'detached' });
    expect(await amina.evaluate(() => window.holdfastTest.pictures())).toEqual([]);
    await expectHeard(amina, dana);
    await button(amina, 'People before these').click();
    await expectSeen(amina, 'Dana');
  });

  it('keep their seats, whoever speaks, mutes or raises a hand', async () => {
    const before = await seats(amina);
    await company.say('Jack', { type: 'hand.raise' });
    await company.say('Sam', { type: 'microphone.set', on: true });
    await people.expectHands(amina, 'Jack');
    await amina.waitForTimeout(1_500);
    expect(await seats(amina)).toEqual(before);
    await company.say('Jack', { type: 'hand.lower' });
  });

  it('lay nothing out anew when somebody speaks', async () => {
    const devtools = await amina.context().newCDPSession(amina);
    await devtools.send('Performance.enable');
    const layouts = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? 0;
    };
    /** What a tile does when its person speaks, and when they stop, many times over. */
    const rings = (times: number) =>
      amina.evaluate(async (n) => {
        const tiles = [...document.querySelectorAll('[role=list] .tile')];
        for (let at = 0; at < n; at++) {
          await new Promise(requestAnimationFrame);
          const tile = tiles[at % tiles.length];
          tile?.classList.toggle('tile--speaks');
          tile?.querySelector('.tile__name > .vh')?.classList.toggle('unsaid');
        }
        return tiles.length;
      }, times);
    const before = await layouts();
    expect(await rings(VOICES)).toBeGreaterThan(10);
    expect((await layouts()) - before).toBeLessThanOrEqual(MOST_LAYOUTS);
  });

  it('let one of them hide her own picture for good, while the others still see it', async () => {
    await button(amina, 'Hide my own picture').click();
    await tile(amina, 'Amina').getByText('Your camera is on').waitFor();
    expect(await tile(amina, 'Amina').locator('video').count()).toBe(0);
    await expectSeen(dana, 'Amina');
    await amina.reload();
    await people.joinIfAsked(amina);
    await tile(amina, 'Amina').getByText('Your camera is on').waitFor();
    await noteAccessibility(amina, 'twelve-room-hidden-self');
    await shoot(amina, 'twelve-room-hidden-self');
    await button(amina, 'Show my own picture').click();
    await tile(amina, 'Amina').locator('video').waitFor();
  });

  it('fit a phone on its side, a narrow one, large letters and a desk', async () => {
    for (const [name, size] of Object.entries({ sideways: SIDEWAYS, narrow: NARROW, desk: DESK })) {
      await amina.setViewportSize(size);
      await expectNoSidewaysScroll(amina);
      await noteAccessibility(amina, `twelve-room-${name}`);
      await shoot(amina, `twelve-room-${name}`);
    }
    for (const name of ['Dana', ...OTHERS]) await expectInSight(amina, name, true);
    await amina.setViewportSize(PHONE);
    await amina.evaluate(() => (document.documentElement.style.fontSize = '212.5%'));
    await expectNoSidewaysScroll(amina);
    for (const name of ['Microphone', 'More people', 'Leave']) {
      const box = await button(amina, name).boundingBox();
      expect((box?.x ?? PHONE.width) + (box?.width ?? 0), name).toBeLessThanOrEqual(PHONE.width);
    }
    await shoot(amina, 'twelve-room-large-letters');
    await amina.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  });

  it('show whose sound and pictures find no way, until they do again', async () => {
    await company.say('Theo', { type: 'media.lost' });
    await tile(amina, 'Theo').getByText('No connection').waitFor();
    await staff.expectNote(dana, 'Theo', 'no connection');
    await noteAccessibility(amina, 'twelve-room-no-connection');
    await shoot(amina, 'twelve-room-no-connection');
    await company.say('Theo', { type: 'media.returned' });
    await tile(amina, 'Theo').getByText('No connection').waitFor({ state: 'detached' });
  });

  it("see a member's screen large, once a facilitator lets them, with every face beside it", async () => {
    await staff.actOn(dana, 'Sam', 'Let them share a screen');
    await staff.expectNote(dana, 'Sam', 'may share a screen');
    await company.say('Sam', { type: 'screen.share' });
    await people.isTold(amina, /Sam P\. shares a screen/);
    for (const [name, page] of Object.entries({ room: amina, console: dana })) {
      await page.getByRole('figure', { name: "Sam P.'s screen" }).waitFor();
      for (const other of OTHERS) await expectInSight(page, other, true);
      await look(page, `twelve-screen-${name}`);
    }
    for (const name of ['Dana', ...OTHERS]) await expectInSight(amina, name, true);
    await amina.setViewportSize(SIDEWAYS);
    await expectNoSidewaysScroll(amina);
    await shoot(amina, 'twelve-screen-sideways');
    await amina.setViewportSize(NARROW);
    await expectNoSidewaysScroll(amina);
    await shoot(amina, 'twelve-screen-narrow');
    await amina.setViewportSize(PHONE);
    await button(amina, /^Chat/).click();
    for (const name of ['Dana', ...OTHERS]) {
      await expectInSight(amina, name, true);
      expect((await tile(amina, name).boundingBox())?.height, name).toBeGreaterThan(40);
    }
    await expectNoSidewaysScroll(amina);
    await noteAccessibility(amina, 'twelve-screen-chat');
    await shoot(amina, 'twelve-screen-chat');
    await amina.setViewportSize(SIDEWAYS);
    await shoot(amina, 'twelve-screen-chat-sideways');
    await amina.setViewportSize(PHONE);
    await button(amina, /^Chat/).click();
    await dana.setViewportSize(PHONE);
    await shoot(dana, 'twelve-screen-console-phone');
    await dana.setViewportSize(DESK);
    await staff.actOn(dana, 'Sam', 'No more sharing');
    await amina.getByRole('figure').waitFor({ state: 'detached' });
    await people.isTold(amina, /no longer shared/);
  });

  it('read on one calm line that only facilitators speak, for as long as they only listen', async () => {
    const only = dana.getByRole('switch', { name: 'Listen only' });
    await only.click();
    await expect.poll(() => only.isChecked()).toBe(true);
    await people.says(amina, 'Only facilitators can speak right now');
    await expect.poll(() => button(amina, 'Microphone').getAttribute('aria-pressed')).toBe('false');
    const notes = amina.getByRole('region', { name: 'For you' });
    await notes.getByText(/turned your microphone and camera off/).waitFor();
    expect(await notes.getByRole('paragraph').count()).toBe(1);
    await look(dana, 'twelve-listen-only-console');
    await noteAccessibility(amina, 'twelve-listen-only-room');
    await shoot(amina, 'twelve-listen-only-room');
    await only.click();
    await people.says(amina, '12 people are here');
    await notes.getByText(/can turn your microphone and camera on/).waitFor();
    expect(await notes.getByRole('paragraph').count()).toBe(1);
    await button(notes, 'OK').click();
    await notes.waitFor({ state: 'detached' });
  });

  it('are only heard by who saves data so, and seen again when she changes her mind', async () => {
    await button(amina, 'More').click();
    await button(amina, /^Save data/).click();
    await look(amina, 'more-data');
    await amina.getByRole('radio', { name: /^Sound only/ }).check();
    await amina.keyboard.press('Escape');
    await tile(amina, 'Dana').locator('video').waitFor({ state: 'detached' });
    await expectHeard(amina, dana);
    await button(amina, 'More').click();
    await button(amina, /^Save data Now: Sound only/).click();
    await amina.getByRole('radio', { name: /^All pictures/ }).check();
    await amina.keyboard.press('Escape');
    await expectSeen(amina, 'Dana');
  });
});
