import { describe, expect, it } from 'vitest';
import { worksheet } from '../../i18n/worksheet-book';
import { say } from '../../i18n/text';
import type { CardView } from '../../session/protocol';
import { everyKind, triggerMap } from '../forms.fake';
import { asks, linesOf } from './card-words';

const en = say(worksheet.en, new Intl.PluralRules('en'));
const of = (item: string, words?: string): CardView => ({
  item,
  order: 1,
  ...(words !== undefined && { words }),
});
const lines = (item: string, words?: string) => linesOf(en, 'en-US', everyKind, of(item, words));

describe('A card', () => {
  it('says what it answers, and of a row what the row is about', () => {
    expect(asks(triggerMap, of('people-instead'))).toBe('People · What I do instead');
    expect(asks(everyKind, of('safe'))).toMatch(/^Are you safe/);
    expect(asks(everyKind, of('gone-from-the-form'))).toBeUndefined();
    expect(asks(undefined, of('safe'))).toBeUndefined();
  });

  it('has the words that people know, whatever kind of answer it is', () => {
    expect(lines('how', 'not')).toEqual(['Not at all']);
    expect(lines('helped', 'a-little\nsome')).toEqual(['A little', 'Some']);
    expect(lines('thanks', 'Rain\nTea')).toEqual(['Rain', 'Tea']);
    expect(lines('safe', 'true')).toEqual(['Yes']);
    expect(lines('safe', 'false')).toEqual(['No']);
    expect(lines('urge', '7')).toEqual(['7 of 10']);
    expect(lines('weight', '1234.5')).toEqual(['1,234.5']);
    expect(lines('day', '2026-11-29')).toEqual(['Nov 29, 2026']);
    expect(lines('story', 'One.\nTwo.')).toEqual(['One.\nTwo.']);
  });

  it('has what was sent where the form is not there or does not know it', () => {
    expect(linesOf(en, 'en-US', undefined, of('how', 'a-lot'))).toEqual(['a-lot']);
    expect(lines('how', 'an-older-code')).toEqual(['an-older-code']);
    expect(lines('urge', 'seven')).toEqual(['seven']);
    expect(lines('day', 'someday')).toEqual(['someday']);
    expect(lines('how')).toEqual([]);
  });
});
