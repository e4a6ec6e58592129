import { expect, test } from 'vitest';
import { inAppBrowser, obstacle, troubleOf } from './trouble';

const ios = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 7; wv) AppleWebKit/537.36 Version/4.0 Chrome/126.0 Mobile';

test.each([
  ['Safari on a phone', `${ios} Version/17.5 Mobile/15E148 Safari/604.1`, true, false],
  ['the Facebook app', `${ios} Mobile/15E148 [FBAN/FBIOS;FBAV/460.0]`, true, true],
  ['the Google app', `${ios} GSA/320.0 Mobile/15E148 Safari/604.1`, true, true],
  ['a mail app that gives no camera', `${ios} Mobile/15E148`, false, true],
  ['an app on Android', `${android} Safari/537.36`, true, true],
  ['Chrome on a computer', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0 Safari/537.36', true, false],
])('%s', (_who, userAgent, hasDevices, inside) => {
  expect(inAppBrowser({ userAgent, hasDevices, secure: true })).toBe(inside);
});

test('without encryption no browser gives a camera, and that is what the person is told', () => {
  const facts = { userAgent: 'Firefox', hasDevices: false, secure: false };
  expect(obstacle(facts)).toBe('insecure');
  expect(obstacle({ ...facts, secure: true })).toBe('missing');
  expect(obstacle({ ...facts, hasDevices: true })).toBeUndefined();
});

test.each([
  ['NotAllowedError', 'refused'],
  ['NotReadableError', 'in-use'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
])('%s means %s', (name, trouble) => {
  expect(troubleOf(new DOMException('', name))).toBe(trouble);
});
