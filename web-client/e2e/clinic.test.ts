import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, look, noteAccessibility, shoot } from './look';
import { button, reachAndPress, says } from './people';
import * as record from './record';
import { Stage } from './stage';

const NARROW = { width: 360, height: 800 };
const WIDE = { width: 1440, height: 900 };

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

  it('bends to a small window, large letters, a dark screen and Spanish', async () => {
    for (const page of ['groups', 'groups/g-evening', 'groups/new']) {
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
