// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { PutAway } from './put-away';

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

it('what was closed stays so for a page that is loaded anew, and for this seat alone', () => {
  new PutAway('seat-1').put('wOne', true);
  const anew = new PutAway('seat-1');
  expect([anew.has('wOne'), anew.has('wTwo'), new PutAway('seat-2').has('wOne')]).toEqual([
    true,
    false,
    false,
  ]);
  anew.put('wOne', false);
  expect([anew.has('wOne'), new PutAway('seat-1').has('wOne')]).toEqual([false, false]);
});

it('is known as long as the page is open where the browser keeps nothing', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  const away = new PutAway('seat-1');
  away.put('wOne', true);
  expect([away.has('wOne'), new PutAway('seat-1').has('wOne')]).toEqual([true, false]);
});
