import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as chat from './chatting';
import * as staff from './console';
import { look } from './look';
import { expectSeen } from './media';
import { button, isTold, says, tile } from './people';
import { Stage } from './stage';

describe('Words and the spotlight', () => {
  let stage: Stage;
  let dana: Page;
  let sam: Page;
  let maria: Page;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await stage.console('Dana');
    sam = await stage.inRoom('Sam', dana);
    maria = await stage.inRoom('Maria', dana);
  });
  afterEach((test) => stage.after(test));
  afterAll(() => stage.clear());

  it('say who will read them before they are sent', async () => {
    await chat.open(sam);
    await says(chat.sheet(sam), 'No messages yet');
    await says(chat.sheet(sam), 'Only the facilitators will see this');
    await look(sam, 'chat-empty');
  });

  it('go from Sam to the facilitators, and Maria does not see them', async () => {
    await chat.send(chat.sheet(sam), 'Can I step out at seven?');
    await chat.message(chat.sheet(sam), 'Can I step out at seven?').waitFor();
    await isTold(dana, /Message from Sam P/);
    await dana.getByRole('tab', { name: /^Chat.*1 new message$/ }).waitFor();
    await chat.openTab(dana);
    await chat.message(dana, 'Can I step out at seven?').waitFor();
    await dana.getByRole('tab', { name: 'Chat', exact: true }).waitFor();
    await chat.open(maria);
    await says(chat.sheet(maria), 'No messages yet');
    await chat.close(maria);
  });

  it('come back from Dana to Sam alone', async () => {
    await chat.close(sam);
    await chat.answer(dana, 'Sam P.', 'Of course, Sam.');
    await isTold(sam, /Message from Dana W/);
    await button(sam, 'Chat, 1 new message').waitFor();
    await chat.open(sam);
    await says(chat.message(chat.sheet(sam), 'Of course, Sam.'), 'only to you');
    await look(dana, 'console-chat');
    await chat.open(maria);
    expect(await maria.getByText('Of course').count()).toBe(0);
    await chat.close(maria);
  });

  it('reach everyone once the facilitator opens the chat to everyone', async () => {
    await chat.setPolicy(dana, 'Everyone');
    await chat.sheet(sam).getByText('Everyone', { exact: true }).click();
    await says(chat.sheet(sam), 'Everyone in the room will see this');
    await chat.send(chat.sheet(sam), 'Hello all, look at https://example.org');
    await chat.open(maria);
    await chat.message(chat.sheet(maria), 'Hello all').waitFor();
    // What somebody writes is words, never something to press.
    expect(await chat.sheet(maria).getByRole('link').count()).toBe(0);
    await chat.sheet(maria).getByText('Everyone', { exact: true }).click();
    await chat.send(chat.sheet(maria), 'Hello Sam');
    await chat.message(chat.sheet(sam), 'Hello Sam').waitFor();
    await chat.writeTo(dana, 'Everyone', 'Ten minutes until the break.');
    await chat.message(chat.sheet(maria), 'Ten minutes until the break.').waitFor();
    await look(maria, 'chat');
  });

  it('are there once and in order for a person who loads their page again', async () => {
    await maria.reload();
    await chat.open(maria);
    const items = chat.sheet(maria).getByRole('listitem');
    await expect.poll(() => items.count()).toBe(3);
    const texts = await items.locator('p').last().innerText();
    expect(texts).toBe('Ten minutes until the break.');
    expect(await maria.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      'Ten minutes',
    );
  });

  it('can be paused for one person, who is told by whom', async () => {
    await staff.turnTo(dana, 'People');
    await staff.actOn(dana, 'Sam', 'Pause their writing');
    await says(chat.sheet(sam), 'Dana W. paused your writing for now.');
    expect(await chat.sheet(sam).getByRole('textbox').count()).toBe(0);
    await staff.expectNote(dana, 'Sam', 'may not write');
    await look(sam, 'chat-paused');
    await staff.actOn(dana, 'Sam', 'Let them write');
    await chat.sheet(sam).getByRole('textbox').waitFor();
  });

  it('can be turned off, and then there is no button for them', async () => {
    await chat.setPolicy(dana, 'Nobody');
    await says(chat.sheet(sam), 'Your facilitator turned the chat off.');
    await chat.close(sam);
    await chat.opener(sam).waitFor({ state: 'detached' });
    await chat.setPolicy(dana, 'Facilitators');
    await chat.opener(sam).waitFor();
    await chat.close(maria);
  });

  it('are opened by a key in the console', async () => {
    await staff.turnTo(dana, 'People');
    await dana.keyboard.press('c');
    const field = dana.getByRole('textbox', { name: 'Your message' });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe('');
  });

  it('show one person larger to everyone', async () => {
    await staff.turnTo(dana, 'People');
    await stage.inRoom('Theo', dana);
    const height = async (name: string) => (await tile(maria, name).boundingBox())?.height ?? 0;
    await staff.actOn(dana, 'Sam', 'Spotlight');
    await isTold(maria, /Sam P. is in the spotlight/);
    await isTold(sam, /You are in the spotlight/);
    await expect.poll(async () => (await height('Sam')) / (await height('Theo'))).toBeGreaterThan(1.5);
    await expectSeen(maria, 'Sam');
    await look(maria, 'spotlight');
    await look(dana, 'console-spotlight');
    await chat.open(maria);
    await look(maria, 'spotlight-chat');
    await chat.close(maria);
    await staff.actOn(dana, 'Sam', 'End spotlight');
    await expect.poll(async () => Math.abs((await height('Sam')) - (await height('Theo')))).toBeLessThan(1);
  });

  it('do not keep a person from having somebody else in view, for themselves alone', async () => {
    const height = async (page: Page, name: string) => (await tile(page, name).boundingBox())?.height ?? 0;
    await button(maria, 'More').click();
    await button(maria, 'Keep someone in view').click();
    await maria.getByRole('switch', { name: /^Theo/ }).check();
    await look(maria, 'pins');
    await maria.keyboard.press('Escape');
    await expect
      .poll(async () => (await height(maria, 'Theo')) / (await height(maria, 'Sam')))
      .toBeGreaterThan(1.5);
    await look(maria, 'pinned');
    expect(Math.abs((await height(dana, 'Theo')) - (await height(dana, 'Sam')))).toBeLessThan(1);
  });
});
