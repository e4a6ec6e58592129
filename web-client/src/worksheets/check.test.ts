import { expect, it } from 'vitest';
import { misfit, numberFrom } from './check';
import { placesOf, type Item, type Value } from './form';
import { everyKind } from './forms.fake';

it.each<[string, Value, string | undefined]>([
  ['food', 'Soup', undefined],
  ['food', 'Soup and bread', 'too-long'],
  ['food', 3, 'other-kind'],
  ['how', 'some', undefined],
  ['how', 'lots', 'no-option'],
  ['how', ['some'], 'other-kind'],
  ['helped', ['some', 'a-lot'], undefined],
  ['helped', ['some', 'lots'], 'no-option'],
  ['helped', 'some', 'other-kind'],
  ['safe', false, undefined],
  ['safe', 'no', 'other-kind'],
  ['hours', 7, undefined],
  ['hours', 7.5, 'not-whole'],
  ['hours', -1, 'too-small'],
  ['hours', 25, 'too-big'],
  ['hours', '7', 'no-number'],
  ['weight', 7.5, undefined],
  ['weight', Number.NaN, 'no-number'],
  ['urge', 10, undefined],
  ['urge', 11, 'too-big'],
  ['day', '2026-02-28', undefined],
  ['day', '2026-02-30', 'no-date'],
  ['day', '28/02/2026', 'no-date'],
  ['thanks', ['rain', 'tea'], undefined],
  ['thanks', 'rain', 'other-kind'],
  ['hungry', 'x', 'other-kind'],
  ['end', 'x', 'other-kind'],
])('%s with %j: %s', (id, value, fault) => {
  expect(misfit(placesOf(everyKind).get(id)?.item as Item, value)).toBe(fault);
});

it('a slider stands only where its steps are', () => {
  const slider: Item = { id: 'urge', type: 'slider', from: 5, to: 20, step: 5 };
  expect([5, 10, 12].map((value) => misfit(slider, value))).toEqual([undefined, undefined, 'no-option']);
});

it.each([
  ['7', 7],
  [' 7,5 ', 7.5],
  ['7.5', 7.5],
  ['-2', -2],
  ['1,000,000', undefined],
  ['about 7', undefined],
  ['7e3', undefined],
  ['', undefined],
])('%j is read as %s', (text, number) => expect(numberFrom(text)).toBe(number));
