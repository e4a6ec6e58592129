import { expect, it } from 'vitest';
import { people } from '../../i18n/people-book';
import { say } from '../../i18n/text';
import { hoursText, minutesOf } from './hours';

const t = say(people.en, new Intl.PluralRules('en'));

it('says a plan in hours and minutes', () => {
  expect([540, 270, 0].map((minutes) => hoursText(minutes, t))).toEqual(['9 h', '4 h 30 min', '0 h']);
});

it('reads hours as people type them', () => {
  expect(['9', '4.5', ' 4,5 ', '0', '60'].map(minutesOf)).toEqual([540, 270, 270, 0, 3600]);
  for (const typed of ['', 'nine', '-1', '61', '4.555', '1.2.3'])
    expect(minutesOf(typed), typed).toBeUndefined();
});
