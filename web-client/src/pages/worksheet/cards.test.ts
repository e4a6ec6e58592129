import { describe, expect, it } from 'vitest';
import type { Item } from '../../worksheets/form';
import { goTogether, ownCards, sharedByOthers, type Cards } from './cards';

const cards: Cards = {
  kb: { item: 'people-instead', row: 'r00000001', order: 20, by: 'pSam', name: 'Sam P.', words: 'I call Jo' },
  ka: { item: 'people-what', row: 'r00000001', order: 10, by: 'pSam', name: 'Sam P.', words: 'My brother' },
  kc: { item: 'story', order: 5, nameless: true, words: 'I was tired' },
  kd: { item: 'story', order: 30, by: 'pMaria', name: 'Maria V.', nameless: true, words: 'Slept badly' },
  ke: { item: 'people-what', row: 'r00000001', order: 40, nameless: true, words: 'Nobody knows' },
};

describe('cards', () => {
  it('are one’s own by the writer, also those without a name', () => {
    expect(ownCards(cards, 'pMaria', [{ item: 'story', row: undefined }]).map(({ id }) => id)).toEqual([
      'kd',
    ]);
    expect(ownCards(cards, 'pSam', [{ item: 'people-what', row: 'r00000002' }])).toEqual([]);
    const row = ['people-what', 'people-instead'].map((item) => ({ item, row: 'r00000001' }));
    expect(
      ownCards(cards, 'pSam', row)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['ka', 'kb']);
  });

  it('of the others stand in the group’s order, a row together, and a name only where it was given', () => {
    expect(sharedByOthers(cards, 'pMaria')).toEqual([
      { key: 'kc', answers: [{ item: 'story', words: 'I was tired' }] },
      {
        key: 'r00000001 pSam',
        name: 'Sam P.',
        answers: [
          { item: 'people-what', words: 'My brother' },
          { item: 'people-instead', words: 'I call Jo' },
        ],
      },
      { key: 'r00000001 ', answers: [{ item: 'people-what', words: 'Nobody knows' }] },
    ]);
  });
});

describe('of a row', () => {
  const what: Item = { id: 'what', type: 'line' };
  const pull: Item = { id: 'pull', type: 'choice' };
  const at = (item: string) => ({ item, row: 'r00000001' });

  it('the words are shared together, and where there are none, what there is', () => {
    expect(
      goTogether([
        [what, at('what')],
        [pull, at('pull')],
      ]),
    ).toEqual([at('what')]);
    expect(goTogether([[pull, at('pull')]])).toEqual([at('pull')]);
  });
});
