import type { Media } from '../media/media.svelte';
import type { Group, Remote } from './group';

/** The others' pictures and voices, as tiles and notes show them. */
export class Others implements Group {
  readonly #media: Media;

  constructor(media: Media) {
    this.#media = media;
  }

  of(member: string): Remote | undefined {
    return this.#media.remote(member);
  }
  get youSpeak(): boolean {
    return this.#media.self.speaking;
  }
  get picturesOff(): boolean {
    return this.#media.self.picturesPaused;
  }
  get saveData(): boolean {
    return this.#media.saveData !== 'off';
  }
  get soundBlocked(): boolean {
    return this.#media.soundBlocked;
  }

  setSaveData(on: boolean): void {
    void this.#media.setSaveData(on ? 'small' : 'off');
  }

  hear(): void {
    void this.#media.resume();
  }
}
