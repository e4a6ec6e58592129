import { createSubscriber } from 'svelte/reactivity';
import type { InterruptionCause } from '../session/commands';
import { randomId } from '../session/id';
import type { Session } from '../session/session.svelte';
import { systemTimers } from '../session/timers';
import { watchDevices } from './devices';
import type { DeviceList } from './devices';
import { claimAudioSession } from './interruption';
import { LevelMeter } from './level';
import { LocalMedia } from './local';
import type { LocalSwitch } from './local';
import type { Wanted } from './capture';
import { Meeting } from './meeting.svelte';
import type { RemoteState } from './remote';
import { Sound } from './sound';
import type { Plane, SaveData } from './plane';
import type { ShownPicture } from './shown';
import { ScreenShare } from './screen';
import type { SelfState } from './stage';
import { Stage } from './stage';
import type { Trouble } from './trouble';

const LEVEL_MS = 100;
const newId = () => randomId((bytes) => crypto.getRandomValues(bytes));

/**
 * Camera, microphone and everybody's sound and picture, as the pages see them. One for the whole visit: it starts on
 * the join page and goes on in the room, since phones lose the sound when a page captures anew.
 */
export class Media {
  readonly #local = new LocalMedia();
  readonly #meter = new LevelMeter();
  readonly #sound = new Sound();
  readonly #stage: Stage;
  #meeting: Meeting | undefined;
  #devices = $state.raw<DeviceList>({ microphones: [], cameras: [], speakers: [] });
  #interruption = $state.raw<InterruptionCause>();
  #sharing = $state(false);
  #unwatch: () => void = () => undefined;
  readonly #screen = new ScreenShare((screen) => {
    this.#sharing = screen !== undefined;
    this.#stage.setTracks({ screen });
  });
  readonly #localDrawn = createSubscriber((update) => this.#local.onChange(update));
  readonly #stageDrawn = createSubscriber((update) => this.#stage.onChange(update));
  readonly #soundDrawn = createSubscriber((update) => this.#sound.onChange(update));
  readonly #levelDrawn = createSubscriber((update) => {
    const timer = setInterval(update, LEVEL_MS);
    return () => clearInterval(timer);
  });

  constructor() {
    this.#stage = new Stage({
      timers: systemTimers,
      sound: this.#sound,
      newId,
      newConnection: (configuration) => new RTCPeerConnection(configuration),
      sendSignal: (to, signal) => this.#meeting?.sendSignal(to, signal),
      ownLevel: () => (this.#local.microphone === 'on' ? this.#meter.level : 0),
      bridgePlane: () => import('./bridge/bridge-plane').then(({ BridgePlane }) => BridgePlane),
    });
    this.#local.onChange(({ audio, video }) => {
      this.#stage.setTracks({ audio, video });
      this.#meter.follow(audio);
      this.#meeting?.microphoneIs(audio);
    });
    if (asksToSaveData()) void this.setSaveData('small');
  }

  get microphone(): LocalSwitch {
    this.#localDrawn();
    return this.#local.microphone;
  }
  get camera(): LocalSwitch {
    this.#localDrawn();
    return this.#local.camera;
  }
  get trouble(): { microphone?: Trouble; camera?: Trouble } {
    this.#localDrawn();
    return this.#local.trouble;
  }
  /** The own picture, for a `<video muted playsinline autoplay>`. */
  get picture(): MediaStream | undefined {
    this.#localDrawn();
    return this.#local.picture;
  }
  /** Of the own microphone, 0 to 1; measured only while something draws it. */
  get level(): number {
    this.#localDrawn();
    this.#levelDrawn();
    return this.#local.microphone === 'on' ? this.#meter.level : 0;
  }
  get devices(): DeviceList {
    return this.#devices;
  }
  /** Say "Tap to hear the group"; the tap calls `resume`. */
  get soundBlocked(): boolean {
    this.#soundDrawn();
    return this.#sound.blocked;
  }
  /** A call, the lock screen or a lost microphone: show the come-back screen; its tap calls `resume`. */
  get interruption(): InterruptionCause | undefined {
    return this.#interruption;
  }
  get self(): SelfState {
    this.#stageDrawn();
    return this.#stage.self;
  }
  get saveData(): SaveData {
    this.#stageDrawn();
    return this.#stage.saveData;
  }

  /** Which way sound and pictures go; absent until the server has said it. */
  get plane(): Plane['kind'] | undefined {
    this.#stageDrawn();
    return this.#stage.plane;
  }
  /** Whether this browser can show its screen, and the plane can carry it. */
  get screenable(): boolean {
    return this.plane === 'bridge' && this.#screen.possible;
  }
  get sharing(): boolean {
    return this.#sharing;
  }

  remote(member: string): RemoteState | undefined {
    this.#stageDrawn();
    return this.#stage.remote(member);
  }

  /** Says which pictures are drawn now, the most important first, so that nobody sends more than is seen. */
  show = (pictures: readonly ShownPicture[]): void => this.#stage.show(pictures);

  /** To be called within a tap. */
  async startScreen(): Promise<'started' | 'refused'> {
    return (await this.#meeting?.startScreen()) ?? 'refused';
  }
  stopScreen(): void {
    this.#meeting?.stopScreen();
  }

  /** Asks for the devices. Never throws: `trouble` says what could not be had. */
  async start(wanted: Wanted): Promise<void> {
    claimAudioSession();
    await this.#local.start(wanted);
    this.#unwatch();
    // Only now do devices have names.
    if (navigator.mediaDevices)
      this.#unwatch = watchDevices(navigator.mediaDevices, (list) => (this.#devices = list));
  }

  setMicrophone = (on: boolean): Promise<void> => this.#local.setMicrophone(on);
  setCamera = (on: boolean): Promise<void> => this.#local.setCamera(on);
  useMicrophone = (device: string): Promise<void> => this.#local.useMicrophone(device);
  useCamera = (device: string): Promise<void> => this.#local.useCamera(device);
  useSpeaker = (device: string): Promise<void> => this.#sound.useSpeaker(device);

  async setSaveData(saveData: SaveData): Promise<void> {
    this.#stage.setSaveData(saveData);
    await this.#local.setSmall(saveData !== 'off');
  }

  /** After a tap, which browsers ask for: a microphone that works again, and everybody's voice. */
  async resume(): Promise<void> {
    if (this.#interruption) await this.#local.renew();
    await this.#sound.resume();
  }

  /** From now on in step with this session: who is there is connected, and switches are told to the server. */
  join(session: Session): void {
    this.#meeting?.close();
    const devices = { local: this.#local, screen: this.#screen };
    this.#meeting = new Meeting(session, devices, this.#stage, (cause) => (this.#interruption = cause));
  }

  /** Everything off: the camera's light goes out. */
  close(): void {
    this.#unwatch();
    this.#meeting?.close();
    this.#screen.stop();
    this.#stage.close();
    this.#sound.close();
    this.#meter.close();
    this.#local.stop();
  }
}

/** Whoever told the browser to save data has told us too. */
const asksToSaveData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
