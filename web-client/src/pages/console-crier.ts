import type { enRoom } from '../i18n/en-room';
import type { enStaff } from '../i18n/en-staff';
import type { Say } from '../i18n/text';
import type { ConsoleView } from '../session/protocol';
import type { Announcer } from '../ui/announcer.svelte';
import { Crier } from './crier';

/** What a facilitator who does not look is told besides: who waits, and who asks for help. */
export class ConsoleCrier {
  readonly #announcer: Announcer;
  readonly #say: Say<typeof enStaff>;
  readonly #room: Crier;
  #last: ConsoleView | undefined;

  constructor(announcer: Announcer, room: Say<typeof enRoom>, staff: Say<typeof enStaff>) {
    this.#announcer = announcer;
    this.#say = staff;
    this.#room = new Crier(announcer, room);
  }

  look(view: ConsoleView, yourId: string): void {
    this.#room.look(view, yourId);
    const before = this.#last;
    this.#last = view;
    const names = Object.values(view.waiting).map(({ name }) => name);
    if (Object.keys(view.waiting).some((id) => !before?.waiting[id])) {
      this.#announcer.later('waits', () =>
        this.#say('say.waits', { n: names.length, names: names.join(', ') }),
      );
    }
    for (const [id, { name }] of Object.entries(view.help)) {
      if (!before?.help[id]) this.#announcer.later(`help ${id}`, () => this.#say('say.help', { name }));
    }
  }
}
