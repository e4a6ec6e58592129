/** What a page may ask of the server: one interface for each command, named as in the server's records. */
import type { ChatPolicy, WorksheetMode } from './protocol';

export interface SessionLeave {
  type: 'session.leave';
}
export interface SessionEnd {
  type: 'session.end';
}
export interface PageInterrupted {
  type: 'page.interrupted';
  cause: InterruptionCause;
}
export interface PageResumed {
  type: 'page.resumed';
}
export interface MicrophoneSet {
  type: 'microphone.set';
  on: boolean;
}
export interface CameraSet {
  type: 'camera.set';
  on: boolean;
}
export interface HandRaise {
  type: 'hand.raise';
}
export interface HandLower {
  type: 'hand.lower';
}
export interface HelpAsk {
  type: 'help.ask';
}
export interface HelpWithdraw {
  type: 'help.withdraw';
}
export interface MediaSignal {
  type: 'media.signal';
  to: string;
  /** Between two pages a `Signal`; with the bridge in its words. */
  signal: object;
}
export interface MemberAdmit {
  type: 'member.admit';
  member: string;
}
export interface MemberAdmitAll {
  type: 'member.admit-all';
}
export interface MemberAdmitDevice {
  type: 'member.admit-device';
  member: string;
}
export interface MemberSendBack {
  type: 'member.send-back';
  member: string;
}
export interface MemberRemove {
  type: 'member.remove';
  member: string;
}
export interface MemberWrite {
  type: 'member.write';
  member: string;
  text: string;
}
export interface RoomLock {
  type: 'room.lock';
}
export interface RoomUnlock {
  type: 'room.unlock';
}
export interface MicrophoneMute {
  type: 'microphone.mute';
  member: string;
}
export interface MicrophoneMuteAll {
  type: 'microphone.mute-all';
}
export interface MicrophoneAllow {
  type: 'microphone.allow';
  member: string;
}
export interface MicrophoneAllowAll {
  type: 'microphone.allow-all';
}
export interface CameraStop {
  type: 'camera.stop';
  member: string;
}
export interface CameraAllow {
  type: 'camera.allow';
  member: string;
}
export interface HandLowerOne {
  type: 'hand.lower-one';
  member: string;
}
export interface HandLowerAll {
  type: 'hand.lower-all';
}
export interface HelpAcknowledge {
  type: 'help.acknowledge';
  member: string;
}
export interface ChatTellStaff {
  type: 'chat.tell-staff';
  text: string;
}
export interface ChatTellEveryone {
  type: 'chat.tell-everyone';
  text: string;
}
export interface ChatTellMember {
  type: 'chat.tell-member';
  member: string;
  text: string;
}
export interface ChatSet {
  type: 'chat.set';
  policy: ChatPolicy;
}
export interface ChatStop {
  type: 'chat.stop';
  member: string;
}
export interface ChatAllow {
  type: 'chat.allow';
  member: string;
}
export interface SpotlightSet {
  type: 'spotlight.set';
  member: string;
}
export interface SpotlightClear {
  type: 'spotlight.clear';
}

export interface ScreenShare {
  type: 'screen.share';
}
export interface ScreenStop {
  type: 'screen.stop';
}
export interface ScreenAllow {
  type: 'screen.allow';
  member: string;
}
export interface ScreenDisallow {
  type: 'screen.disallow';
  member: string;
}
export interface MediaLost {
  type: 'media.lost';
}
export interface MediaReturned {
  type: 'media.returned';
}
export interface RoomListenOnly {
  type: 'room.listen-only';
  on: boolean;
}

export interface BreakBegin {
  type: 'break.begin';
  minutes: number;
}
export interface BreakEnd {
  type: 'break.end';
}

/** `worksheet`, `card` and `group` are ids that the page draws: a letter, then 21 of base64url. */
export interface WorksheetOpen {
  type: 'worksheet.open';
  worksheet: string;
  form: string;
  version: string;
  mode: WorksheetMode;
  /** Absent for everybody who takes part, whenever they come. */
  members?: string[];
}
export interface WorksheetClose {
  type: 'worksheet.close';
  worksheet: string;
}
export interface WorksheetMove {
  type: 'worksheet.move';
  worksheet: string;
  before?: string;
}
export interface WorksheetNudge {
  type: 'worksheet.nudge';
  worksheet: string;
  member: string;
}
export interface AnswerShare {
  type: 'answer.share';
  worksheet: string;
  card: string;
  item: string;
  row?: string;
  /** Whether the group may know whose it is; staff do. */
  named: boolean;
}
export interface AnswerTakeBack {
  type: 'answer.take-back';
  card: string;
}
export interface CardMove {
  type: 'card.move';
  card: string;
  /** Under which heading; absent for none. */
  group?: string;
  /** Absent for last. */
  before?: string;
}
export interface CardRemove {
  type: 'card.remove';
  card: string;
}
export interface CardGroup {
  type: 'card.group';
  worksheet: string;
  group: string;
  title: string;
}
export interface CardUngroup {
  type: 'card.ungroup';
  group: string;
}

export type InterruptionCause = 'call' | 'hidden' | 'no-microphone';

export type Command =
  | SessionLeave
  | SessionEnd
  | PageInterrupted
  | PageResumed
  | MicrophoneSet
  | CameraSet
  | HandRaise
  | HandLower
  | HelpAsk
  | HelpWithdraw
  | MediaSignal
  | MemberAdmit
  | MemberAdmitAll
  | MemberAdmitDevice
  | MemberSendBack
  | MemberRemove
  | MemberWrite
  | RoomLock
  | RoomUnlock
  | MicrophoneMute
  | MicrophoneMuteAll
  | MicrophoneAllow
  | MicrophoneAllowAll
  | CameraStop
  | CameraAllow
  | HandLowerOne
  | HandLowerAll
  | HelpAcknowledge
  | ChatTellStaff
  | ChatTellEveryone
  | ChatTellMember
  | ChatSet
  | ChatStop
  | ChatAllow
  | SpotlightSet
  | SpotlightClear
  | ScreenShare
  | ScreenStop
  | ScreenAllow
  | ScreenDisallow
  | MediaLost
  | MediaReturned
  | RoomListenOnly
  | BreakBegin
  | BreakEnd
  | WorksheetOpen
  | WorksheetClose
  | WorksheetMove
  | WorksheetNudge
  | AnswerShare
  | AnswerTakeBack
  | CardMove
  | CardRemove
  | CardGroup
  | CardUngroup;

export type CommandType = Command['type'];

/** Not a command: it needs no id, is not logged, and comes back at once to show that the line is alive. */
export interface Beat {
  type: 'beat';
  hidden?: true;
}

/**
 * What two browsers tell each other through the server, which looks into none of it. `instance` names the
 * connection at the sender's end, so that a page that was loaded again is told from the one before.
 */
export interface Signal {
  instance: string;
  hello?: true;
  description?: { type: 'offer' | 'answer'; sdp: string };
  candidates?: { candidate: string; sdpMid: string; sdpMLineIndex: number; usernameFragment: string }[];
  /** The pictures that the sender wants to get. */
  want?: 'full' | 'small' | 'none';
  /** The sender holds its picture back, because the line is too weak for both picture and sound. */
  paused?: boolean;
}
