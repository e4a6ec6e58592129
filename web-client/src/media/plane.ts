import type { Signal } from '../session/commands';
import type { PageSignal } from './bridge/wire';
import type { IceServer, PersonView } from '../session/protocol';
import type { Timers } from '../session/timers';
import type { LineQuality } from './line';
import type { RemoteState } from './remote';
import type { ShownPicture } from './shown';
import type { Sound } from './sound';

/**
 * `small`: small pictures both ways. `one-picture`: of those that are shown, which the pages keep to one. `sound-only`:
 * no picture of anybody comes, and the own one stays small.
 */
export type SaveData = 'off' | 'small' | 'one-picture' | 'sound-only';

/** Whether sound and pictures find a way out of here at all. `none`: there is nothing to carry them right now. */
export type MediaLine = 'connecting' | 'up' | 'lost' | 'none';

export interface PlaneState {
  line: LineQuality;
  /** Pictures rest so that sound keeps coming through, and the page says so. */
  picturesPaused: boolean;
  /** They go on, smaller or fewer, for the same reason. */
  picturesSmaller: boolean;
  media: MediaLine;
}

/** Who this page is in the room, and by which endpoint. */
export interface Me {
  id: string;
  endpoint: string;
}

/** What this page has to send; `screen` is carried by bridges alone. */
export interface Tracks {
  audio?: MediaStreamTrack | undefined;
  video?: MediaStreamTrack | undefined;
  screen?: MediaStreamTrack | undefined;
}

export type People = Record<string, PersonView>;

export interface PlaneParts {
  timers: Timers;
  sound: Pick<Sound, 'play' | 'forget'>;
  newId: () => string;
  newConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  sendSignal: (to: string, signal: Signal | PageSignal) => void;
  onChange: () => void;
}

/** A way for sound and pictures to travel: from browser to browser, or through a bridge. */
export interface Plane {
  readonly kind: 'peer' | 'bridge';
  readonly state: PlaneState;
  /** Whether sound and pictures have been cut off long enough to be noted; said of bridges alone. */
  readonly cutOff: boolean;
  remote(member: string): RemoteState | undefined;
  setIceServers(iceServers: IceServer[]): void;
  /** Everybody in the room; without `me` this page has no place in it, and every connection goes. */
  follow(people: People, me: Me | undefined): void;
  receive(from: string, signal: object): void;
  setTracks(tracks: Tracks): void;
  setSaveData(saveData: SaveData): void;
  show(pictures: readonly ShownPicture[]): void;
  /** Looks for who speaks: often. */
  listen(nowMs: number): void;
  /** Looks how the lines are: seldom. */
  look(nowMs: number): Promise<void>;
  close(): void;
}
