import type { StaffRole } from '../clinic/books';
import type { Cameras, GuestRole, PrivatePlace } from './protocol';
import type { AttendanceSheet, SheetCause, SheetDispute } from './sheet';

export interface Exchanged {
  seat: string;
  kind: 'participant' | 'staff';
  session?: string;
}

export interface Me {
  seat: string;
  kind: 'participant' | 'staff';
  name: string;
  /** Of staff: what they do for the clinic. */
  roles?: StaffRole[];
  session?: Meeting;
  /** When they meet next, while there is nothing to join. */
  next?: { starts: string; ends: string };
  places?: { id: string; kind: 'home' | 'other'; label: string; address: string }[];
  contact?: { name: string; phone: string };
}

/** The next session of a person, as far as they may know of it before it. */
export interface Meeting {
  id: string;
  starts: string;
  ends: string;
  facilitator: string;
  /** It can only be looked back at. */
  ended?: true;
  /** Of guests: as what they come. */
  role?: GuestRole;
  cameras?: Cameras;
  /** What people agree to when they come, in the clinic's words. */
  agreement?: string;
}

export interface Arrival {
  name: string;
  place: { kind: 'home' | 'saved' | 'elsewhere' | 'unanswered'; address?: string };
  privatePlace: PrivatePlace;
  /** They were shown what people agree to, and go on from there. */
  agreed?: true;
}

/** One's own row of the sheet, for the page after the meeting. */
export interface Mine {
  name: string;
  starts: string;
  ends: string;
  minutes: number;
  creditedMinutes: number;
  /** `in`: in the room; the rest is waiting and gaps. */
  intervals: { from: string; to?: string; in: boolean; cause: SheetCause }[];
  sentences: string[];
  /** What staff credit instead, if they corrected it. */
  correctedMinutes?: number;
  dispute?: SheetDispute;
}

/** Where a member said they are today, and whom to call. What was not said, or cannot be read any more, is absent. */
export interface Whereabouts {
  name: string;
  place: Arrival['place']['kind'];
  address?: string;
  contact?: { name: string; phone: string };
  answeredAt?: string;
}

/** Of staff who sign in with an account: until when they are. Each is a time. */
export interface Account {
  seat: string;
  name: string;
  roles: string[];
  /** By the server's clock, as the others are. */
  now: string;
  idleEnds: string;
  ends: string;
  freshUntil: string;
}

export interface StaffSession {
  id: string;
  title: string;
  starts: string;
  ends: string;
  life: string;
  waiting: number;
  present: number;
  expected: number;
  /** While it runs: who is expected and has not come. */
  missing?: string[];
  /** Once it has ended: whether its sheet is signed as it stands. */
  signed?: boolean;
}

/** Anything but success: `status` 0 when no answer came at all, `type` as in problem+json. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, title: string) {
    super(title);
    this.status = status;
    this.type = type;
  }
}

/** The HTTP side of one seat. */
export class Api {
  readonly seat: string;

  constructor(seat: string) {
    this.seat = seat;
  }

  me = (): Promise<Me> => call('GET', `/me${this.#query}`);

  arrive = (session: string, arrival: Arrival): Promise<void> =>
    call('PUT', `/sessions/${encodeURIComponent(session)}/arrival${this.#query}`, arrival);

  mine = (session: string, language: string): Promise<Mine> =>
    call('GET', `/sessions/${encodeURIComponent(session)}/mine${this.#query}&lang=${language}`);

  /** "This is wrong", about one's own row. */
  dispute = (session: string, command: string, words: string): Promise<void> =>
    call('POST', `/sessions/${encodeURIComponent(session)}/disputes${this.#query}`, { command, words });

  staffSessions = (): Promise<{ sessions: StaffSession[] }> => call('GET', `/staff/sessions${this.#query}`);

  attendance = (session: string, language: string): Promise<AttendanceSheet> =>
    call('GET', `/sessions/${encodeURIComponent(session)}/attendance${this.#query}&lang=${language}`);

  whereabouts = (session: string, member: string): Promise<Whereabouts> =>
    call(
      'GET',
      `/sessions/${encodeURIComponent(session)}/people/${encodeURIComponent(member)}/whereabouts${this.#query}`,
    );

  get #query(): string {
    return `?seat=${encodeURIComponent(this.seat)}`;
  }
}

/** As whom this browser is signed in, and whether staff have accounts here at all. */
export const account = (): Promise<{ accounts: boolean; signedIn?: Account }> =>
  call('GET', '/staff/account');

/** Somebody uses the page, so they stay signed in. */
export const stayActive = (): Promise<Account> => call('POST', '/staff/account/activity', {});

export const signOut = (): Promise<{ everywhere: boolean }> => call('POST', '/staff/account/sign-out', {});

/** A link's token for a seat. What is wrong with a link that is not accepted, the server tells nobody. */
export const exchange = (token: string): Promise<Exchanged> => call('POST', '/links/exchange', { token });

export async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await answer(method, path, body);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** A file as the server names it. */
export interface Exported {
  name: string;
  content: Blob;
}

/** @param otherwise what it is called where the server gives no name */
export async function file(path: string, otherwise: string): Promise<Exported> {
  const response = await answer('GET', path);
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
  return { name: named?.[1] ?? otherwise, content: await response.blob() };
}

/** What was answered, if it is what was asked for. */
export async function answer(method: string, path: string, body?: object): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiProblem(0, 'unreachable', 'No answer');
  }
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as { type?: string; title?: string };
    throw new ApiProblem(
      response.status,
      problem.type ?? 'about:blank',
      problem.title ?? response.statusText,
    );
  }
  return response;
}
