/** What the server sends: one interface for each of its records. Views hold no nulls: what is not, is absent. */

export type Role = 'participant' | 'facilitator' | GuestRole;
/** Whoever is a guest is named so to everyone, and no minutes are counted for them. */
export type GuestRole = 'family' | 'interpreter' | 'observer' | 'trainee';
export type Line = 'here' | 'dropped' | 'interrupted';
/** `held`: switched off by a facilitator, and only a facilitator can allow it again. */
export type Switch = 'on' | 'off' | 'held';

export interface WaitingView {
  place: 'waiting';
  starts: string;
  facilitator: string;
}

export interface RoomView {
  place: 'room';
  starts: string;
  ends: string;
  life: Life;
  people: Record<string, PersonView>;
  /** Absent while participants may write to the facilitators only, as usual. */
  chat?: ChatPolicy;
  cameras?: Cameras;
  /** Who is shown larger to everyone. */
  spotlight?: string;
  /** Until when the group rests; past when that is over. */
  breakUntil?: string;
}

/** Whom participants may write to. */
export type ChatPolicy = 'off' | 'to-staff' | 'everyone';

/** What the group says of cameras; a view says nothing where that is nothing. */
export type Cameras = 'free' | 'asked' | 'expected' | 'off';

export type Life = 'open' | 'unattended';

export interface PersonView {
  name: string;
  role: Role;
  order: number;
  line: Line;
  endpoint?: string;
  microphone: Switch;
  camera: Switch;
  hand?: number;
  /** It is their screen that everyone is shown. */
  screen?: boolean;
  media?: MediaLine;
}

/** Nothing is heard or seen of them, nor by them, although their page is there. */
export type MediaLine = 'lost';

export interface ConsoleView {
  place: 'console';
  title: string;
  starts: string;
  ends: string;
  life: Life;
  locked: boolean;
  people: Record<string, ConsolePersonView>;
  waiting: Record<string, WaitingPersonView>;
  newDevices: Record<string, NewDeviceView>;
  expected: Record<string, ExpectedPersonView>;
  gone: Record<string, GonePersonView>;
  help: Record<string, HelpView>;
  chat?: ChatPolicy;
  cameras?: Cameras;
  spotlight?: string;
  breakUntil?: string;
  /** Everybody's microphone and camera is held who does not lead or interpret. */
  listenOnly?: boolean;
}

export interface ConsolePersonView {
  name: string;
  role: Role;
  order: number;
  line: Line;
  endpoint?: string;
  microphone: Switch;
  camera: Switch;
  hand?: number;
  screen?: boolean;
  media?: MediaLine;
  minutes: MinutesView;
  interrupted?: 'call' | 'hidden' | 'no-microphone';
  chatStopped?: boolean;
  /** A facilitator let them show their screen. */
  screenAllowed?: boolean;
}

/** Time in the room so far; while it runs, add what has passed since `since`. */
export interface MinutesView {
  ms: number;
  since?: string;
}

export interface WaitingPersonView {
  name: string;
  /** Of a guest. */
  role?: Role;
  since: string;
  why: 'first' | 'sent-back' | 'returning';
  device: 'first' | 'known' | 'new';
  privatePlace: PrivatePlace;
  line: Line;
}

export type PrivatePlace = 'yes' | 'no' | 'unsure' | 'unanswered';

export interface NewDeviceView {
  name: string;
  since: string;
}

export interface ExpectedPersonView {
  name: string;
  order: number;
}

export interface GonePersonView {
  name: string;
  how: 'left' | 'removed';
  at: string;
}

export interface HelpView {
  name: string;
  at: string;
  seenBy?: string;
}

export interface EndedView {
  place: 'ended';
  cause: EndCause;
  at: string;
}

/** One worksheet as one person may see it; sent beside the view, which is the same for a whole audience. */
export interface WorksheetView {
  form: string;
  version: string;
  mode: WorksheetMode;
  /** The smaller number comes first. */
  order: number;
  /** Only staff are shown closed ones. */
  closed?: boolean;
  /** Staff are told for whom it is; absent for everybody who takes part. */
  members?: Record<string, true>;
  /** For whom one was prepared that nobody opened yet; absent for everybody. */
  meant?: Record<string, true>;
  /** Staff are told how far each is who has begun. */
  progress?: Record<string, ProgressView>;
  cards: Record<string, CardView>;
  groups: Record<string, HeadingView>;
}

export interface ProgressView {
  answered: number;
  /** Those before them now, which hangs on what they answered. */
  questions: number;
  /** When they last wrote; absent while nothing is written. */
  changed?: string;
}

/** What of the answers the others see. */
export type WorksheetMode = 'private' | 'share' | 'board';

export interface CardView {
  item: string;
  row?: string;
  order: number;
  /** Under which heading it lies. */
  group?: string;
  /** Whose it is, where one may know. */
  by?: string;
  name?: string;
  nameless?: boolean;
  /** What is written there now, a line for each of several; absent where nothing is, which only its writer is shown. */
  words?: string;
}

export interface HeadingView {
  title: string;
  order: number;
}

export type EndCause = 'facilitator' | 'unattended' | 'overtime';

export type View = WaitingView | RoomView | ConsoleView | EndedView;

export interface You {
  id: string;
  name: string;
  role: Role;
  seat: 'waiting' | 'present' | 'gone';
  endpoint?: string;
  microphone?: Switch;
  camera?: Switch;
  mutedBy?: string;
  cameraStoppedBy?: string;
  hand?: boolean;
  help?: 'asked' | 'seen';
  helpSeenBy?: string;
  chatStoppedBy?: string;
  /** The command types that this person may send now, so that no button offers what would be refused. */
  may: Record<string, true>;
}

export interface Welcome {
  type: 'welcome';
  n: 0;
  at: string;
  view: View;
  you: You;
  /** By id; absent where there are none. */
  worksheets?: Record<string, WorksheetView>;
}

export interface Change {
  type: 'change';
  n: number;
  at: string;
  patch?: object;
  you?: You;
  /** To merge into the worksheets, as `patch` is into the view. */
  worksheets?: object;
}

export interface Answer {
  re: string;
  ok?: true;
  refused?: Refusal;
}

export interface Refusal {
  code: RefusalCode;
  text: string;
}

export interface MediaPlaneMessage {
  type: 'media';
  plane: MediaPlane;
}

export interface MediaPlane {
  /** From browser to browser, or through a bridge, with which the page speaks by signals to and from `bridge`. */
  kind: 'peer' | 'bridge';
  iceServers: IceServer[];
}

export interface IceServer {
  urls: string;
  username?: string;
  credential?: string;
}

export interface MediaSignalMessage {
  type: 'media';
  from: string;
  signal: object;
}

export interface Notice {
  type: 'notice';
  code: NoticeCode;
  text?: string;
  from?: string;
  by?: string;
  cause?: EndCause;
  at?: string;
  to?: ChatCircle;
  member?: string;
  name?: string;
  worksheet?: string;
  said?: Said[];
  heardUntil?: string;
}

export type ChatCircle = 'staff' | 'everyone' | 'member';

/** One message of the chat. */
export interface Said {
  at: string;
  by: string;
  from: string;
  to: ChatCircle;
  member?: string;
  name?: string;
  text: string;
}

export interface BeatEcho {
  type: 'beat';
}

export type ServerMessage =
  Welcome | Change | Answer | MediaPlaneMessage | MediaSignalMessage | Notice | BeatEcho;

export type NoticeCode =
  | 'written'
  | 'muted'
  | 'camera-stopped'
  | 'may-unmute'
  | 'may-start-camera'
  | 'moved-device'
  | 'opened-elsewhere'
  | 'removed'
  | 'left'
  | 'sent-back'
  | 'ended'
  | 'said'
  | 'said-before'
  | 'new-device-waits'
  | 'nudged';

export type RefusalCode =
  | 'not-facilitator'
  | 'not-in-room'
  | 'not-member'
  | 'not-waiting'
  | 'not-here'
  | 'not-open'
  | 'ended'
  | 'removed'
  | 'locked'
  | 'full'
  | 'held'
  | 'not-for-facilitators'
  | 'not-yet'
  | 'already-open'
  | 'stale-connection'
  | 'too-long'
  | 'slow-down'
  | 'unknown-outcome'
  | 'unavailable'
  | 'too-many-waiting'
  | 'outside-session'
  | 'already-disputed'
  | 'not-disputed'
  | 'sign-in-again'
  | 'stale-sheet'
  | 'already-signed'
  | 'not-signed'
  | 'chat-off'
  | 'chat-to-staff'
  | 'chat-stopped'
  | 'screen-taken'
  | 'screen-not-allowed'
  | 'cameras-off'
  | 'only-listens'
  | 'not-for-guests'
  | 'no-breaks'
  | 'no-form'
  | 'no-worksheet'
  | 'stays-private'
  | 'no-card'
  | 'already-there'
  | 'no-room';
