import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { look } from './look';
import * as staff from './console';
import * as people from './people';
import { button, inRoom, says } from './people';
import { Stage } from './stage';

/** Somebody may have to be sent help: where they are today is two taps away, for staff alone. */
describe('Where a person is today', () => {
  let stage: Stage;
  let dana: Page;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await stage.console('Dana');
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('is two taps away for a facilitator, with whom to call', async () => {
    const sam = await stage.atTheDoor('Sam');
    await sam.getByRole('checkbox', { name: /at home/ }).check();
    await people.join(sam);
    await staff.letIn(dana, 'Sam');
    await inRoom(sam);

    await staff.openActions(dana, 'Sam');
    const ask = button(dana, 'Where are they today?');
    await ask.click();
    const sheet = staff.whereSheet(dana, 'Sam');
    await says(dana, 'At home');
    await says(dana, '48 Juniper Street, Millbrook');
    const call = sheet.getByRole('link', { name: 'Call Jo P., 555-0102' });
    expect(await call.getAttribute('href')).toBe('tel:5550102');
    await sheet.getByText('Opening this is noted.').waitFor();
    await look(dana, 'console-where');

    await dana.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await dana.getByText('48 Juniper Street').count()).toBe(0);
    expect(await ask.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await people.shownWords(sam)).not.toContain('Juniper');
  });

  it('is one tap away while a person asks for help', async () => {
    const luis = await stage.atTheDoor('Luis');
    await button(luis, 'Change').click();
    await luis.getByRole('radio', { name: /somewhere else/ }).check();
    await luis.getByRole('textbox', { name: 'Street and town' }).fill('3 Ferry Steps, Eastfield');
    await people.join(luis);
    await staff.letIn(dana, 'Luis');
    await inRoom(luis);
    await people.askForHelp(luis);

    await button(staff.helpCard(dana, 'Luis'), 'Where are they today?').click();
    const sheet = staff.whereSheet(dana, 'Luis');
    await sheet.getByText('3 Ferry Steps, Eastfield').waitFor();
    await button(sheet, 'Close').click();
    await sheet.waitFor({ state: 'detached' });
  });

  it('can still be asked of a person who has gone', async () => {
    const maria = await stage.inRoom('Maria', dana);
    await people.leave(maria);
    const gone = dana.getByRole('listitem').filter({ hasText: /^Maria.*left/ });
    await button(gone, 'Where are they today?').click();
    const sheet = staff.whereSheet(dana, 'Maria');
    await sheet.getByText('They have not said.').waitFor();
    await sheet.getByRole('link', { name: /^Call Elena V/ }).waitFor();
    await look(dana, 'console-where-unanswered');
  });
});
