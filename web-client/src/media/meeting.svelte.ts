import type { InterruptionCause, Signal } from '../session/commands';
import type { Switch, View, You } from '../session/protocol';
import type { Session } from '../session/session.svelte';
import { systemTimers } from '../session/timers';
import type { PageSignal } from './bridge/wire';
import { Interruption } from './interruption';
import type { LocalMedia } from './local';
import { Presence } from './presence';
import type { ScreenShare } from './screen';
import type { Stage } from './stage';
import { ScreenAwake } from './wake-lock';

/** Keeps what the browser does with sound and picture in step with one session. */
export class Meeting {
  readonly #session: Session;
  readonly #local: LocalMedia;
  readonly #screen: ScreenShare;
  readonly #release: (() => void)[];
  readonly #awake = new ScreenAwake();
  readonly #asked = { microphone: false, camera: false };
  #interruption: Interruption | undefined;
  #cause: InterruptionCause | undefined;
  #endpoint: string | undefined;
  #followed: MediaStreamTrack | undefined;
  readonly #presence: Presence;
  #screenShown = false;

  constructor(
    session: Session,
    { local, screen }: { local: LocalMedia; screen: ScreenShare },
    stage: Stage,
    interrupted: (cause: InterruptionCause | undefined) => void,
  ) {
    this.#session = session;
    this.#local = local;
    this.#screen = screen;
    this.#presence = new Presence(
      (cutOff) => void session.send({ type: cutOff ? 'media.lost' : 'media.returned' }),
    );
    this.#release = [
      session.onMedia((message) => {
        if ('plane' in message) stage.setPlane(message.plane);
        else stage.receive(message.from, message.signal);
      }),
      stage.onChange(() => this.#presence.media(stage.cutOff)),
      local.onChange(() => this.#tellSwitches()),
      $effect.root(() => {
        $effect(() => {
          const { view, you } = session;
          if (!view || !you) return;
          local.hold({ microphone: you.microphone === 'held', camera: you.camera === 'held' });
          stage.apply(view, you);
          this.#tellSwitches();
          this.#presence.line(session.connection.kind === 'open' ? you.endpoint : undefined);
          this.#followScreen(view, you);
          if (you.seat === 'present' && view.place !== 'ended') this.#present(interrupted);
          else this.#awake.stop();
        });
      }),
    ];
  }

  sendSignal(to: string, signal: Signal | PageSignal): void {
    void this.#session.send({ type: 'media.signal', to, signal });
  }

  /** The track in use now. Whoever came without a microphone has lost none. */
  microphoneIs(track: MediaStreamTrack | undefined): void {
    if (track === this.#followed) return;
    const lost = !track;
    this.#followed = track;
    this.#interruption?.follow(track, lost);
  }

  startScreen(): Promise<'started' | 'refused'> {
    const allowed = async () => (await this.#session.send({ type: 'screen.share' })).ok;
    return this.#screen.start(allowed, () => void this.#session.send({ type: 'screen.stop' }));
  }

  stopScreen(): void {
    if (!this.#screen.track) return;
    this.#screen.stop();
    void this.#session.send({ type: 'screen.stop' });
  }

  close(): void {
    for (const release of this.#release) release();
    this.#interruption?.stop();
    this.#awake.stop();
  }

  #present(interrupted: (cause: InterruptionCause | undefined) => void): void {
    this.#awake.start();
    const returned = this.#session.you?.endpoint !== this.#endpoint;
    this.#endpoint = this.#session.you?.endpoint;
    // Whoever returns counts as back; a phone call may still go on.
    if (returned && this.#cause) this.#tellInterruption();
    if (this.#interruption) return;
    // Staff look things up in other windows; they have not gone away.
    const hiddenCounts = this.#session.you?.role !== 'facilitator';
    this.#interruption = new Interruption(systemTimers, hiddenCounts, (cause) => {
      this.#cause = cause;
      interrupted(cause);
      this.#tellInterruption();
    });
    this.#followed = this.#local.audio;
    this.#interruption.follow(this.#followed, false);
  }

  #tellInterruption(): void {
    const cause = this.#cause;
    void this.#session.send(cause ? { type: 'page.interrupted', cause } : { type: 'page.resumed' });
  }

  /** Facilitators may take over or forbid it: what is shown to nobody any more must not go on here. */
  #followScreen(view: View, you: You): void {
    const shown = 'people' in view && view.people[you.id]?.screen === true;
    if (this.#screenShown && !shown) this.#screen.stop();
    this.#screenShown = shown;
  }

  /** The server shows to all whether one can be heard and seen; it learns it here, and from nowhere else. */
  #tellSwitches(): void {
    const { you } = this.#session;
    if (you?.seat !== 'present') return;
    this.#tell('microphone', you.microphone, this.#local.microphone === 'on');
    this.#tell('camera', you.camera, this.#local.camera === 'on');
  }

  #tell(device: 'microphone' | 'camera', known: Switch | undefined, on: boolean): void {
    if (known === undefined || known === 'held' || (known === 'on') === on || this.#asked[device]) return;
    this.#asked[device] = true;
    const answer = this.#session.send({ type: `${device}.set`, on });
    void answer.then((outcome) => {
      this.#asked[device] = false;
      // Held meanwhile, before this page heard of it.
      if (!outcome.ok && outcome.code === 'held') void this.#switchOff(device);
      // Tapped again meanwhile.
      else if ((this.#local[device] === 'on') !== on) this.#tellSwitches();
    });
  }

  #switchOff(device: 'microphone' | 'camera'): Promise<void> {
    return device === 'microphone' ? this.#local.setMicrophone(false) : this.#local.setCamera(false);
  }
}
