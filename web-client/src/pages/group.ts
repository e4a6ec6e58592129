import type { LineQuality } from '../media/line';
import type { MediaLine, SaveData } from '../media/stage';

/** What comes from the others, as the pages show it. */
export interface Group {
  of(member: string): Remote | undefined;
  readonly youSpeak: boolean;
  /** Whether sound and pictures find a way between this page and the others at all. */
  readonly media: MediaLine;
  readonly saveData: SaveData;
  /** The line is too weak for pictures: they went first, so that sound stays. */
  readonly picturesOff: boolean;
  readonly picturesSmaller: boolean;
  /** The browser wants a tap before it plays the others' voices. */
  readonly soundBlocked: boolean;
  setSaveData(saveData: SaveData): void;
  hear(): void;
}

export interface Remote {
  picture?: MediaStream;
  screen?: MediaStream;
  speaking: boolean;
  line: LineQuality;
  /** Their picture rests because the line does not carry it. */
  paused: boolean;
}
