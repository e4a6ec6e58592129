import type { PersonView } from '../session/protocol';
import { Ladder } from './ladder';
import { LineWord, qualityOf } from './line';
import type { LineQuality } from './line';
import { Peer } from './peer';
import type { PeerParts } from './peer';
import { sendingFor } from './sending';
import type { PictureWish } from './sending';
import type { Sound } from './sound';
import { VoiceGate } from './voice';

/** What a tile shows of one person's sound and picture; a new object whenever something of it changes. */
export interface RemoteState {
  member: string;
  endpoint: string;
  /** Picture only: the voice is played apart. Absent until the connection is agreed. */
  picture?: MediaStream;
  /** What they show of their screen, while they do. */
  screen?: MediaStream;
  connected: boolean;
  line: LineQuality;
  speaking: boolean;
  /** Their picture rests, because the line is too weak for both. */
  paused: boolean;
}

export interface RemoteParts extends Omit<PeerParts, 'onChange'> {
  member: string;
  endpoint: string;
  /** The own endpoint that the connection was made from. */
  mine: string;
  sound: Pick<Sound, 'play' | 'forget'>;
  onChange: () => void;
}

/** One other person's endpoint: the connection and what is known about it. */
export class Remote {
  readonly peer: Peer;
  readonly #parts: RemoteParts;
  readonly #voice = new VoiceGate();
  readonly #ladder = new Ladder();
  #word = new LineWord();
  #state: RemoteState;
  #person: PersonView;
  #audio: MediaStreamTrack | undefined;

  constructor(parts: RemoteParts, person: PersonView) {
    const { member, endpoint } = parts;
    this.#parts = parts;
    this.#person = person;
    this.#state = { member, endpoint, connected: false, line: 'good', speaking: false, paused: false };
    this.peer = new Peer({ ...parts, onChange: () => this.#peerChanged() });
    this.#peerChanged();
  }

  get state(): RemoteState {
    return this.#state;
  }
  get endpoint(): string {
    return this.#parts.endpoint;
  }
  get mine(): string {
    return this.#parts.mine;
  }
  /** Whether the line carries no picture now, in either direction, though there is one. */
  picturesPaused(sending: boolean): boolean {
    const theirs = this.peer.paused && this.#person.camera === 'on';
    return theirs || (sending && this.#ladder.step === 'paused');
  }

  /** Whoever is held is silent here too: that does not hang on what their browser does. */
  follow(person: PersonView): void {
    this.#person = person;
    this.#enforce();
  }

  adapt(saving: boolean, want: PictureWish, others: number): void {
    void this.peer.setSending(sendingFor(this.#ladder.step, this.peer.want, saving, others));
    this.peer.tell({ want, paused: this.#ladder.step === 'paused' });
  }

  listen(nowMs: number): void {
    const level = this.#person.microphone === 'on' && this.peer.connected ? this.peer.level : 0;
    this.#update({ speaking: this.#voice.sample(level, nowMs) });
  }

  async look(nowMs: number): Promise<void> {
    if (!this.peer.connected) {
      this.#update({ line: this.#word.sample('weak') });
      return;
    }
    const sample = await this.peer.sample();
    this.#ladder.sample({ ...sample, loss: sample.lossOut }, nowMs);
    this.#update({ line: this.#word.sample(qualityOf(sample)) });
  }

  close(): void {
    this.peer.close();
    this.#parts.sound.forget(this.#parts.member);
  }

  #peerChanged(): void {
    const audio = this.peer.audio?.track;
    if (audio && audio !== this.#audio) {
      this.#audio = audio;
      this.#parts.sound.play(this.#parts.member, audio);
    }
    const video = this.peer.video?.track;
    const isNew = video && this.#state.picture?.getVideoTracks()[0] !== video;
    this.#enforce();
    // A new line is judged by itself, not by the gap before it.
    if (this.peer.connected && !this.#state.connected) this.#word = new LineWord();
    this.#update({
      connected: this.peer.connected,
      line: this.#word.word,
      paused: this.peer.paused,
      ...(isNew && { picture: new MediaStream([video]) }),
    });
  }

  #enforce(): void {
    const { audio, video } = this.peer;
    if (audio) audio.track.enabled = this.#person.microphone !== 'held';
    if (video) video.track.enabled = this.#person.camera !== 'held';
  }

  #update(part: Partial<RemoteState>): void {
    const before = this.#state;
    const same = (Object.keys(part) as (keyof RemoteState)[]).every((key) => part[key] === before[key]);
    if (same) return;
    this.#state = { ...before, ...part };
    this.#parts.onChange();
  }
}
