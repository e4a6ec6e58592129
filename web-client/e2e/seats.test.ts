import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { look } from './look';
import { expectSeen } from './media';
import * as staff from './console';
import * as people from './people';
import { group, inRoom, join, says, tile } from './people';
import { Stage } from './stage';

/** A seat is a person's, on one device at a time, whatever happens to page, line or device. */
describe('A seat', () => {
  let stage: Stage;
  let dana: Page;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await stage.console('Dana');
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('is kept for a person whose page went away', async () => {
    const device = await stage.device();
    const { url } = stage.demo.participant('Theo');
    const first = await device.open(url);
    await join(first);
    await staff.letIn(dana, 'Theo');
    await inRoom(first);
    await first.close();
    await tile(dana, 'Theo').getByText('Reconnecting').first().waitFor();

    const again = await device.open(url);
    await people.joinIfAsked(again);
    await inRoom(again);
    await expectSeen(dana, 'Theo');
    await people.leave(again);
  });

  it('moves to the second tab of the same device without being let in again', async () => {
    const device = await stage.device();
    const { url } = stage.demo.participant('Luis');
    const first = await device.open(url);
    await join(first);
    await staff.letIn(dana, 'Luis');
    await inRoom(first);

    const second = await device.open(url);
    await people.joinIfAsked(second);
    await inRoom(second);
    await says(first, 'The meeting is open in another tab');
    await expectSeen(dana, 'Luis');
    await look(first, 'after-elsewhere');
    await people.leave(second);
  });

  it('is given up in every tab of a device that its person signs out on', async () => {
    const device = await stage.device();
    const room = await device.open(stage.demo.participant('Maria').url);
    await join(room);
    await staff.letIn(dana, 'Maria');
    await inRoom(room);
    const mine = await device.open(`${stage.demo.url}/join?seat=p-maria&at=worksheets`);
    await people.button(mine, 'Sign out').click();
    await people.button(mine.getByRole('dialog'), 'Sign out').click();
    await says(mine, 'You are signed out');
    await says(room, 'You signed out in another tab.');
    await tile(dana, 'Maria').waitFor({ state: 'detached' });
    await look(room, 'after-signed-out');
  });

  it('stays where it is until staff let the new device in, and the person there is told', async () => {
    const first = await stage.inRoom('Sam', dana);
    const second = await stage.waiting('Sam');
    await says(first, 'Someone opened your link on another device');
    expect(await group(second).count()).toBe(0);
    await look(dana, 'console-new-device');

    await staff.letDeviceIn(dana, 'Sam');
    await inRoom(second);
    await says(first, 'You are on another device now');
    await expectSeen(dana, 'Sam');
    await look(first, 'after-moved');
    await people.leave(second);
  });

  it('is lost to a person who was removed, by any page or device', async () => {
    const device = await stage.device();
    const { url } = stage.demo.participant('Amina');
    const page = await device.open(url);
    await join(page);
    await staff.letIn(dana, 'Amina');
    await inRoom(page);
    await staff.remove(dana, 'Amina');
    await says(page, 'You are no longer in this meeting');
    await look(page, 'after-removed');

    const again = await device.open(url);
    await people.expectKeptOut(again);
    await again.close();
  });

  it('waits while the room is locked, and goes back when the facilitator asks', async () => {
    const maria = await stage.waiting('Maria');
    await staff.toggleLock(dana);
    await says(dana, 'The room is locked');
    await staff.letIn(dana, 'Maria');
    await says(dana, 'The room is locked for now');
    expect(await staff.waitsStill(dana, 'Maria')).toBe(true);
    expect(await group(maria).count()).toBe(0);

    await staff.toggleLock(dana);
    await staff.letIn(dana, 'Maria');
    await inRoom(maria);
    await staff.sendBack(dana, 'Maria');
    await says(maria, 'asked you to wait here a moment');
    expect(await group(maria).count()).toBe(0);
    await look(maria, 'waiting-sent-back');
  });
});
