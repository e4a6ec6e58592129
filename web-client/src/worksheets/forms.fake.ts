import type { Form, Item } from './form';

const form = (name: string, items: readonly Item[]): Form => ({
  form: name,
  version: '1',
  language: 'en',
  title: 'My trigger map',
  items,
});

const pull = [
  { code: 'a-little', text: 'A little' },
  { code: 'some', text: 'Some' },
  { code: 'a-lot', text: 'A lot' },
];

const triggers = (id: string, text: string, add: string, ask: string): Item => ({
  id,
  type: 'group',
  text,
  repeats: true,
  add,
  items: [
    { id: `${id}-what`, type: 'line', text: ask, most: 200 },
    { id: `${id}-pull`, type: 'choice', text: 'How strong is the pull?', across: true, options: pull },
    { id: `${id}-instead`, type: 'line', text: 'What I do instead', most: 200 },
  ],
});

/** Rows, as in the trigger map. */
export const triggerMap = form('trigger-map', [
  { id: 'start', type: 'display', text: 'A trigger is anything that wakes up an urge.' },
  triggers('people', 'People', 'Add a person', 'Who, and when?'),
  triggers('places', 'Places', 'Add a place', 'Which place?'),
]);

/** Every kind of question, and one that is asked only after another. */
export const everyKind = form('every-kind', [
  {
    id: 'hungry',
    type: 'group',
    text: 'Hungry',
    items: [
      {
        id: 'how',
        type: 'choice',
        text: 'How hungry are you?',
        across: true,
        options: [
          { code: 'not', text: 'Not at all', score: 0 },
          { code: 'some', text: 'Some', score: 2 },
        ],
      },
      {
        id: 'food',
        type: 'line',
        text: 'What can you eat soon?',
        hint: 'Soup and a glass of water',
        most: 10,
        when: [{ item: 'how', is: 'equals', value: 'some' }],
      },
    ],
  },
  { id: 'wave', type: 'display', text: 'Watch the wave.', exercise: 'wave' },
  { id: 'urge', type: 'slider', text: 'How strong is the urge?', from: 0, to: 10, step: 1 },
  { id: 'helped', type: 'choice', text: 'What helped?', repeats: true, options: pull },
  { id: 'safe', type: 'yes-no', text: 'Are you safe?', required: true },
  { id: 'hours', type: 'whole', text: 'How many hours did you sleep?', from: 0, to: 24 },
  { id: 'weight', type: 'decimal', text: 'How many miles?' },
  { id: 'day', type: 'date', text: 'Which day?' },
  { id: 'story', type: 'text', text: 'What happened?', help: 'A few words are enough.', most: 2000 },
  { id: 'thanks', type: 'line', text: 'Thankful for', repeats: true, add: 'Add one more', most: 200 },
  { id: 'end', type: 'display', text: 'Well done for looking.' },
]);
