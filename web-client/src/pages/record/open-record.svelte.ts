import type { SessionRecord } from '../../session/record';
import { Opened } from '../opened.svelte';

export { outcomeOf } from '../opened.svelte';
export type { Outcome } from '../opened.svelte';

/** The record of one session while staff look at it. */
export class OpenRecord extends Opened<SessionRecord> {
  /** As it was when it was last seen. */
  get record(): SessionRecord | undefined {
    return this.shown;
  }
}
