// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Spoken from '../../pages/Spoken.fake.svelte';
import type { Command } from '../../session/commands';
import type { CardView } from '../../session/protocol';
import { triggerMap } from '../forms.fake';
import Wall from './Wall.svelte';
import { FakeBoard } from './board.fake';

const SAM = 'pSam';
const card = (words: string, more: Partial<CardView> = {}): Omit<CardView, 'order'> => ({
  item: 'people-instead',
  row: 'r0000001',
  words,
  ...more,
});

interface Wish {
  staff?: boolean;
  languages?: string[];
  refuses?: string;
}

function shown(board: FakeBoard, { staff = false, languages = ['en-US'], refuses }: Wish = {}) {
  const send = vi.fn<(command: Command) => Promise<string | undefined>>(() => Promise.resolve(refuses));
  const props = { id: 'wWall', sheet: board.sheet, form: triggerMap, you: SAM, staff, send };
  const nameOf = (member: string) => (member === 'pMaria' ? 'Maria' : undefined);
  const part = Wall as unknown as Component<Record<string, unknown>>;
  render(Spoken, { props: { part, props: { ...props, nameOf }, languages } });
  return send;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const textOf = (words: string) => screen.getByText(words).closest('li')?.textContent ?? '';

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  // What jsdom lacks of browsers.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
  Object.assign(Element.prototype, { getAnimations: () => [], scrollIntoView: () => undefined });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('The wall', () => {
  it('has kind words while there is nothing on it, other ones for staff', () => {
    shown(new FakeBoard());
    screen.getByText(/Nobody has to\./);
    cleanup();
    shown(new FakeBoard(), { staff: true, languages: ['es-US'] });
    screen.getByText(/Ya puede preparar grupos/);
    screen.getByRole('button', { name: 'Agregar un grupo' });
  });

  it('says what a card answers and whose it is, as far as the reader may know', () => {
    const board = new FakeBoard();
    board.share('k1', card('I call Jo', { by: 'pMaria' }));
    board.share('k2', card('I wait', { nameless: true }));
    board.share('k3', card('I walk', { by: SAM, name: 'Sam', nameless: true }));
    shown(board);
    expect(textOf('I call Jo')).toMatch(/^People · What I do instead.*Maria/);
    expect(textOf('I wait')).not.toMatch(/name|You/);
    expect(textOf('I walk')).toContain('You, without your name');
    expect(screen.getAllByRole('button', { name: /^Take back/ })).toHaveLength(1);
  });

  it('tells staff whose a card without a name is, and gives them headings to change', () => {
    const board = new FakeBoard();
    board.take({ type: 'card.group', worksheet: 'w', group: 'gFriends', title: 'Friends' });
    board.share('k1', card('I wait', { by: 'pMaria', name: 'Maria', nameless: true, group: 'gFriends' }));
    shown(board, { staff: true });
    expect(textOf('I wait')).toContain('Maria, without a name');
    screen.getByRole('button', { name: 'Change the group Friends' });
    screen.getByRole('button', { name: 'Card 1 of 1 in Friends. I wait. Move' });
  });

  it('sends what the menu says, and says why something was not done', async () => {
    const board = new FakeBoard();
    for (const id of ['k1', 'k2', 'k3']) board.share(id, card(`Words of ${id}`, { by: SAM }));
    const send = shown(board, { refuses: 'Not now, please.' });
    await press(/Words of k3\. Move/);
    const menu = within(screen.getByRole('dialog'));
    menu.getByText('Card 3 of 3');
    await fireEvent.click(menu.getByRole('button', { name: 'Up' }));
    expect(send).toHaveBeenCalledWith({ type: 'card.move', card: 'k3', before: 'k2' });
    await screen.findByText('Not now, please.');
    menu.getByText('Card 3 of 3');
    await fireEvent.click(menu.getByRole('button', { name: 'Down' }));
    expect(send).toHaveBeenCalledTimes(1);
    await fireEvent.click(menu.getByRole('button', { name: /^Take back/ }));
    expect(send).toHaveBeenLastCalledWith({ type: 'answer.take-back', card: 'k3' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
