import type { LineQuality } from '../media/line';

/** What comes from the others, as the pages show it. */
export interface Group {
  of(member: string): Remote | undefined;
  readonly youSpeak: boolean;
  readonly saveData: boolean;
  /** The line is too weak for pictures: they went first, so that sound stays. */
  readonly picturesOff: boolean;
  /** The browser wants a tap before it plays the others' voices. */
  readonly soundBlocked: boolean;
  setSaveData(on: boolean): void;
  hear(): void;
}

export interface Remote {
  picture?: MediaStream;
  speaking: boolean;
  line: LineQuality;
  /** Their picture rests because the line does not carry it. */
  paused: boolean;
}
