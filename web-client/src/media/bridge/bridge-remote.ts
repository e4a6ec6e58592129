import type { PersonView, Switch } from '../../session/protocol';
import type { RemoteState } from '../remote';
import type { Sound } from '../sound';
import { VoiceGate } from '../voice';
import type { Received } from './bridge-call';

const LOUD = 1;

export interface BridgeRemoteParts {
  member: string;
  endpoint: string;
  sound: Pick<Sound, 'play' | 'forget'>;
  onChange: () => void;
}

/** What came of one other person by way of the bridge. */
export interface Coming {
  received: readonly Received[];
  connected: boolean;
  /** Their picture is wanted here, and the bridge holds it back. */
  paused: boolean;
}

/** One other person: through which sections they come, and what tiles show of them. */
export class BridgeRemote {
  readonly #parts: BridgeRemoteParts;
  readonly #voice = new VoiceGate();
  #state: RemoteState;
  #microphone: Switch = 'off';
  #audio: Received | undefined;
  #played: MediaStreamTrack | undefined;
  #streams = new Map<'camera' | 'screen', MediaStream>();

  constructor(parts: BridgeRemoteParts) {
    const { member, endpoint } = parts;
    this.#parts = parts;
    this.#state = { member, endpoint, connected: false, line: 'weak', speaking: false, paused: false };
  }

  get state(): RemoteState {
    return this.#state;
  }
  update(person: PersonView, { received, connected, paused }: Coming): void {
    this.#microphone = person.microphone;
    const of = (kind: Received['kind']) => received.find((one) => one.kind === kind);
    this.#audio = of('audio');
    silenceIfHeld(person, received);
    const audio = this.#audio?.track;
    if (audio && audio !== this.#played) {
      this.#played = audio;
      this.#parts.sound.play(this.#parts.member, audio);
    }
    const picture = this.#streamOf('camera', of('camera')?.track);
    const screen = this.#streamOf('screen', of('screen')?.track);
    const here = connected && received.length > 0;
    this.#set({
      ...{ member: this.#parts.member, endpoint: person.endpoint ?? '' },
      ...(picture && { picture }),
      ...(screen && { screen }),
      ...{ connected: here, line: here ? 'good' : 'weak', speaking: this.#state.speaking, paused },
    });
  }

  listen(nowMs: number, dominant: boolean): void {
    const level = this.#audio?.receiver.getSynchronizationSources()[0]?.audioLevel;
    const speaks = this.#microphone === 'on' && this.#state.connected;
    // Where the browser tells no levels, the bridge's word for who speaks has to do.
    const loudness = level ?? (dominant ? LOUD : 0);
    this.#set({ ...this.#state, speaking: this.#voice.sample(speaks ? loudness : 0, nowMs) });
  }

  close(): void {
    this.#parts.sound.forget(this.#parts.member);
  }

  /** The same object as long as it shows the same: a tile that gets another one goes black for a moment. */
  #streamOf(kind: 'camera' | 'screen', track: MediaStreamTrack | undefined): MediaStream | undefined {
    const before = this.#streams.get(kind);
    if (before && before.getVideoTracks()[0] === track) return before;
    if (!track) {
      this.#streams.delete(kind);
      return undefined;
    }
    const stream = new MediaStream([track]);
    this.#streams.set(kind, stream);
    return stream;
  }

  #set(next: RemoteState): void {
    const keys = new Set([...Object.keys(next), ...Object.keys(this.#state)]) as Set<keyof RemoteState>;
    if ([...keys].every((key) => next[key] === this.#state[key])) return;
    this.#state = next;
    this.#parts.onChange();
  }
}

/** Whoever is held is silent here too, also if the bridge were not to do its part. Sections keep their tracks. */
function silenceIfHeld({ microphone, camera }: PersonView, received: readonly Received[]): void {
  const held = { audio: microphone === 'held', camera: camera === 'held', screen: false };
  for (const { kind, track } of received) track.enabled = !held[kind];
}
