// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Component } from 'svelte';
import type { Mine } from '../session/api';
import OwnMinutes from './OwnMinutes.svelte';
import Spoken from './Spoken.fake.svelte';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const mine: Mine = {
  name: 'Maria',
  starts: '2026-11-19T18:00:00Z',
  ends: '2026-11-19T19:00:00Z',
  minutes: 57,
  creditedMinutes: 57,
  intervals: [
    { from: '2026-11-19T18:00:00Z', to: '2026-11-19T18:31:00Z', in: true, cause: 'admitted' },
    { from: '2026-11-19T18:31:00Z', to: '2026-11-19T18:34:00Z', in: false, cause: 'dropped' },
    { from: '2026-11-19T18:34:00Z', to: '2026-11-19T19:00:00Z', in: true, cause: 'returned' },
  ],
  sentences: [],
};

describe("Maria's own minutes", () => {
  const shown = (more: Partial<Mine> = {}, onsay = vi.fn(() => Promise.resolve(true)), over = true) => {
    const props = { mine: { ...mine, ...more }, facilitator: 'Dana', over, onsay };
    render(Spoken, { props: { part: OwnMinutes as unknown as Component<Record<string, unknown>>, props } });
    return onsay;
  };
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  const field = () => screen.getByLabelText<HTMLTextAreaElement>('What is wrong?');

  it('say how long the line was gone', () => {
    shown();
    expect(screen.getByText('The line dropped for 3 minutes.')).toBeTruthy();
  });

  it('can be called wrong in her own words, and she learns who will look', async () => {
    const onsay = shown();
    await press('This is wrong');
    expect(document.activeElement).toBe(field());
    await press('Send');
    expect(screen.getByText('Write a few words first.')).toBeTruthy();
    await fireEvent.input(field(), { target: { value: ' I was on the phone. ' } });
    expect(screen.getByText('Dana will look at it.')).toBeTruthy();
    await press('Send');
    expect(onsay).toHaveBeenCalledWith('I was on the phone.');
  });

  it('keep her words when they did not get through', async () => {
    shown(
      {},
      vi.fn(() => Promise.resolve(false)),
    );
    await press('This is wrong');
    await fireEvent.input(field(), { target: { value: 'I was on the phone.' } });
    await press('Send');
    expect(await screen.findByText(/Your words are still here/)).toBeTruthy();
    expect(field().value).toBe('I was on the phone.');
  });

  it('are not asked about twice while staff look', () => {
    shown({ dispute: { at: mine.ends, state: 'open', words: 'I was on the phone.' } });
    expect(screen.queryByRole('button', { name: 'This is wrong' })).toBeNull();
    expect(screen.getByText('Dana will look at it.')).toBeTruthy();
  });

  it('show what staff put right, and what they wrote', () => {
    shown({ correctedMinutes: 60, dispute: { at: mine.ends, state: 'accepted', words: 'I was there.' } });
    expect(screen.getByText('It counts as 60 minutes now.')).toBeTruthy();
    expect(screen.getByText('Your staff put it right.')).toBeTruthy();
    cleanup();
    shown({
      dispute: { at: mine.ends, state: 'declined', words: 'I was there.', answer: 'You came at ten past.' },
    });
    expect(screen.getByText('Your staff wrote: “You came at ten past.”')).toBeTruthy();
  });

  it('cannot be called wrong while the meeting goes on', () => {
    shown({}, undefined, false);
    expect(screen.queryByRole('button', { name: 'This is wrong' })).toBeNull();
  });
});
