import { Unplugged } from './unplugged';
import type { Own } from './own';
import type { Visit } from './visit.svelte';

/** What a person should be told about themselves while they look at others: a lost device, help on its way. */
export class OwnNews {
  readonly #visit: Visit;
  readonly #unplugged = new Unplugged();
  #helper: string | undefined;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** To be run as an effect. */
  devices(own: Own): void {
    if (this.#unplugged.look(own.devices)) this.#visit.tell({ kind: 'lost-device' });
  }

  /** To be run as an effect. */
  help(): void {
    const helper = this.#visit.you?.helpSeenBy;
    if (helper && helper !== this.#helper) this.#visit.tell({ kind: 'help-seen', by: helper });
    if (!helper) this.#visit.seen('help-seen');
    this.#helper = helper;
  }
}
