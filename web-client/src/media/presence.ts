/** Tells the server when the own media are cut off, and when they are back, as long as it can hear it. */
export class Presence {
  readonly #tell: (cutOff: boolean) => void;
  #lineLives = false;
  #endpoint: string | undefined;
  #cutOff = false;
  #told = false;

  constructor(tell: (cutOff: boolean) => void) {
    this.#tell = tell;
  }

  /** The own endpoint while the line to the server lives. Under a new one everybody counts as having media. */
  line(endpoint: string | undefined): void {
    this.#lineLives = endpoint !== undefined;
    if (endpoint !== undefined && endpoint !== this.#endpoint) {
      this.#endpoint = endpoint;
      this.#told = false;
    }
    this.#say();
  }

  media(cutOff: boolean): void {
    this.#cutOff = cutOff;
    this.#say();
  }

  #say(): void {
    if (!this.#lineLives || this.#cutOff === this.#told) return;
    this.#told = this.#cutOff;
    this.#tell(this.#cutOff);
  }
}
