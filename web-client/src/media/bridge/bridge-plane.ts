import type { IceServer } from '../../session/protocol';
import type { MediaLine, Me, People, Plane, PlaneParts, PlaneState, SaveData, Tracks } from '../plane';
import type { RemoteState } from '../remote';
import type { ShownPicture } from '../shown';
import { BridgeRemote } from './bridge-remote';
import { BridgeVisit } from './bridge-visit';
import type { Surroundings } from './bridge-visit';
import type { ChannelSocket } from './channel';
import { Hunger } from './hunger';
import { LineWatch } from './line-watch';
import { OwnLine } from './own-line';
import { drawnIn, facesWantedIn } from './pictures';
import type { Scene } from './pictures';
import { readBridgeSignal } from './read-signal';
import { watchingOf } from './watching';
import type { BridgeSignal, Offer, PageSignal } from './wire';

/** By this name the server passes on what concerns the bridge. */
const BRIDGE = 'bridge';

const browser: Surroundings = {
  random: Math.random,
  // Zero is no number for a stream.
  newSsrc: () => crypto.getRandomValues(new Uint32Array(1))[0] || 1,
  openChannel: (url) => new WebSocket(url) as unknown as ChannelSocket,
};

/** Through a bridge: one connection for everybody, and a channel beside it to say who is looked at. */
export class BridgePlane implements Plane {
  readonly kind = 'bridge';
  readonly #parts: PlaneParts;
  readonly #around: Surroundings;
  readonly #watch: LineWatch;
  readonly #line = new OwnLine();
  readonly #hunger = new Hunger();
  readonly #remotes = new Map<string, BridgeRemote>();
  #visit: BridgeVisit | undefined;
  /** Stays when the visit is over, so that the server can be asked for another. */
  #generation: string | undefined;
  #iceServers: IceServer[] = [];
  #people: People = {};
  #me: Me | undefined;
  #tracks: Tracks = {};
  #saveData: SaveData = 'off';
  #shown: readonly ShownPicture[] | undefined;
  #layered = true;
  /** `back`: there was none, and the first line to the one that came has not been given up yet. */
  #bridge: 'there' | 'none' | 'back' = 'there';
  #state: PlaneState = { line: 'good', picturesPaused: false, picturesSmaller: false, media: 'connecting' };

  constructor(parts: PlaneParts, around = browser) {
    this.#parts = parts;
    this.#around = around;
    this.#watch = new LineWatch({
      timers: parts.timers,
      random: around.random,
      ask: (kind) => this.#ask(kind),
      onChange: () => this.#draw(),
    });
  }

  get state(): PlaneState {
    return this.#state;
  }
  get cutOff(): boolean {
    return this.#watch.cutOff;
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
    if (me) this.#watch.begin();
    else this.#leave();
    this.#draw();
  }

  receive(from: string, said: object): void {
    const signal = from === BRIDGE ? readBridgeSignal(said) : undefined;
    if (!signal) return;
    const aboutThis = !('generation' in signal) || signal.generation === this.#generation;
    // What is about an earlier meeting at a bridge comes too late.
    if (signal.kind !== 'offer' && !aboutThis) return;
    this.#take(signal);
    this.#draw();
  }

  setTracks(tracks: Tracks): void {
    this.#tracks = tracks;
    this.#visit?.setTracks(tracks);
    this.#draw();
  }

  setSaveData(saveData: SaveData): void {
    this.#saveData = saveData;
    this.#draw();
  }

  show(pictures: readonly ShownPicture[]): void {
    this.#shown = pictures;
    this.#draw();
  }

  listen(nowMs: number): void {
    for (const remote of this.#remotes.values()) {
      remote.listen(nowMs, remote.state.endpoint === this.#visit?.speaker);
    }
  }

  async look(nowMs: number): Promise<void> {
    const visit = this.#visit;
    const rows = await visit?.look().catch(() => undefined);
    if (visit !== this.#visit) return;
    this.#line.look(rows, nowMs);
    const expected = this.#someoneSpeaks();
    const hunger = this.#hunger.look(rows, expected, nowMs);
    if (rows && (hunger === 'fed' || !expected)) this.#watch.fed();
    if (hunger === 'hungry') this.#watch.hungry();
    if (rows) visit?.heldBack.saw(visit.framesIn(rows), nowMs);
    visit?.heldBack.judge(this.#watch.up ? facesWantedIn(this.#scene()) : [], nowMs);
    this.#draw();
  }

  close(): void {
    this.follow({}, undefined);
  }

  #take(signal: BridgeSignal): void {
    switch (signal.kind) {
      case 'offer':
        return this.#takeOffer(signal);
      case 'sources':
        return this.#visit?.changeSources(signal.set, signal.gone);
      case 'restarted':
        return this.#visit?.setTransport(signal.transport);
      case 'reset':
      case 'none':
        this.#bridge = signal.kind === 'none' ? 'none' : 'there';
        this.#watch.lost();
        return this.#hangUp();
      case 'refused':
        // Whatever it was, a picture in one size is what every server takes.
        this.#layered = false;
        return this.#watch.failed();
    }
  }

  #takeOffer(offer: Offer): void {
    const visit = this.#visit;
    if (visit && isSame(visit.offer, offer)) {
      visit.setSources(offer.sources);
      return visit.sayAgain();
    }
    this.#hangUp();
    this.#bridge = this.#bridge === 'none' ? 'back' : 'there';
    this.#generation = offer.generation;
    this.#watch.connecting();
    this.#visit = new BridgeVisit({
      ...this.#around,
      offer,
      iceServers: this.#iceServers,
      tracks: this.#tracks,
      layered: this.#layered,
      timers: this.#parts.timers,
      newConnection: this.#parts.newConnection,
      say: (signal) => this.#say(signal),
      stateChanged: (state) => this.#watch.become(state),
      downlink: (bps) => this.#line.downlink(bps),
      failed: () => this.#watch.failed(),
      onChange: () => this.#draw(),
    });
  }

  #scene(): Scene {
    return {
      people: this.#people,
      me: this.#me,
      sources: this.#visit?.sources ?? {},
      shown: this.#shown,
      saveData: this.#saveData,
    };
  }

  /** Brings everything in step with what is known now; doing it once too often changes nothing. */
  #draw(): void {
    const visit = this.#visit;
    const speaker = visit?.sources[visit.speaker ?? '']?.find(({ kind }) => kind === 'camera')?.name;
    visit?.watch(watchingOf(drawnIn(this.#scene()), this.#line.atMost(this.#saveData), speaker));
    visit?.adapt(this.#line.step, this.#saveData !== 'off');
    const present = new Map(Object.entries(this.#me ? this.#people : {}));
    for (const [member, remote] of this.#remotes) {
      if (!present.get(member)?.endpoint) this.#remove(member, remote);
    }
    for (const [member, person] of present) {
      if (member === this.#me?.id || !person.endpoint) continue;
      const remote =
        this.#remotes.get(member) ?? new BridgeRemote({ ...this.#parts, member, endpoint: person.endpoint });
      this.#remotes.set(member, remote);
      const received = visit?.receivedFrom(person.endpoint) ?? [];
      const picture = received.find(({ kind }) => kind === 'camera');
      remote.update(person, {
        received,
        connected: this.#watch.up && person.media !== 'lost' && !visit?.isCutOff(person.endpoint),
        paused: picture !== undefined && visit?.heldBack.has(picture.name) === true,
      });
    }
    this.#judge();
  }

  #judge(): void {
    const sendsLess = this.#line.step !== 'full' && this.#tracks.video !== undefined;
    const sendsNone = sendsLess && this.#line.step === 'paused';
    const next: PlaneState = {
      line: this.#line.word,
      picturesPaused: sendsNone || this.#visit?.heldBack.most === true,
      picturesSmaller: sendsLess || this.#line.atMost('off') !== 'off',
      media: this.#mediaLine(),
    };
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    this.#parts.onChange();
  }

  #mediaLine(): MediaLine {
    if (this.#bridge === 'none') return 'none';
    if (this.#watch.up) return 'up';
    // However long there was nothing: what comes is on its way, until it fails.
    return this.#watch.cutOff && this.#bridge !== 'back' ? 'lost' : 'connecting';
  }

  #ask(kind: 'restart' | 'renew'): void {
    if (this.#bridge === 'back') this.#bridge = 'there';
    if (this.#generation) this.#say({ kind, generation: this.#generation });
    this.#draw();
  }

  /** Whether sound should come from anybody: of whom the bridge has lost sight, or who is away, none does. */
  #someoneSpeaks(): boolean {
    const visit = this.#visit;
    return Object.entries(this.#people).some(([member, { endpoint, line, microphone, media }]) => {
      if (member === this.#me?.id || !endpoint || line !== 'here' || microphone !== 'on') return false;
      const sounds = visit?.sources[endpoint]?.some(({ kind }) => kind === 'audio') ?? false;
      return sounds && media !== 'lost' && !visit?.isCutOff(endpoint);
    });
  }

  #remove(member: string, remote: BridgeRemote): void {
    this.#remotes.delete(member);
    remote.close();
    this.#parts.onChange();
  }

  #say(signal: PageSignal): void {
    this.#parts.sendSignal(BRIDGE, signal);
  }

  /** The connection goes; who is in the room, and the elements that play them, stay for the next one. */
  #hangUp(): void {
    this.#visit?.close();
    this.#visit = undefined;
    this.#line.renew();
    this.#hunger.renew();
  }

  #leave(): void {
    this.#hangUp();
    this.#watch.stop();
    this.#generation = undefined;
    this.#bridge = 'there';
    this.#layered = true;
  }
}

/** Said again, as after the server lost sight of this page for a moment. */
const isSame = (a: Offer, b: Offer): boolean =>
  a.generation === b.generation && a.endpoint === b.endpoint && a.transport.ufrag === b.transport.ufrag;
