import type { IceServer, PersonView } from '../session/protocol';
import { EarlySignals } from './early';
import { bestOf } from './line';
import type { Me, People, Plane, PlaneParts, PlaneState, SaveData, Tracks } from './plane';
import { Remote } from './remote';
import type { RemoteState } from './remote';
import type { PictureWish } from './sending';
import type { ShownPicture } from './shown';
import { readSignal } from './signal';

const WISHES: Record<SaveData, PictureWish> = {
  off: 'full',
  small: 'small',
  'one-picture': 'small',
  'sound-only': 'none',
};

/** From browser to browser: a line to each other person, kept in step with the view. */
export class PeerPlane implements Plane {
  readonly kind = 'peer';
  /** Each line mends itself, and nobody could tell the loss of one from the other's. */
  readonly cutOff = false;
  readonly #parts: PlaneParts;
  readonly #remotes = new Map<string, Remote>();
  readonly #early: EarlySignals;
  #iceServers: IceServer[] = [];
  #people: People = {};
  #me: Me | undefined;
  #tracks: Tracks = {};
  #saveData: SaveData = 'off';
  /** Whose pictures are drawn; unknown until the layout says so. */
  #shown: Set<string> | undefined;
  #state: PlaneState = { line: 'good', picturesPaused: false, picturesSmaller: false, media: 'up' };

  constructor(parts: PlaneParts) {
    this.#parts = parts;
    this.#early = new EarlySignals(parts.timers);
  }

  get state(): PlaneState {
    return this.#state;
  }

  remote(member: string): RemoteState | undefined {
    return this.#remotes.get(member)?.state;
  }

  setIceServers(iceServers: IceServer[]): void {
    this.#iceServers = iceServers;
  }

  follow(people: People, me: Me | undefined): void {
    this.#people = people;
    this.#me = me;
    this.#reconcile();
  }

  receive(from: string, said: object): void {
    const signal = readSignal(said);
    if (!signal) return;
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
  }

  show(pictures: readonly ShownPicture[]): void {
    const cameras = pictures.filter(({ kind, height }) => kind === 'camera' && height > 0);
    this.#shown = new Set(cameras.map(({ member }) => member));
    this.#adapt();
  }

  listen(nowMs: number): void {
    for (const remote of this.#remotes.values()) remote.listen(nowMs);
  }

  async look(nowMs: number): Promise<void> {
    await Promise.allSettled([...this.#remotes.values()].map((remote) => remote.look(nowMs)));
    this.#adapt();
    this.#judge();
  }

  close(): void {
    this.follow({}, undefined);
  }

  #reconcile(): void {
    const me = this.#me;
    for (const [member, remote] of this.#remotes) {
      const stillThere = this.#people[member]?.endpoint === remote.endpoint && remote.mine === me?.endpoint;
      if (!stillThere) this.#remove(member, remote);
    }
    if (!me) return this.#update({ line: 'good', picturesPaused: false });
    for (const [member, person] of Object.entries(this.#people)) {
      if (member === me.id || !person.endpoint) continue;
      const remote = this.#remotes.get(member);
      if (remote) remote.follow(person);
      else this.#add(member, person, person.endpoint, me.endpoint);
    }
    this.#adapt();
  }

  #add(member: string, person: PersonView, endpoint: string, mine: string): void {
    const { sendSignal, ...parts } = this.#parts;
    const remote = new Remote(
      {
        ...parts,
        member,
        endpoint,
        mine,
        iceServers: this.#iceServers,
        polite: mine > endpoint,
        send: (signal) => sendSignal(endpoint, signal),
        onChange: () => this.#remoteChanged(),
      },
      person,
    );
    this.#remotes.set(member, remote);
    void remote.peer.setTracks(this.#tracks);
    for (const signal of this.#early.take(endpoint)) remote.peer.receive(signal);
    this.#parts.onChange();
  }

  #remove(member: string, remote: Remote): void {
    this.#remotes.delete(member);
    remote.close();
    this.#parts.onChange();
  }

  #remoteChanged(): void {
    this.#adapt();
    this.#judge();
    this.#parts.onChange();
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
    this.#update({
      line: bestOf(connected.map(({ state }) => state.line)),
      // One person with a weak line is their trouble; half of all is mine.
      picturesPaused: paused.length > 0 && paused.length * 2 >= connected.length,
    });
  }

  #update(part: Partial<PlaneState>): void {
    const next = { ...this.#state, ...part };
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    this.#parts.onChange();
  }
}
