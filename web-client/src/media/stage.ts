import { Listeners } from '../session/listeners';
import type { IceServer, View, You } from '../session/protocol';
import type { Cancel } from '../session/timers';
import { PeerPlane } from './peer-plane';
import type { Me, People, Plane, PlaneParts, PlaneState, SaveData, Tracks } from './plane';
import type { RemoteState } from './remote';
import type { ShownPicture } from './shown';
import { VoiceGate } from './voice';

export type { MediaLine, SaveData } from './plane';

const VOICE_MS = 100;
const STATS_MS = 2_000;
/** Signals that come while the code for a bridge is still being fetched. */
const MOST_EARLY = 64;
const FETCH_AGAIN_MS = 3_000;

export interface SelfState extends PlaneState {
  speaking: boolean;
}

export interface StageParts extends Omit<PlaneParts, 'onChange'> {
  /** How loud the own microphone is, 0 to 1. */
  ownLevel: () => number;
  /** Fetched by those alone whose media go through a bridge. */
  bridgePlane: () => Promise<new (parts: PlaneParts) => Plane>;
}

const AT_FIRST: PlaneState = {
  line: 'good',
  picturesPaused: false,
  picturesSmaller: false,
  media: 'connecting',
};

/** Everybody whom this page sees and hears, over whichever plane the server names. */
export class Stage {
  readonly #parts: StageParts;
  readonly #changed = new Listeners<Stage>();
  readonly #ownVoice = new VoiceGate();
  #kind: Plane['kind'] | undefined;
  #plane: Plane | undefined;
  #early: { from: string; signal: object }[] = [];
  #iceServers: IceServer[] = [];
  #people: People = {};
  #me: Me | undefined;
  #tracks: Tracks = {};
  #saveData: SaveData = 'off';
  #shown: readonly ShownPicture[] | undefined;
  #self: SelfState = { ...AT_FIRST, speaking: false };
  #cancelVoice: Cancel | undefined;
  #cancelStats: Cancel | undefined;
  #cancelFetch: Cancel = () => undefined;

  constructor(parts: StageParts) {
    this.#parts = parts;
  }

  get self(): SelfState {
    return this.#self;
  }
  get saveData(): SaveData {
    return this.#saveData;
  }
  /** Absent until the server has said it. */
  get plane(): Plane['kind'] | undefined {
    return this.#kind;
  }
  get cutOff(): boolean {
    return this.#plane?.cutOff ?? false;
  }

  remote(member: string): RemoteState | undefined {
    return this.#plane?.remote(member);
  }

  onChange(listen: (stage: Stage) => void): () => void {
    return this.#changed.add(listen);
  }

  /** How to reach each other; comes after the welcome into the room, and again after each return. */
  setPlane({ kind, iceServers }: { kind: Plane['kind']; iceServers: IceServer[] }): void {
    this.#iceServers = iceServers;
    if (kind === this.#kind) {
      this.#plane?.setIceServers(iceServers);
    } else {
      this.#kind = kind;
      this.#drop();
      if (kind === 'peer') this.#use(PeerPlane);
      else this.#fetch();
      this.#changed.tell(this);
    }
    this.#follow();
  }

  /** In the waiting room and after the end there is nobody: every connection goes. */
  apply(view: View, you: You): void {
    const inRoom = view.place === 'room' || view.place === 'console';
    this.#people = inRoom ? view.people : {};
    this.#me = inRoom && you.endpoint ? { id: you.id, endpoint: you.endpoint } : undefined;
    this.#follow();
  }

  receive(from: string, signal: object): void {
    if (this.#plane) this.#plane.receive(from, signal);
    else if (this.#early.length < MOST_EARLY) this.#early.push({ from, signal });
  }

  setTracks(tracks: Tracks): void {
    this.#tracks = { ...this.#tracks, ...tracks };
    this.#plane?.setTracks(this.#tracks);
  }

  setSaveData(saveData: SaveData): void {
    this.#saveData = saveData;
    this.#plane?.setSaveData(saveData);
    this.#changed.tell(this);
  }

  /** Which pictures are drawn now; what is not drawn need not be sent. */
  show(pictures: readonly ShownPicture[]): void {
    this.#shown = pictures;
    this.#plane?.show(pictures);
  }

  close(): void {
    this.#cancelFetch();
    this.#rest();
    this.#drop();
    this.#early = [];
    this.#kind = undefined;
  }

  #fetch(): void {
    this.#parts.bridgePlane().then(
      (made) => {
        if (this.#kind !== 'bridge' || this.#plane) return;
        this.#use(made);
        this.#follow();
      },
      () => {
        if (this.#kind !== 'bridge') return;
        this.#cancelFetch = this.#parts.timers.after(FETCH_AGAIN_MS, () => this.#fetch());
      },
    );
  }

  #use(made: new (parts: PlaneParts) => Plane): void {
    const plane = new made({ ...this.#parts, onChange: () => this.#planeChanged() });
    this.#plane = plane;
    plane.setIceServers(this.#iceServers);
    plane.setTracks(this.#tracks);
    plane.setSaveData(this.#saveData);
    if (this.#shown) plane.show(this.#shown);
    for (const { from, signal } of this.#early.splice(0)) plane.receive(from, signal);
  }

  #drop(): void {
    const plane = this.#plane;
    this.#plane = undefined;
    plane?.close();
  }

  /** Nothing listens or looks while there is nobody: on old phones that costs battery. */
  #follow(): void {
    this.#plane?.follow(this.#people, this.#me);
    if (!this.#plane || !this.#me) return this.#rest();
    if (!this.#cancelVoice) this.#voiceTick();
    if (!this.#cancelStats) this.#statsTick();
    this.#planeChanged();
  }

  #rest(): void {
    this.#cancelVoice?.();
    this.#cancelStats?.();
    this.#cancelVoice = undefined;
    this.#cancelStats = undefined;
    this.#updateSelf({ ...AT_FIRST, speaking: false });
  }

  #planeChanged(): void {
    if (!this.#plane || !this.#me) return;
    this.#self = { ...this.#self, ...this.#plane.state };
    this.#changed.tell(this);
  }

  #updateSelf(part: Partial<SelfState>): void {
    const next = { ...this.#self, ...part };
    if (JSON.stringify(next) === JSON.stringify(this.#self)) return;
    this.#self = next;
    this.#changed.tell(this);
  }

  #voiceTick(): void {
    const now = this.#parts.timers.now();
    this.#plane?.listen(now);
    this.#updateSelf({ speaking: this.#ownVoice.sample(this.#parts.ownLevel(), now) });
    this.#cancelVoice = this.#parts.timers.after(VOICE_MS, () => this.#voiceTick());
  }

  #statsTick(): void {
    void this.#plane?.look(this.#parts.timers.now());
    this.#cancelStats = this.#parts.timers.after(STATS_MS, () => this.#statsTick());
  }
}
