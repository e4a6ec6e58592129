import { describe, expect, it } from 'vitest';
import { common } from './books';
import { clinic } from './clinic-book';
import { clock } from './clock';
import { desk } from './desk-book';
import { inApp } from './in-app-book';
import { mine } from './mine-book';
import { people } from './people-book';
import { reading } from './reading-book';
import { record } from './record-book';
import { room } from './room-book';
import { schedule } from './schedule-book';
import { staff } from './staff-book';
import { worksheet } from './worksheet-book';
import { say } from './text';
import type { Message, Messages } from './text';

/** Words that both languages share, seen and meant. */
const sameInBoth = [
  'join.no',
  'room.only',
  'start.mark',
  'why.late',
  'bar.mic',
  'bar.chat',
  'chat.title',
  'console.chat',
  'comma',
  'week.hours',
  'week.hours-and',
  'sheet.no',
  'line.day',
];

const books: [string, { en: Messages; es: Messages }][] = [
  ['common', common],
  ['room', room],
  ['staff', staff],
  ['record', record],
  ['clinic', clinic],
  ['people', people],
  ['schedule', schedule],
  ['worksheet', worksheet],
  ['reading', reading],
  ['desk', desk],
  ['mine', mine],
  ['in app', inApp],
];
const forms = (message: Message) => (typeof message === 'string' ? [message] : [message.one, message.other]);
const gaps = (message: Message) =>
  [
    ...new Set(
      forms(message)
        .join(' ')
        .match(/\{\w+\}/g) ?? [],
    ),
  ].sort();

describe.each(books)('the %s sentences', (_name, { en, es }) => {
  it('leave the same gaps in both languages', () => {
    for (const key of Object.keys(en)) {
      expect(gaps(es[key] as Message), key).toEqual(gaps(en[key] as Message));
    }
  });

  it('are all said in Spanish', () => {
    const same = Object.keys(en).filter((key) => JSON.stringify(es[key]) === JSON.stringify(en[key]));
    expect(same.filter((key) => !sameInBoth.includes(key))).toEqual([]);
  });

  it('neither shout nor blame', () => {
    const all = [...Object.values(en), ...Object.values(es)].flatMap(forms);
    expect(all.filter((text) => /[!¡]|\b(patient|addict|failed|denied|error|invalid)\b/i.test(text))).toEqual(
      [],
    );
  });
});

describe('what members read', () => {
  it('is said as to someone in the sixth grade', () => {
    const sentences = [
      ...Object.values(common.en),
      ...Object.values(room.en),
      ...Object.values(worksheet.en),
    ].flatMap(forms);
    expect(gradeOf(sentences)).toBeLessThanOrEqual(6);
  });
});

/** Flesch and Kincaid's grade, with syllables counted as groups of vowels. */
function gradeOf(texts: string[]): number {
  const sentences = texts
    .flatMap((text) => text.split(/[.?:]\s|[.?:]$/))
    .filter((sentence) => /\w/.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(/[a-z']+/gi) ?? []);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

const syllablesOf = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/e$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  );

describe('a sentence', () => {
  const t = say(
    { hello: 'Hello {name}', people: { one: '{n} person', other: '{n} people' } } as const,
    new Intl.PluralRules('en'),
  );

  it('fills its gaps', () => {
    expect(t('hello', { name: 'Sam' })).toBe('Hello Sam');
  });

  it('ends with one full stop after a name that has its own', () => {
    const thanks = say({ thanks: 'Thank you, {name}.' } as const, new Intl.PluralRules('en'));
    expect(thanks('thanks', { name: 'Amina H.' })).toBe('Thank you, Amina H.');
  });

  it('agrees with its number', () => {
    expect([t('people', { n: 1 }), t('people', { n: 3 })]).toEqual(['1 person', '3 people']);
  });
});

describe('the clock', () => {
  const six = new Date('2026-11-19T18:00:00Z');
  const one = new Date('2026-11-19T13:05:00Z');

  it('names a meeting by its hour', () => {
    expect(clock('en', 'en-US', 'UTC').hour(six)).toBe('6 pm');
    expect(clock('es', 'es-US', 'UTC').hour(six)).toBe('las 6');
    expect(clock('es', 'es-US', 'UTC').hour(one)).toBe('la 1:05');
  });

  it('counts to twenty-four where people do', () => {
    expect(clock('en', 'en-GB', 'UTC').hour(six)).toBe('18:00');
    expect(clock('es', 'es-ES', 'UTC').sentence(six)).toBe('Son las 18:00');
  });

  it('says what time it is', () => {
    expect(clock('en', 'en-US', 'UTC').sentence(one)).toBe("It's 1:05");
    expect(clock('es', 'es-US', 'UTC').sentence(one)).toBe('Es la 1:05 de la tarde');
  });

  it('tells the time of a place, and what its zone is called', () => {
    const chicago = clock('en', 'en-US', 'America/Chicago');
    expect(chicago.when(six)).toBe('Thu, Nov 19, 12:00 pm');
    expect(chicago.field(one)).toBe('07:05');
    expect(chicago.zone(six)).toBe('Central Time');
    expect(clock('en', 'en-US', 'UTC').zone(six)).toBe('Coordinated Universal Time');
  });

  it('tells some time where a browser does not know the zone', () => {
    expect(clock('en', 'en-US', 'Mars/Olympus').time(six)).toMatch(/^\d+:00$/);
  });
});
