import type { CardView } from '../src/session/protocol';

type Shared = Omit<CardView, 'order'>;

/** What lies on a wall, with its headings. */
export interface Drawn {
  groups: readonly (readonly [id: string, title: string])[];
  cards: readonly (readonly [id: string, card: Shared])[];
}

const NAMES: Record<string, string> = {
  pSam: 'Sam',
  pMaria: 'Maria',
  pTheo: 'Theo',
  pJoy: 'Joy',
  pLuis: 'Luis',
  pRuth: 'Ruth',
};

const by = (id: string, item: string, words: string, more: Partial<CardView> = {}): Shared => ({
  item,
  ...(item.includes('-') && { row: 'r0000001' }),
  words,
  by: id,
  name: NAMES[id] ?? id,
  ...more,
});

/** An evening's wall, half sorted. */
export function friends(lang: 'en' | 'es'): Drawn {
  const en = lang === 'en';
  return {
    groups: [
      ['gCall', en ? 'Call somebody' : 'Llamar a alguien'],
      ['gGo', en ? 'Go another way' : 'Ir por otro camino'],
    ],
    cards: [
      [
        'k1',
        by('pMaria', 'people-instead', en ? 'I text Lena first' : 'Primero le escribo a Lena', {
          group: 'gCall',
        }),
      ],
      [
        'k2',
        by('pSam', 'people-instead', en ? 'I ride home with Jo' : 'Vuelvo a casa con Jo', { group: 'gGo' }),
      ],
      [
        'k3',
        by('pTheo', 'places-instead', en ? 'I take Pine Street' : 'Voy por la calle Pino', { group: 'gGo' }),
      ],
      [
        'k4',
        by(
          'pJoy',
          'people-instead',
          en
            ? 'I call my aunt at seven, before the evening gets long'
            : 'Llamo a mi tía a las siete, antes de que se haga larga la noche',
          { group: 'gCall', nameless: true },
        ),
      ],
      [
        'k5',
        by('pSam', 'places-what', en ? 'The gas station on 5th' : 'La gasolinera de la calle 5', {
          nameless: true,
        }),
      ],
      ['k6', by('pLuis', 'people-pull', 'a-lot')],
      [
        'k7',
        by(
          'pRuth',
          'places-instead',
          en ? 'I bring my own drink and leave by nine' : 'Llevo mi propia bebida y me voy a las nueve',
        ),
      ],
    ],
  };
}

/** The same without headings. */
export const loose = (lang: 'en' | 'es'): Drawn => ({
  groups: [],
  cards: friends(lang).cards.map(([id, { group: _, ...card }]) => [id, card]),
});

/** Words that would do something if they were more than words, and words that would not fit. */
export const hostile = (): Drawn => ({
  groups: [
    ['gScript', '<img src=x onerror=alert(1)>'],
    ['gLong', 'W'.repeat(60)],
    ['gRight', 'الأصدقاء والعائلة'],
  ],
  cards: [
    [
      'k1',
      by('pMaria', 'people-what', '<script>document.title="taken"</script><b>bold</b>{@html x}', {
        group: 'gScript',
      }),
    ],
    ['k2', by('pSam', 'people-what', 'A'.repeat(200), { group: 'gLong' })],
    [
      'k3',
      by('pTheo', 'people-what', 'أتصل بأختي قبل أن يصبح المساء طويلاً', { group: 'gRight', name: 'ثيو' }),
    ],
    ['k4', by('pJoy', 'people-instead', '\u202Eevil\u202C and after', { name: 'Z̸̢̛a̵l̷g̶o̴'.repeat(4) })],
    ['k5', by('pRuth', 'people-what', `https://example.org/${'x'.repeat(180)}`, { nameless: true })],
    ['k6', { item: 'people-what', row: 'r0000001', by: 'pSam', name: 'Sam' }],
  ],
});

/** More than a window holds. */
export const many = (): Drawn => ({
  groups: [
    ['gFriends', 'Friends'],
    ['gHome', 'Home'],
  ],
  cards: Array.from({ length: 40 }, (_, n) => [
    `k${String(n)}`,
    by(n % 7 === 0 ? 'pSam' : 'pMaria', 'people-what', `Words number ${String(n + 1)}`, {
      ...(n % 3 === 1 && { group: 'gFriends' }),
      ...(n % 3 === 2 && { group: 'gHome' }),
    }),
  ]),
});
