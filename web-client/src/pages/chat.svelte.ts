import type { Command } from '../session/commands';
import type { ChatCircle, Said } from '../session/protocol';
import type { Visit } from './visit.svelte';

/** Whom the next message goes to. */
export type Aim = { to: 'staff' } | { to: 'everyone' } | { to: 'member'; member: string };

const STAFF: Aim = { to: 'staff' };

/** The chat as one person has it: what is new to them, whom they write to, and what they have begun to write. */
export class Chat {
  readonly #visit: Visit;
  #open = $state(false);
  #readUntilMs = $state(0);
  #aim = $state.raw<Aim>(STAFF);
  draft = $state('');
  #sending = $state(false);
  /** The keyboard was asked to go to the field. */
  #asked = $state(false);

  constructor(visit: Visit) {
    this.#visit = visit;
    this.#readUntilMs = time(visit.session.heardUntil);
  }

  get messages(): readonly Said[] {
    return this.#visit.session.said;
  }
  get open(): boolean {
    return this.#open;
  }
  get sending(): boolean {
    return this.#sending;
  }
  get stoppedBy(): string | undefined {
    return this.#visit.you?.chatStoppedBy;
  }
  /** Where it is off, there is nothing to open. */
  get off(): boolean {
    return this.#visit.session.room?.chat === 'off';
  }
  get unread(): number {
    if (this.#open) return 0;
    return this.messages.filter((said) => !this.mine(said) && time(said.at) > this.#readUntilMs).length;
  }

  /** The narrowest first: what is meant for few must not reach many because somebody did not look. */
  get circles(): readonly ChatCircle[] {
    const { session } = this.#visit;
    const all: ChatCircle[] = [];
    if (session.may('chat.tell-staff')) all.push('staff');
    if (session.may('chat.tell-everyone')) all.push('everyone');
    if (session.may('chat.tell-member')) all.push('member');
    return all;
  }
  get mayWrite(): boolean {
    return this.circles.length > 0;
  }
  /** What was chosen, as long as it may be; else the narrowest. */
  get aim(): Aim {
    const aim = this.#aim;
    const there = aim.to !== 'member' || this.#visit.session.room?.people[aim.member] !== undefined;
    return there && this.circles.includes(aim.to) ? aim : STAFF;
  }

  mine(said: Said): boolean {
    return said.by === this.#visit.you?.id;
  }

  show(open: boolean): void {
    this.#open = open;
    this.read();
  }

  /** Somebody wants to write, and did not only look. */
  ask(): void {
    this.#asked = true;
  }
  /** Whether that was so; answered once. */
  takeAsked(): boolean {
    const asked = this.#asked;
    this.#asked = false;
    return asked;
  }

  /** A chat that is off has no button; what is open may still be closed. */
  toggle(): void {
    if (!this.#open && this.off) return;
    this.show(!this.#open);
    if (this.#open) this.ask();
  }

  /** All that has come is read, if it is in view. */
  read(): void {
    const last = this.messages.at(-1);
    if (this.#open && last) this.#readUntilMs = Math.max(this.#readUntilMs, time(last.at));
  }

  takeAim(aim: Aim): void {
    this.#aim = aim;
  }

  answer(member: string): void {
    this.#aim = { to: 'member', member };
    this.ask();
  }

  async send(): Promise<void> {
    const text = this.draft.trim();
    if (text === '' || this.#sending) return;
    this.#sending = true;
    const sent = await this.#visit.send(telling(this.aim, text));
    this.#sending = false;
    if (sent) this.draft = '';
  }
}

function telling(aim: Aim, text: string): Command {
  switch (aim.to) {
    case 'staff':
      return { type: 'chat.tell-staff', text };
    case 'everyone':
      return { type: 'chat.tell-everyone', text };
    case 'member':
      return { type: 'chat.tell-member', member: aim.member, text };
  }
}

const time = (at: string | undefined): number => (at === undefined ? 0 : Date.parse(at));
