// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Spoken from '../pages/Spoken.fake.svelte';
import { FakeTimers } from '../session/timers.fake';
import Worksheet from './Worksheet.svelte';
import { AnswersStore } from './answers-store';
import { EMPTY, written, type Filled } from './filled';
import { Filling } from './filling.svelte';
import type { Form } from './form';
import { everyKind, triggerMap } from './forms.fake';
import { WhileOpen } from './keeping';
import { FakeSheetLine, FakeTabs } from './sheet-line.fake';

let commands = 0;
const settled = () => new Promise((resolve) => setTimeout(resolve));

function shown(form: Form, filled: Filled = EMPTY, languages = ['en-US']) {
  const line = new FakeSheetLine(form, filled);
  const ports = {
    line,
    keeping: new WhileOpen(),
    tabs: new FakeTabs().another(),
    timers: new FakeTimers(),
    newCommand: () => `c${String(++commands)}`,
  };
  const filling = new Filling(form, new AnswersStore(form, filled, ports));
  const onclose = vi.fn();
  const props = { filling, readers: 'Only you and Dana see this.', onclose };
  const part = Worksheet as unknown as Component<Record<string, unknown>>;
  render(Spoken, { props: { part, props, languages } });
  return { line, filling, onclose };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('A worksheet', () => {
  it('says that it is saved and who sees it', () => {
    shown(triggerMap);
    expect(screen.getByRole('heading', { name: 'My trigger map' })).toBeTruthy();
    expect(screen.getByText('Saved. Only you and Dana see this.')).toBeTruthy();
  });

  it('closes by its button and by Escape', async () => {
    const { onclose } = shown(triggerMap);
    await press('Close the worksheet');
    await fireEvent.keyDown(screen.getByRole('heading', { name: 'People' }), { key: 'Escape' });
    expect(onclose).toHaveBeenCalledTimes(2);
  });

  it('asks the next thing once an answer calls for it, and tells how far one is', async () => {
    const { line } = shown(everyKind);
    expect(screen.queryByLabelText(/eat soon/)).toBeNull();
    await fireEvent.click(
      within(screen.getByRole('group', { name: /hungry are you/ })).getByLabelText('Some'),
    );
    expect(field(/eat soon/).placeholder).toBe('Soup and a glass of water');
    expect(screen.getByText('1 of 10 answered')).toBeTruthy();
    await settled();
    expect(line.value('how')).toBe('some');
  });

  it('takes an answer away again, and the keyboard stays', async () => {
    const { line } = shown(everyKind, written(everyKind, EMPTY, { item: 'how' }, 'some'));
    await press(/^Clear: How hungry/);
    await settled();
    expect(line.value('how')).toBeUndefined();
    expect(document.activeElement).toBe(
      within(screen.getByRole('group', { name: /hungry are you/ })).getByLabelText('Not at all'),
    );
  });

  it('speaks the language of the page', () => {
    shown(everyKind, EMPTY, ['es-MX']);
    expect(screen.getByText('Respuestas: 0 de 9')).toBeTruthy();
    expect(screen.getByLabelText('Sí')).toBeTruthy();
  });
});

describe('A slider', () => {
  it('answers for nobody', async () => {
    const { line, filling } = shown(everyKind);
    const urge = field(/strong is the urge/);
    expect([urge.value, urge.getAttribute('aria-valuetext')]).toEqual(['5', 'Not set yet']);
    expect(filling.value({ item: 'urge' })).toBeUndefined();
    await fireEvent.keyDown(urge, { key: 'Enter' });
    await fireEvent.change(urge);
    await settled();
    expect([line.value('urge'), urge.getAttribute('aria-valuetext')]).toEqual([5, '5 of 10']);
  });
});

describe('A number', () => {
  it('is read as people write it', async () => {
    const { line } = shown(everyKind);
    await fireEvent.input(field(/miles/), { target: { value: '2,5' } });
    await fireEvent.blur(field(/miles/));
    await settled();
    expect(line.value('weight')).toBe(2.5);
  });

  it('that does not fit stays in the field and is said once it is left', async () => {
    const { line } = shown(everyKind);
    const hours = field(/hours/);
    await fireEvent.input(hours, { target: { value: '25' } });
    expect(hours.getAttribute('aria-invalid')).toBeNull();
    await fireEvent.blur(hours);
    expect(screen.getByText('The highest number here is 24.').id).toBe(
      hours.getAttribute('aria-describedby'),
    );
    expect([hours.value, line.value('hours')]).toEqual(['25', undefined]);
    await fireEvent.input(hours, { target: { value: '24' } });
    expect(screen.queryByText('The highest number here is 24.')).toBeNull();
  });
});

describe('Several lines', () => {
  it('come and go, and empty ones are no answer', async () => {
    const { line } = shown(everyKind);
    await fireEvent.input(field('Thankful for, number 1'), { target: { value: 'Rain' } });
    await press('Add one more');
    await press('Add one more');
    await fireEvent.input(field('Thankful for, number 3'), { target: { value: 'Tea' } });
    await fireEvent.blur(field('Thankful for, number 3'));
    await settled();
    expect(line.value('thanks')).toEqual(['Rain', 'Tea']);
    expect(field('Thankful for, number 2').value).toBe('');
    await press('Remove: Rain');
    await settled();
    expect(line.value('thanks')).toEqual(['Tea']);
    expect(document.activeElement).toBe(field('Thankful for, number 1'));
  });
});

describe('Rows', () => {
  const brother = written(triggerMap, EMPTY, { item: 'people-what', row: 'r1' }, 'My brother');
  const both = written(triggerMap, brother, { item: 'people-pull', row: 'r1' }, 'some');

  it('are read at a glance, and opened to be written in', async () => {
    shown(triggerMap, both);
    const row = screen.getByRole('button', { name: /My brother.*Some.*Change/s });
    expect(row.querySelectorAll('.on').length).toBe(2);
    await fireEvent.click(row);
    await settled();
    expect(document.activeElement).toBe(field('Who, and when?'));
    await press('Done');
    await settled();
    expect(document.activeElement?.textContent).toContain('My brother');
  });

  it('go with one press, and the keyboard goes on from there', async () => {
    const { line } = shown(triggerMap, both);
    await press(/My brother/);
    await press('Remove');
    await settled();
    expect(line.filled).toEqual(EMPTY);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a person' }));
  });

  it('that were left empty were never meant', async () => {
    const { line } = shown(triggerMap);
    await press('Add a person');
    await press('Add a place');
    expect(screen.getAllByRole('button', { name: 'Done' }).length).toBe(1);
    await press('Done');
    await settled();
    expect([line.done, screen.queryAllByRole('listitem').length]).toEqual([[], 0]);
  });
});

describe('One question at a time', () => {
  it('is gone through forth and back, and remembered by the browser', async () => {
    shown(everyKind);
    await press('One at a time');
    expect(screen.getByText('Question 1 of 10')).toBeTruthy();
    expect(screen.queryByLabelText(/miles/)).toBeNull();
    await press('Next');
    await press('Next');
    await settled();
    expect(document.activeElement?.textContent).toContain('Question 3 of 10');
    expect(field(/strong is the urge/)).toBeTruthy();
    await press('Back');
    expect(screen.getByRole('img', { name: /wave/ })).toBeTruthy();
    cleanup();
    shown(everyKind);
    expect(screen.getByText('Question 1 of 10')).toBeTruthy();
  });
});

describe('Words that were written in two places', () => {
  it('are both there until one is chosen', async () => {
    const { line, filling } = shown(everyKind);
    line.cut = 'before';
    await fireEvent.input(field('What happened?'), { target: { value: 'Here' } });
    await fireEvent.blur(field('What happened?'));
    await settled();
    expect(screen.getByText(/^Not saved yet/)).toBeTruthy();
    line.cut = 'no';
    line.filled = written(everyKind, line.filled, { item: 'story' }, 'There');
    filling.wake();
    await settled();
    await settled();
    expect(field('What happened?').value).toBe('There');
    expect(screen.getByText('Here').tagName).toBe('BLOCKQUOTE');
    await press('Use these');
    await settled();
    expect([line.value('story'), field('What happened?').value]).toEqual(['Here', 'Here']);
    expect(screen.queryByText('Here')?.tagName).not.toBe('BLOCKQUOTE');
  });
});
