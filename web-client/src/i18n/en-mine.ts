import type { Messages } from './text';

/** What a person reads on their own page: the next meeting, and the worksheets that they go on with. */
export const enMine = {
  'mine.morning': 'Good morning, {name}',
  'mine.afternoon': 'Good afternoon, {name}',
  'mine.evening': 'Good evening, {name}',
  'mine.title': 'My worksheets',
  'mine.asked': 'One moment…',
  'mine.none':
    'Nothing here yet. When you get a worksheet in a meeting, you find it here afterwards and can go on with it.',
  'mine.readers': 'Only you and the staff who care for you can read them.',
  'mine.no-line': 'There is no connection just now. What you wrote is safe.',
  'mine.closed': 'This cannot be shown just now. What you wrote is safe.',
  'mine.again': 'Try again',

  'next.title': 'Next meeting',
  'next.when': '{day} at {hour}',
  'next.today': 'Today',
  'next.with': { one: 'One minute with {name}.', other: '{n} minutes with {name}.' },
  'next.lasts': { one: 'One minute.', other: '{n} minutes.' },
  'next.join': 'Join',

  'line.today': 'Today',
  'line.day': '{day}. {progress}',
  'line.open': 'Open in your meeting now. {progress}',
  'line.answered': '{done} of {all} answered',
  'line.empty': 'Nothing written yet',
  'line.kept': 'Kept on this device. It will be saved when the line is back.',
  'line.held': 'Not saved yet. Keep this page open.',
  'line.go': 'Open',

  'one.back': 'My worksheets',
  'one.readers':
    'Only you and the staff who care for you can read it. What you share in a meeting, the group sees.',
  'one.pdf': 'Take it home as a PDF',
  'one.pdf-why': 'As it is saved now. It names no clinic.',
  'one.pdf-now': 'As it is saved now.',
  'one.named': 'With the clinic’s name',
  'one.named-why': 'Without it, whoever finds the paper does not learn where you go.',
  'one.gone': 'This worksheet is not open for you. You find all of yours in the list.',
  'one.no-line': 'We cannot open it right now. What you wrote before is safe.',

  'out.ask': 'Sign out',
  'out.title': 'Sign out on this device?',
  'out.why':
    'Do this if other people use this phone or computer too. Nothing of yours stays on it. To come back, open your link again. Staff then let you in as on a new device.',
  'out.waits': 'Some of what you wrote is not saved yet. It would be lost. Wait until the line is back.',
  'out.yes': 'Sign out',
  'out.no': 'Stay',
  'out.not-yet': 'That did not work. There may be no connection. Please try again in a moment.',
  'out.done': 'You are signed out',
  'out.done-why': 'Nothing of yours is left on this device. You can close this page now.',
} as const satisfies Messages;
