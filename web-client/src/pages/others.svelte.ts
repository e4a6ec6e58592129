import type { Media } from '../media/media.svelte';
import type { MediaLine, SaveData } from '../media/stage';
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
  get picturesSmaller(): boolean {
    return this.#media.self.picturesSmaller;
  }
  get media(): MediaLine {
    return this.#media.self.media;
  }
  get saveData(): SaveData {
    return this.#media.saveData;
  }
  get soundBlocked(): boolean {
    return this.#media.soundBlocked;
  }

  setSaveData(saveData: SaveData): void {
    void this.#media.setSaveData(saveData);
  }

  hear(): void {
    void this.#media.resume();
  }
}
