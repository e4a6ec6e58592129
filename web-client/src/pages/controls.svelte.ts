import type { Switch } from '../session/protocol';
import type { OwnDevices } from './own-devices.svelte';
import type { Visit } from './visit.svelte';

/** Microphone, camera and hand of the person at this page: what was asked for here, and what the session allows. */
export class Controls {
  readonly #visit: Visit;
  readonly #own: OwnDevices;
  #talking = false;

  constructor(visit: Visit, own: OwnDevices) {
    this.#visit = visit;
    this.#own = own;
  }

  get microphone(): Switch {
    if (this.#visit.you?.microphone === 'held') return 'held';
    return this.#own.microphone ? 'on' : 'off';
  }
  get camera(): Switch {
    if (this.#visit.you?.camera === 'held') return 'held';
    return this.#own.camera ? 'on' : 'off';
  }
  /** Whether this person may be seen in this group at all. */
  get seen(): boolean {
    return this.#own.seen;
  }
  get hand(): boolean {
    return this.#visit.you?.hand === true;
  }

  toggleMicrophone(): void {
    if (this.microphone === 'held') return this.#tellHeld('held', this.#visit.you?.mutedBy);
    this.#visit.seen('may-unmute');
    const on = this.microphone === 'off';
    void this.#own.setMicrophone(on).then(() => this.#tellTrouble(on && !this.#own.microphone));
  }

  toggleCamera(): void {
    if (!this.seen) return;
    if (this.camera === 'held') return this.#tellHeld('camera-held', this.#visit.you?.cameraStoppedBy);
    this.#visit.seen('may-start-camera');
    const on = this.camera === 'off';
    void this.#own.setCamera(on).then(() => this.#tellTrouble(on && !this.#own.camera));
  }

  toggleHand(): void {
    void this.#visit.send({ type: this.hand ? 'hand.lower' : 'hand.raise' });
  }

  /** Space held down: heard while it is held, and only by who was not heard before. */
  readonly talk = {
    start: () => {
      if (this.microphone === 'on') return;
      this.#talking = this.microphone === 'off';
      this.toggleMicrophone();
    },
    stop: () => {
      if (this.#talking && this.microphone === 'on') this.toggleMicrophone();
      this.#talking = false;
    },
  };

  readonly keys = {
    M: () => this.toggleMicrophone(),
    V: () => this.toggleCamera(),
    H: () => this.toggleHand(),
  };

  /** Someone asked to be heard or seen, and the browser or the device said no. */
  #tellTrouble(stillOff: boolean): void {
    if (stillOff && this.#own.trouble) this.#visit.tell({ kind: 'trouble', trouble: this.#own.trouble });
  }

  #tellHeld(kind: 'held' | 'camera-held', by: string | undefined): void {
    // Whoever tries has read the earlier ones.
    for (const earlier of ['muted', 'camera-stopped', 'held', 'camera-held'] as const)
      this.#visit.seen(earlier);
    this.#visit.tell(by ? { kind, by } : { kind });
  }
}
