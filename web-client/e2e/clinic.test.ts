import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, look, noteAccessibility, shoot } from './look';
import { button, reachAndPress, says } from './people';
import * as record from './record';
import { Stage } from './stage';

const NARROW = { width: 360, height: 800 };
const WIDE = { width: 1440, height: 900 };
const LOOKS_WITHIN_MS = 30_000;

/** The second names a group that is not there, the fourth has no name. */
const ROSTER = `number,name,admitted,language,group,Next of kin,contact-phone
H-2001,Nia B.,2026-11-02,English,Morning group,Cora B.,555-0106
H-2002,Omar K.,2026-11-02,English,Noon group,Hana K.,555-0107
H-2003,Ruth C.,2026-11-03,Spanish,Morning group,Paul C.,555-0108
H-2004,,2026-11-03,English,Morning group,May L.,555-0109
H-2005,Ivan R.,2026-11-04,English,,Vera R.,555-0110
`;

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();

/** A clinic keeps its week: groups, people, links and what comes in from elsewhere. */
describe('The clinic', () => {
  let stage: Stage;
  let dana: Page;
  let ben: Page;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await record.staffAt(stage, 'Dana');
    await dana.setViewportSize(WIDE);
    ben = await record.staffAt(stage, 'Ben');
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('says what waits today: who is missing, and which sheets are to be signed', async () => {
    const toSign = dana.getByRole('region', { name: 'Waiting for your signature' });
    await link(dana, /^Look and sign/).waitFor();
    await says(dana, 'One sheet waits for you.');
    await look(dana, 'today');
    await dana.emulateMedia({ colorScheme: 'dark' });
    await shoot(dana, 'today-dark-1440');
    await dana.emulateMedia({ colorScheme: 'light' });
    await toSign.getByRole('link').click();
    await record.shown(dana);
    await dana.goBack();
    await toSign.waitFor();
  });

  it('shows its groups and how full each is', async () => {
    await goTo(dana, 'Groups');
    await heading(dana, 'Groups').waitFor();
    await says(dana, 'room for 7 more');
    await look(dana, 'groups');
    await link(dana, stage.demo.session.title).click();
    await dana.getByRole('heading', { name: 'Who comes' }).waitFor();
    await look(dana, 'group');
  });

  it('makes a group, and says what is missing before anything is sent', async () => {
    await goTo(dana, 'Groups');
    await link(dana, 'Make a group').click();
    await dana.getByLabel('What staff call it').waitFor();
    await reachAndPress(dana, 'Make the group');
    await says(dana, 'Write what staff call the group.');
    await dana.getByLabel('What staff call it').fill('Morning group');
    await dana.getByLabel('At most').fill('1');
    await button(dana, 'Make the group').click();
    await says(dana, 'the smaller one first');
    await dana.getByLabel('At least').fill('1');
    await dana.getByLabel('At most').fill('2');
    await dana.getByRole('checkbox', { name: 'Ben H.' }).check();
    await dana.getByLabel('Rules, in your words').fill('First names only.\nWhat is said here stays here.');
    await look(dana, 'group-new');
    await dana.context().setOffline(true);
    await button(dana, 'Make the group').click();
    await says(dana, 'There is no connection just now. Nothing is lost.');
    await dana.context().setOffline(false);
    await button(dana, 'Make the group').click();
    await heading(dana, 'Morning group').waitFor();
    await says(dana, 'Nobody comes yet.');
    expect(stage.faultsBut(/ERR_INTERNET_DISCONNECTED/)).toEqual([]);
  });

  it('puts people in, and asks why one more comes than it is meant for', async () => {
    for (const name of ['Sam P.', 'Maria V.']) {
      await button(dana, 'Put somebody in').click();
      await dana.getByLabel('Find by name or number').fill(name.slice(0, 3));
      await dana.getByRole('radio', { name }).check();
      await button(dana, 'Put in').click();
      await button(dana, `Take out: ${name}`).waitFor();
    }
    await button(dana, 'Put somebody in').click();
    const dialog = dana.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Luis G.' }).check();
    await button(dialog, 'Put in').click();
    await says(dialog, 'Write why, so that others can follow it later.');
    await look(dana, 'group-join');
    await dialog.getByLabel('Why one more?').fill('He moved from the evening because of his new shift.');
    await button(dialog, 'Put in').click();
    await says(dana, 'one more than planned');
    await button(dana, 'Take out: Maria V.').click();
    await look(dana, 'group-take-out');
    await button(dana, 'Take Maria V. out').click();
    await button(dana, 'Take out: Maria V.').waitFor({ state: 'detached' });
  });

  it('invites a guest until a day', async () => {
    await button(dana, 'Invite a guest').click();
    await dana.getByLabel('Name in the room').fill('Irene T.');
    await dana.getByLabel('As what').selectOption({ label: 'interpreter' });
    await look(dana, 'group-invite');
    await button(dana, 'Invite').click();
    await says(dana, /interpreter, until/);
    await button(dana, 'Link: Irene T.').click();
    await button(dana, 'Make a link').click();
    await dana.locator('.link-card').waitFor();
    await button(dana, 'Done').click();
    await says(dana, /works until/);
    await look(dana, 'guest-link');
    await dana.keyboard.press('Escape');
  });

  it('changes what holds in a group', async () => {
    await link(dana, /^Change/)
      .first()
      .click();
    await dana.getByLabel('At most').fill('6');
    await dana.getByLabel('Members can write').selectOption({ label: 'to everyone' });
    await button(dana, 'Save').click();
    await dana.getByRole('heading', { name: 'Who comes' }).waitFor();
    await says(dana, '1 to 6 people');
    await says(dana, 'to everyone');
  });

  it('shows a facilitator what they lead, and offers nothing that is not theirs', async () => {
    await goTo(ben, 'Groups');
    await heading(ben, 'Groups').waitFor();
    await link(ben, 'Morning group').click();
    await ben.getByRole('heading', { name: 'Who comes' }).waitFor();
    for (const name of ['Put somebody in', 'Close the group'])
      expect(await button(ben, name).count()).toBe(0);
    await ben.goto(`${stage.demo.url}/staff/groups/g-nobody?seat=p-ben`);
    await says(ben, 'There is nothing here that your role opens.');
    expect(stage.faultsBut(/404/)).toEqual([]);
  });

  it('brings a roster in, and says of two rows in words what is wrong with them', async () => {
    await goTo(dana, 'People');
    await link(dana, 'Bring a list').click();
    await button(dana, 'Look at it').click();
    await says(dana, 'Choose a file or paste the list first.');
    await dana.getByLabel('Or paste it here').fill(ROSTER);
    await button(dana, 'Look at it').click();
    await dana.getByRole('heading', { name: 'What would come of it' }).waitFor();
    await says(dana, '5 rows left out');
    await dana.getByLabel('Emergency contact').selectOption({ label: 'Next of kin' });
    await button(dana, 'Look again').click();
    await says(dana, '2 rows left out');
    await says(dana, '3 new');
    const leftOut = dana.getByRole('table', { name: 'Rows that are left out' });
    await says(leftOut, 'There is no open group of this name.');
    await says(leftOut, 'The name is missing.');
    expect(await leftOut.getByRole('row').count()).toBe(3);
    await look(dana, 'import');
    await button(dana, 'Bring 3 rows in').click();
    await dana.getByRole('heading', { name: 'What came of it' }).waitFor();
    await says(dana, 'The list is in.');
    await button(dana, 'Look again').click();
    await says(dana, '3 as they were');
  });

  it('finds a person by a few letters, and shows who they are', async () => {
    await goTo(dana, 'People');
    await dana.getByLabel('Find by name or number').waitFor();
    await look(dana, 'people');
    await dana.getByLabel('Find by name or number').fill('nia');
    await says(dana, 'One fits.');
    await link(dana, 'Nia B.').click();
    await heading(dana, 'Nia B.').waitFor();
    await says(dana, 'Admitted');
    await says(dana, 'Cora B.');
    await link(dana, /^Change/)
      .first()
      .click();
    await dana.getByLabel('Reach by').selectOption({ label: 'text message' });
    await dana.getByLabel('Phone number').fill('');
    await button(dana, 'Save').click();
    await says(dana, 'Write the address or number for the way you chose.');
    await look(dana, 'person-change');
    await dana.getByLabel('Phone number').fill('555-0199');
    await button(dana, 'Save').click();
    await heading(dana, 'Nia B.').waitFor();
    await says(dana, '555-0199');
  });

  it('walks the way with somebody, and welcomes them back without typing again', async () => {
    await button(dana, 'Start the programme').click();
    await button(dana.getByRole('dialog'), 'Start the programme').click();
    await says(dana, /^Active since/);
    await button(dana, 'Discharge').click();
    await dana.getByLabel('Why?').selectOption({ label: 'own wish' });
    await look(dana, 'person-discharge');
    await button(dana.getByRole('dialog'), 'Discharge').click();
    await says(dana, 'can come back at any time');
    await button(dana, 'Welcome back').click();
    await dana.getByRole('checkbox', { name: 'Morning group' }).waitFor();
    expect(await dana.getByRole('checkbox', { name: 'Morning group' }).isChecked()).toBe(true);
    await look(dana, 'person-return');
    await button(dana, 'Welcome Nia B. back').click();
    await says(dana, 'Came back');
    await link(dana, 'Morning group').waitFor();
  });

  it('plans the hours of a week', async () => {
    await button(dana, 'Change: Planned each week').click();
    await dana.getByLabel('Stepped down').fill('lots');
    await button(dana, 'Save').click();
    await says(dana, 'Give hours from 0 to 60.');
    await dana.getByLabel('Stepped down').fill('4.5');
    await button(dana, 'Save').click();
    await says(dana, '4 h 30 min');
  });

  it('prints a link on a card, by which its owner comes in; taken back, it opens nothing', async () => {
    await button(dana, 'Make a link').click();
    const card = dana.locator('.link-card');
    await card.waitFor();
    const address = await card.locator('.link-card__address').innerText();
    await look(dana, 'link-card');
    await dana.emulateMedia({ media: 'print' });
    await shoot(dana, 'link-card-print');
    expect(await button(dana, 'Print the card').isVisible()).toBe(false);
    await dana.emulateMedia({ media: 'screen' });
    await button(dana, 'Done').click();
    const device = await stage.device();
    const nia = await device.open(address);
    await says(nia, 'There is no meeting for you right now');
    await dana.reload();
    await says(dana, 'not let in yet');
    await look(dana, 'person');
    await button(dana, 'Forget the devices').click();
    await button(dana, 'Forget them').click();
    await says(dana, 'The link was not opened on a device yet.');
    await button(dana, 'Take all links back').click();
    await button(dana, 'Take them back').click();
    await says(dana, 'There is no link yet.');
    const stranger = await (await stage.device()).open(address);
    await says(stranger, 'This page is not open');
    // The page that was open looks again by itself, and finds its seat gone.
    await nia.getByText('This page is not open').waitFor({ timeout: LOOKS_WITHIN_MS });
    expect(stage.faultsBut(/40[14]/)).toEqual([]);
  });

  it('notes what one of the staff does, signs with and is licensed in', async () => {
    await goTo(dana, 'People');
    await link(dana, 'Ben H.').click();
    await button(dana, 'Change: Licence').click();
    await dana.getByLabel('Licensed in these states').fill('mn, wisconsin');
    await button(dana, 'Save').click();
    await says(dana, 'A state has two letters, as MN.');
    await dana.getByLabel('Licensed in these states').fill('mn, wi');
    await look(dana, 'licence');
    await button(dana, 'Save').click();
    await says(dana, 'MN, WI');
  });

  it('adopts other rules of attendance, and says under which number', async () => {
    await goTo(dana, 'Clinic');
    await says(dana, /this is number 1\.$/);
    const late = dana.getByLabel('Late after, in minutes');
    expect(await late.inputValue()).toBe('10');
    await late.fill('2.5');
    await button(dana, 'Adopt these rules').click();
    await says(dana, 'Give whole minutes from 0 to 120, and a percentage from 0 to 100.');
    await late.fill('5');
    await dana.getByRole('checkbox', { name: /^Count minutes without sound/ }).check();
    await button(dana, 'Adopt these rules').click();
    await says(dana, 'Saved. The next session that opens is counted by them.');
    await says(dana, /this is number 2\.$/);
    await look(dana, 'clinic-rules');
    await dana.setViewportSize(NARROW);
    await button(dana, 'Español').click();
    await says(dana, /esta es la número 2\.$/);
    await expectNoSidewaysScroll(dana);
    await dana.getByRole('heading', { name: 'Reglas de asistencia' }).scrollIntoViewIfNeeded();
    await shoot(dana, 'clinic-rules-es-360');
    await button(dana, 'English').click();
    await dana.setViewportSize(WIDE);
  });

  it('bends to a small window, large letters, a dark screen and Spanish', async () => {
    for (const page of [
      'groups',
      'groups/g-evening',
      'groups/new',
      'people',
      'people/p-maria',
      'people/import',
    ]) {
      const name = `clinic-${page.replaceAll('/', '-')}`;
      await dana.goto(`${stage.demo.url}/staff/${page}?seat=p-dana`);
      await dana.getByRole('heading', { level: 1 }).waitFor();
      await dana.setViewportSize(NARROW);
      await expectNoSidewaysScroll(dana);
      await noteAccessibility(dana, `${name}-360`);
      await shoot(dana, `${name}-360`);
      await dana.setViewportSize(WIDE);
      await dana.emulateMedia({ colorScheme: 'dark' });
      await look(dana, `${name}-dark`);
      await shoot(dana, `${name}-dark-1440`);
      await dana.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await expectNoSidewaysScroll(dana);
      await shoot(dana, `${name}-large`);
      await dana.evaluate(() => (document.documentElement.style.fontSize = ''));
      await dana.emulateMedia({ colorScheme: 'light' });
      await button(dana, 'Español').click();
      await dana.locator('html[lang=es]').waitFor();
      await look(dana, `${name}-spanish`);
      await button(dana, 'English').click();
    }
  });
});
