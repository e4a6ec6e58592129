// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { Command } from '../session/commands';
import type { Notice, RoomView, Said, You } from '../session/protocol';
import { Announcer } from '../ui/announcer.svelte';
import { room } from '../i18n/room-book';
import { say } from '../i18n/text';
import { Chat } from './chat.svelte';
import { cryMessages } from './chat-crier';
import type { Visit } from './visit.svelte';

const person = { role: 'participant', order: 1, line: 'here', microphone: 'off', camera: 'off' } as const;
const view: RoomView = {
  place: 'room',
  life: 'open',
  starts: '2026-03-02T18:00:00Z',
  ends: '2026-03-02T19:30:00Z',
  people: { pSam: { ...person, name: 'Sam P.' }, pMaria: { ...person, name: 'Maria V.' } },
};

const from = (by: string, minute: number, to: Said['to'] = 'everyone'): Said => ({
  at: `2026-03-02T18:0${minute}:00Z`,
  by,
  from: by,
  to,
  text: `At ${minute}`,
});

/** Sam's visit, as far as the chat looks at it. */
function visit(may: string[], said: Said[] = [], more: { heardUntil?: string; chat?: 'off' } = {}) {
  const you = $state({
    id: 'pSam',
    may: Object.fromEntries(may.map((name) => [name, true])),
  }) as unknown as You;
  const session = $state({ said, room: { ...view, ...(more.chat ? { chat: more.chat } : {}) } });
  const sent: Command[] = [];
  const answer = vi.fn(() => Promise.resolve(true));
  const listeners: ((notice: Notice) => void)[] = [];
  const fake = {
    you,
    session: {
      get said() {
        return session.said;
      },
      get room() {
        return session.room;
      },
      heardUntil: more.heardUntil,
      may: (type: string) => you.may[type] === true,
      onNotice: (listen: (notice: Notice) => void) => {
        listeners.push(listen);
        return () => undefined;
      },
    },
    send: (command: Command) => {
      sent.push(command);
      return answer();
    },
  } as unknown as Visit;
  const hear = (one: Said) => {
    session.said = [...session.said, one];
    listeners.forEach((tell) => tell({ type: 'notice', code: 'said', ...one }));
  };
  return { fake, hear, sent, answer, you };
}

const BOTH = ['chat.tell-staff', 'chat.tell-everyone'];

describe('what is new to Sam', () => {
  it('is what others wrote since the chat was last in view', () => {
    const { fake, hear } = visit(BOTH);
    const chat = new Chat(fake);
    hear(from('pDana', 1));
    hear(from('pSam', 2));
    expect(chat.unread).toBe(1);
    chat.show(true);
    chat.show(false);
    expect(chat.unread).toBe(0);
    hear(from('pMaria', 3));
    expect(chat.unread).toBe(1);
  });

  it('is what came while the line was down, once the page is loaded again', () => {
    const said = [from('pDana', 1), from('pDana', 3)];
    expect(new Chat(visit(BOTH, said, { heardUntil: '2026-03-02T18:02:00.5Z' }).fake).unread).toBe(1);
    expect(new Chat(visit(BOTH, said).fake).unread).toBe(2);
  });
});

describe('whom a message goes to', () => {
  it('is the facilitators until somebody chooses otherwise, and again when that is over', async () => {
    const { fake, sent, you } = visit(BOTH);
    const chat = new Chat(fake);
    chat.draft = 'To you';
    await chat.send();
    chat.takeAim({ to: 'everyone' });
    chat.draft = 'To all';
    await chat.send();
    delete you.may['chat.tell-everyone'];
    chat.draft = 'Was to all';
    await chat.send();
    expect(sent).toEqual([
      { type: 'chat.tell-staff', text: 'To you' },
      { type: 'chat.tell-everyone', text: 'To all' },
      { type: 'chat.tell-staff', text: 'Was to all' },
    ]);
  });

  it('is the one whom a facilitator answers, as long as they are here', () => {
    const { fake } = visit([...BOTH, 'chat.tell-member']);
    const chat = new Chat(fake);
    chat.answer('pMaria');
    expect(chat.aim).toEqual({ to: 'member', member: 'pMaria' });
    chat.answer('pLuis');
    expect(chat.aim).toEqual({ to: 'staff' });
  });
});

describe('what somebody has begun to write', () => {
  it('stays when it cannot be sent', async () => {
    const { fake, answer } = visit(BOTH);
    const chat = new Chat(fake);
    answer.mockResolvedValueOnce(false);
    chat.draft = 'Not lost';
    await chat.send();
    expect(chat.draft).toBe('Not lost');
    await chat.send();
    expect(chat.draft).toBe('');
  });

  it('is not sent twice by an impatient hand', async () => {
    const { fake, sent } = visit(BOTH);
    const chat = new Chat(fake);
    chat.draft = 'Once';
    await Promise.all([chat.send(), chat.send()]);
    expect(sent.length).toBe(1);
  });
});

describe('a chat that is off', () => {
  it('is not opened by its key', () => {
    const chat = new Chat(visit([], [], { chat: 'off' }).fake);
    chat.toggle();
    expect(chat.open).toBe(false);
  });
});

describe('a screen reader', () => {
  it('is told once who wrote, and not what', () => {
    vi.useFakeTimers();
    const announcer = new Announcer();
    const { fake, hear } = visit(BOTH);
    cryMessages(fake, announcer, say(room.en, new Intl.PluralRules('en')));
    hear(from('pSam', 1));
    hear(from('Dana W.', 1));
    hear(from('Dana W.', 2));
    vi.advanceTimersByTime(2_000);
    expect(announcer.polite).toBe('Message from Dana W.');
    vi.useRealTimers();
  });
});
