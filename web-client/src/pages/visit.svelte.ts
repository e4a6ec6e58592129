import { untrack } from 'svelte';
import type { Command } from '../session/commands';
import type { CloseReason } from '../session/connection';
import type { Notice, RefusalCode, View, You } from '../session/protocol';
import type { DeviceTrouble } from './own';
import type { Session } from '../session/session.svelte';

/** Something that a person is told in the room, until they have seen it. */
export interface Note {
  kind: NoteKind;
  by?: string;
  code?: RefusalCode;
  trouble?: DeviceTrouble;
  worksheet?: string;
  /** Of a worksheet. */
  title?: string;
}
export type NoteKind =
  | 'muted'
  | 'held'
  | 'camera-stopped'
  | 'camera-held'
  | 'may-unmute'
  | 'may-start-camera'
  | 'new-device'
  | 'lost-device'
  | 'help-seen'
  | 'nudged'
  | 'paper-open'
  | 'paper-saved'
  | 'paper-kept'
  | 'paper-empty'
  | 'trouble'
  | 'refused';

export type Ending = 'ended' | CloseReason;

const LEAVE_MS = 1_500;

/** One visit: what the session says to this person, kept for as long as they need to read it. */
export class Visit {
  readonly session: Session;
  #notes = $state.raw<readonly Note[]>([]);
  #written = $state.raw<readonly { from: string; text: string }[]>([]);
  #sentBack = $state(false);
  #wasIn = $state(false);
  #removed = $state(false);
  #left = $state(false);
  /** Words on a worksheet wait for the line, although the visit is over. */
  unsaved = $state(false);

  constructor(session: Session) {
    this.session = session;
    session.onNotice((notice) => this.#hear(notice));
  }

  get view(): View | undefined {
    return this.session.view;
  }
  get you(): You | undefined {
    return this.session.you;
  }
  get notes(): readonly Note[] {
    return this.#notes;
  }
  get written(): readonly { from: string; text: string }[] {
    return this.#written;
  }
  get sentBack(): boolean {
    return this.#sentBack;
  }
  /** Whether the person was ever in the room on this page; who was not has no minutes to be shown. */
  get wasIn(): boolean {
    return this.#wasIn;
  }
  get reconnecting(): boolean {
    return this.session.connection.kind === 'reconnecting';
  }

  /** Why this visit is over, or undefined while it lasts. */
  get ending(): Ending | undefined {
    if (this.#removed) return 'removed';
    if (this.#left) return 'left';
    if (this.view?.place === 'ended') return 'ended';
    return this.session.connection.kind === 'closed' ? this.session.connection.reason : undefined;
  }

  enteredRoom(): void {
    this.#wasIn = true;
    this.#sentBack = false;
  }

  async send(command: Command): Promise<boolean> {
    const outcome = await this.session.send(command);
    if (!outcome.ok) this.tell({ kind: 'refused', code: outcome.code });
    return outcome.ok;
  }

  /** Going is never refused: who has no line just goes, and the seat is given up when the beats stop. */
  async leave(): Promise<void> {
    const waited = new Promise((resolve) => setTimeout(resolve, LEAVE_MS));
    await Promise.race([this.session.send({ type: 'session.leave' }), waited]);
    if (!this.ending) {
      this.#left = true;
      this.session.close();
    }
  }

  /** One of a kind: the newer says it. May be called from an effect, which then does not depend on the notes. */
  tell(note: Note): void {
    this.#notes = [...untrack(() => this.#notes).filter(({ kind }) => kind !== note.kind), note];
  }

  seen(kind: NoteKind): void {
    this.#notes = untrack(() => this.#notes).filter((note) => note.kind !== kind);
  }

  #hear(notice: Notice): void {
    const by = notice.by ? { by: notice.by } : {};
    switch (notice.code) {
      case 'written':
        this.#written = [...this.#written, { from: notice.from ?? '', text: notice.text ?? '' }];
        return;
      case 'muted':
        this.seen('may-unmute');
        return this.tell({ kind: 'muted', ...by });
      case 'camera-stopped':
        this.seen('may-start-camera');
        return this.tell({ kind: 'camera-stopped', ...by });
      case 'may-unmute':
        this.seen('muted');
        this.seen('held');
        return this.tell({ kind: 'may-unmute', ...by });
      case 'may-start-camera':
        this.seen('camera-stopped');
        this.seen('camera-held');
        return this.tell({ kind: 'may-start-camera', ...by });
      case 'new-device-waits':
        return this.tell({ kind: 'new-device' });
      case 'nudged':
        return this.tell({ kind: 'nudged', ...by, ...(notice.worksheet && { worksheet: notice.worksheet }) });
      case 'sent-back':
        this.#sentBack = true;
        return;
      case 'removed':
        this.#removed = true;
        return;
      // The session itself keeps what is written.
      case 'said':
      case 'said-before':
      case 'ended':
      case 'left':
      case 'moved-device':
      case 'opened-elsewhere':
        return;
    }
  }
}
