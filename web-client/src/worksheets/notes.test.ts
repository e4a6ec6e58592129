// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Spoken from '../pages/Spoken.fake.svelte';
import ReadSheet from './ReadSheet.svelte';
import { everyKind } from './forms.fake';
import type { StaffSheet } from './reading';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const sheet = (more: Partial<StaffSheet> = {}): StaffSheet => ({
  sheet: 'w1',
  form: everyKind,
  answers: [
    { item: 'story', value: 'The boss rang.\n<b>Late</b>' },
    { item: 'thanks', value: ['Rain', 'Tea'] },
    { item: 'urge', value: 7 },
  ],
  answered: 3,
  questions: 9,
  ...more,
});
const show = (props: Record<string, unknown>) =>
  render(Spoken, {
    props: { part: ReadSheet as unknown as Component<Record<string, unknown>>, props, languages: ['en-US'] },
  });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const by = (id: string) => ({ id, name: id === 'p-dana' ? 'Dana W.' : 'Ben H.' });

describe('Somebody’s sheet, read by their staff', () => {
  it('is words, whatever stands in them', () => {
    const { container } = show({ sheet: sheet(), me: 'p-dana' });
    expect(container.querySelector('b')).toBeNull();
    expect(screen.getByText(/The boss rang\.\s<b>Late<\/b>/)).toBeTruthy();
    expect(screen.getByText('7 of 10')).toBeTruthy();
    expect(screen.getByText('Tea').tagName).toBe('LI');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says in a sentence that nobody can read it any more', () => {
    show({ sheet: sheet({ answers: [{ item: 'story', gone: true }] }), me: 'p-dana' });
    expect(screen.getByText(/deleted for good/)).toBeTruthy();
  });

  it('takes a note, and offers to change one’s own alone', async () => {
    const onnote = vi.fn(() => Promise.resolve(undefined));
    const note = { item: 'story', words: 'Seen.', by: by('p-ben'), at: '2026-11-29T18:00:00Z' };
    show({ sheet: sheet({ notes: [note] }), me: 'p-dana', onnote });
    expect(screen.queryByRole('button', { name: /^Change my note/ })).toBeNull();
    await press('Add a note: What happened?');
    const field = await screen.findByLabelText<HTMLTextAreaElement>(/^My note for staff/);
    await fireEvent.input(field, { target: { value: ' Ask about the boss. ' } });
    await press('Save the note');
    expect(onnote).toHaveBeenCalledWith(expect.objectContaining({ item: 'story' }), 'Ask about the boss.');
  });

  it('keeps what one typed when it was not noted, and says why', async () => {
    const onnote = vi.fn(() => Promise.resolve('There is no connection just now.'));
    const note = { item: 'story', words: 'Seen.', by: by('p-dana'), at: '2026-11-29T18:00:00Z' };
    show({ sheet: sheet({ notes: [note] }), me: 'p-dana', onnote });
    await press('Change my note: What happened?');
    const field = await screen.findByLabelText<HTMLTextAreaElement>(/^My note for staff/);
    expect(field.value).toBe('Seen.');
    await fireEvent.input(field, { target: { value: 'Seen twice.' } });
    await press('Save the note');
    expect((await screen.findByRole('alert')).textContent).toContain('no connection');
    expect(field.value).toBe('Seen twice.');
    await press('Take it back');
    expect(onnote).toHaveBeenLastCalledWith(expect.objectContaining({ item: 'story' }), '');
  });
});
