import type { Messages } from './text';

/** What staff read around somebody's answers, on the person's page and in the console alike. */
export const enReading = {
  'read.none': 'No answer',
  'read.gone': 'Nobody can read this any more.',
  'read.all-gone': 'What was written here is deleted for good. Nobody can read it any more.',
  'read.row': 'Number {n}',

  'note.list': 'Notes of staff',
  'note.add': 'Add a note',
  'note.change': 'Change my note',
  'note.label': 'My note for staff',
  'note.why': 'Staff who treat this person read it. The person never sees it.',
  'note.save': 'Save the note',
  'note.take-back': 'Take it back',
  'note.leave': 'Leave it as it is',
  'note.empty': 'Write something first.',
  'note.saved': 'The note is saved.',
  'note.taken-back': 'The note is taken back.',

  'closed.asked': 'One moment…',
  'closed.again': 'Try again',
  'closed.no-line': 'There is no connection just now. What you see may be old. Nothing is lost.',
  'closed.not-noted':
    'That you open this cannot be noted just now, so it is not shown. Try again in a moment.',
  'closed.not-yours': 'There is no such worksheet that your role opens.',
  'closed.other': 'This cannot be shown just now. Try again in a moment.',

  'trouble.no-line': 'There is no connection just now. Nothing is lost. Try again in a moment.',
  'trouble.sign-in': 'You are no longer signed in. Sign in again in another window, then try again here.',
  'trouble.role': 'This is for staff with another role. Nothing is lost.',
  'trouble.slow-down': 'Too much at once. Wait a moment, then try again.',
  'trouble.other': 'That did not work just now. Nothing is lost. Try again.',
} as const satisfies Messages;
