// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, type Whereabouts } from '../session/api';
import Spoken from './Spoken.fake.svelte';
import WhereSheet from './WhereSheet.svelte';
import { Where, dialled } from './where.svelte';

afterEach(cleanup);

const atHome: Whereabouts = { name: 'Sam P.', place: 'home', address: '48 Juniper Street' };

describe('Where Sam is', () => {
  it('is shown while the sheet is open, and asked for anew each time', async () => {
    const whereabouts = vi.fn(() => Promise.resolve(atHome));
    const where = new Where({ whereabouts }, 'evening');
    await where.open('p-sam', 'Sam P.');
    expect(whereabouts).toHaveBeenCalledWith('evening', 'p-sam');
    expect(where.found).toEqual({ is: 'told', where: atHome });

    where.close();
    expect(where.about).toBeUndefined();
    expect(where.found).toEqual({ is: 'asked' });
    await where.open('p-sam', 'Sam P.');
    expect(whereabouts).toHaveBeenCalledTimes(2);
  });

  it('is not kept when the answer comes after the sheet was closed', async () => {
    const answers: ((where: Whereabouts) => void)[] = [];
    const late = new Promise<Whereabouts>((resolve) => answers.push(resolve));
    const where = new Where({ whereabouts: () => late }, 'evening');
    const opened = where.open('p-sam', 'Sam P.');
    where.close();
    answers[0]?.(atHome);
    await opened;
    expect(where.found).toEqual({ is: 'asked' });
  });

  it.each([
    [new ApiProblem(0, 'unreachable', 'No answer'), 'no-line'],
    [new ApiProblem(503, 'urn:holdfast:problem:not-noted', 'It cannot be noted'), 'not-noted'],
    [new ApiProblem(404, 'urn:holdfast:problem:not-found', 'Nothing here'), 'other'],
    [new Error('anything'), 'other'],
  ])('is said to be unknown: %s', async (problem, why) => {
    const where = new Where({ whereabouts: () => Promise.reject(problem) }, 'evening');
    await where.open('p-sam', 'Sam P.');
    expect(where.found).toEqual({ is: 'untold', why });
  });
});

describe('The sheet about Sam', () => {
  const show = async (where: Where, languages = ['en-US']) => {
    // The page's own dialogs are tried in browsers.
    HTMLDialogElement.prototype.showModal = () => undefined;
    HTMLDialogElement.prototype.close = () => undefined;
    await where.open('p-sam', 'Sam P.');
    const part = WhereSheet as unknown as Component<Record<string, unknown>>;
    render(Spoken, { props: { part, props: { where, ...where.about }, languages } });
  };

  it('says what was not answered, and whom nobody named', async () => {
    const nothing: Whereabouts = { name: 'Sam P.', place: 'unanswered' };
    await show(new Where({ whereabouts: () => Promise.resolve(nothing) }, 'evening'));
    for (const words of [
      'They have not said.',
      'There is none.',
      'Nobody is named.',
      'Opening this is noted.',
    ]) {
      expect(screen.getByText(words)).toBeTruthy();
    }
  });

  it('says that a look which cannot be noted is not to be had, and tries again', async () => {
    const whereabouts = vi
      .fn<() => Promise<Whereabouts>>()
      .mockRejectedValueOnce(new ApiProblem(503, 'urn:holdfast:problem:not-noted', ''))
      .mockResolvedValueOnce(atHome);
    await show(new Where({ whereabouts }, 'evening'), ['es-US']);
    expect(screen.getByText(/no se puede anotar/)).toBeTruthy();
    await fireEvent.click(screen.getByText('Probar de nuevo'));
    expect(await screen.findByText('48 Juniper Street')).toBeTruthy();
  });
});

it.each([
  ['555-0102', '5550102'],
  ['+1 (555) 010-2 ext. 4', '+15550102'],
])('%s is dialled as %s', (phone, digits) => expect(dialled(phone)).toBe(digits));
