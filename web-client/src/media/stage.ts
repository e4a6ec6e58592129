import type { Signal } from '../session/commands';
import { Listeners } from '../session/listeners';
import type { IceServer, PeerPlane, PersonView, View, You } from '../session/protocol';
import type { Cancel, Timers } from '../session/timers';
import { EarlySignals } from './early';
import { bestOf } from './line';
import type { LineQuality } from './line';
import type { Tracks } from './peer';
import { Remote } from './remote';
import type { RemoteState } from './remote';
import type { PictureWish } from './sending';
import type { ShownPicture } from './shown';
import type { Sound } from './sound';
import { VoiceGate } from './voice';

const VOICE_MS = 100;
const STATS_MS = 2_000;

/**
 * `small`: small pictures both ways. `one-picture`: of those that are shown, which the pages keep to one. `sound-only`:
 * no picture of anybody comes, and the own one stays small.
 */
export type SaveData = 'off' | 'small' | 'one-picture' | 'sound-only';

const WISHES: Record<SaveData, PictureWish> = {
  off: 'full',
  small: 'small',
  'one-picture': 'small',
  'sound-only': 'none',
};

export interface StageParts {
  timers: Timers;
  sound: Pick<Sound, 'play' | 'forget'>;
  newId: () => string;
  newConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  sendSignal: (to: string, signal: Signal) => void;
  /** How loud the own microphone is, 0 to 1. */
  ownLevel: () => number;
}

/** Whether sound and pictures find a way out of here at all. `none`: there is nothing to carry them right now. */
export type MediaLine = 'connecting' | 'up' | 'lost' | 'none';

export interface SelfState {
  media: MediaLine;
  line: LineQuality;
  speaking: boolean;
  /** Pictures rest so that sound keeps coming through, and the page says so. */
  picturesPaused: boolean;
}

const ALONE: SelfState = { media: 'connecting', line: 'good', speaking: false, picturesPaused: false };

/** Everybody whom this page sees and hears, kept in step with the view. */
export class Stage {
  readonly #parts: StageParts;
  readonly #changed = new Listeners<Stage>();
  readonly #remotes = new Map<string, Remote>();
  readonly #early: EarlySignals;
  readonly #ownVoice = new VoiceGate();
  #iceServers: IceServer[] | undefined;
  #people: Record<string, PersonView> = {};
  #me: { id: string; endpoint: string } | undefined;
  #tracks: Tracks = {};
  #saveData: SaveData = 'off';
  /** Absent until a page says what it draws: then everybody is asked for. */
  #shown: ReadonlySet<string> | undefined;
  #self: SelfState = ALONE;
  #cancelVoice: Cancel | undefined;
  #cancelStats: Cancel | undefined;

  constructor(parts: StageParts) {
    this.#parts = parts;
    this.#early = new EarlySignals(parts.timers);
  }

  get self(): SelfState {
    return this.#self;
  }
  get saveData(): SaveData {
    return this.#saveData;
  }
  get plane(): PeerPlane['kind'] | undefined {
    return this.#iceServers && 'peer';
  }

  remote(member: string): RemoteState | undefined {
    return this.#remotes.get(member)?.state;
  }

  onChange(listen: (stage: Stage) => void): () => void {
    return this.#changed.add(listen);
  }

  /** How to reach each other; comes after the welcome into the room. */
  setPlane({ iceServers }: PeerPlane): void {
    this.#iceServers = iceServers;
    this.#reconcile();
  }

  /** In the waiting room and after the end there is nobody: every connection goes. */
  apply(view: View, you: You): void {
    const inRoom = view.place === 'room' || view.place === 'console';
    this.#people = inRoom ? view.people : {};
    this.#me = inRoom && you.endpoint ? { id: you.id, endpoint: you.endpoint } : undefined;
    this.#reconcile();
  }

  receive(from: string, signal: Signal): void {
    const remote = [...this.#remotes.values()].find(({ endpoint }) => endpoint === from);
    if (remote) remote.peer.receive(signal);
    else this.#early.add(from, signal);
  }

  setTracks(tracks: Tracks): void {
    this.#tracks = tracks;
    for (const remote of this.#remotes.values()) void remote.peer.setTracks(tracks);
  }

  setSaveData(saveData: SaveData): void {
    this.#saveData = saveData;
    this.#adapt();
    this.#changed.tell(this);
  }

  /** The pictures that are drawn from now on; nobody else's comes. */
  show(pictures: readonly ShownPicture[]): void {
    this.#shown = new Set(pictures.filter(({ kind }) => kind === 'camera').map(({ member }) => member));
    this.#adapt();
  }

  close(): void {
    this.#closeAll();
  }

  #reconcile(): void {
    const me = this.#me;
    if (!me || !this.#iceServers) return this.#closeAll();
    // Between browsers each line stands or falls by itself, and is shown at the person at its other end.
    this.#updateSelf({ media: 'up' });
    if (!this.#cancelVoice) this.#voiceTick();
    if (!this.#cancelStats) this.#statsTick();
    for (const [member, remote] of this.#remotes) {
      const stillThere = this.#people[member]?.endpoint === remote.endpoint && remote.mine === me.endpoint;
      if (!stillThere) this.#remove(member, remote);
    }
    for (const [member, person] of Object.entries(this.#people)) {
      if (member === me.id || !person.endpoint) continue;
      const remote = this.#remotes.get(member);
      if (remote) remote.follow(person);
      else this.#add(member, person, person.endpoint, me.endpoint, this.#iceServers);
    }
    this.#adapt();
  }

  #add(member: string, person: PersonView, endpoint: string, mine: string, iceServers: IceServer[]): void {
    const { sendSignal, ...parts } = this.#parts;
    const remote = new Remote(
      {
        ...parts,
        member,
        endpoint,
        mine,
        iceServers,
        polite: mine > endpoint,
        send: (signal) => sendSignal(endpoint, signal),
        onChange: () => this.#remoteChanged(),
      },
      person,
    );
    this.#remotes.set(member, remote);
    void remote.peer.setTracks(this.#tracks);
    for (const signal of this.#early.take(endpoint)) remote.peer.receive(signal);
    this.#changed.tell(this);
  }

  #remove(member: string, remote: Remote): void {
    this.#remotes.delete(member);
    remote.close();
    this.#changed.tell(this);
  }

  #closeAll(): void {
    this.#cancelVoice?.();
    this.#cancelStats?.();
    this.#cancelVoice = undefined;
    this.#cancelStats = undefined;
    this.#updateSelf(ALONE);
    for (const [member, remote] of this.#remotes) this.#remove(member, remote);
  }

  #remoteChanged(): void {
    this.#adapt();
    this.#judge();
    this.#changed.tell(this);
  }

  #adapt(): void {
    const others = this.#remotes.size;
    for (const [member, remote] of this.#remotes) {
      const wish = this.#shown?.has(member) === false ? 'none' : WISHES[this.#saveData];
      remote.adapt(this.#saveData !== 'off', wish, others);
    }
  }

  #judge(): void {
    const connected = [...this.#remotes.values()].filter(({ peer }) => peer.connected);
    const paused = connected.filter((remote) => remote.picturesPaused(this.#tracks.video !== undefined));
    this.#updateSelf({
      line: bestOf(connected.map(({ state }) => state.line)),
      // One person with a weak line is their trouble; half of all is mine.
      picturesPaused: paused.length > 0 && paused.length * 2 >= connected.length,
    });
  }

  #updateSelf(part: Partial<SelfState>): void {
    const next = { ...this.#self, ...part };
    if (JSON.stringify(next) === JSON.stringify(this.#self)) return;
    this.#self = next;
    this.#changed.tell(this);
  }

  #voiceTick(): void {
    const now = this.#parts.timers.now();
    for (const remote of this.#remotes.values()) remote.listen(now);
    this.#updateSelf({ speaking: this.#ownVoice.sample(this.#parts.ownLevel(), now) });
    this.#cancelVoice = this.#parts.timers.after(VOICE_MS, () => this.#voiceTick());
  }

  #statsTick(): void {
    const now = this.#parts.timers.now();
    const looks = [...this.#remotes.values()].map((remote) => remote.look(now));
    void Promise.allSettled(looks).then(() => {
      this.#adapt();
      this.#judge();
    });
    this.#cancelStats = this.#parts.timers.after(STATS_MS, () => this.#statsTick());
  }
}
