import { call } from '../session/api';
import type { Rules, StandingRules } from './rules';
import type {
  Column,
  Contact,
  GroupKind,
  GroupLine,
  GroupPolicies,
  GroupSize,
  GroupView,
  GuestKind,
  ImportView,
  LinksView,
  MadeLink,
  PersonLine,
  PersonView,
  Phase,
  Reach,
  StaffLine,
  StaffRole,
  Why,
} from './books';

export interface Outline {
  title: string;
  size: GroupSize;
  policies: GroupPolicies;
}

export interface Leads {
  lead: string;
  staff: string[];
}

/** What staff ask of the clinic's books. Each wish has an id, so that it can be asked for again. */
export class ClinicApi {
  readonly #seat: string;
  readonly #lang: () => string;

  /** @param lang of the server's sentences */
  constructor(seat: string, lang: () => string) {
    this.#seat = seat;
    this.#lang = lang;
  }

  groups = (): Promise<{ groups: GroupLine[] }> => this.#ask('GET', '/groups');
  group = (id: string): Promise<GroupView> => this.#ask('GET', of('groups', id));
  makeGroup = (command: string, wish: Outline & Leads & { kind: GroupKind }): Promise<{ id: string }> =>
    this.#ask('POST', '/groups', { command, ...wish });
  changeGroup = (id: string, command: string, outline: Outline): Promise<void> =>
    this.#ask('PUT', of('groups', id), { command, ...outline });
  staffGroup = (id: string, command: string, leads: Leads): Promise<void> =>
    this.#ask('PUT', of('groups', id, 'staff'), { command, ...leads });
  join = (id: string, command: string, wish: { person: string; reason?: string }): Promise<void> =>
    this.#ask('POST', of('groups', id, 'members'), { command, ...wish });
  leave = (id: string, command: string, wish: { person: string }): Promise<void> =>
    this.#ask('POST', of('groups', id, 'departures'), { command, ...wish });
  openGroup = (id: string, command: string, open: boolean): Promise<void> =>
    this.#ask('PUT', of('groups', id, 'open'), { command, open });
  invite = (
    id: string,
    command: string,
    wish: { name: string; kind: GuestKind; speaks: Reach['speaks']; ends: string },
  ): Promise<{ id: string }> => this.#ask('POST', of('groups', id, 'guests'), { command, ...wish });
  setGuestEnd = (guest: string, command: string, ends: string): Promise<void> =>
    this.#ask('PUT', of('guests', guest, 'end'), { command, ends });

  /** @param name none takes it back */
  nameClinic = (command: string, name: string): Promise<void> =>
    this.#ask('PUT', '/name', { command, ...(name && { name }) });

  rules = (): Promise<StandingRules> => this.#ask('GET', '/rules');
  adoptRules = (command: string, rules: Rules): Promise<void> =>
    this.#ask('PUT', '/rules', { command, rules });
  setZone = (command: string, zone: string): Promise<void> => this.#ask('PUT', '/zone', { command, zone });

  /** Also of those who never signed in here, where staff have accounts. */
  staff = (): Promise<{ staff: StaffLine[] }> => this.#ask('GET', '/staff');
  people = (): Promise<{ people: PersonLine[] }> => this.#ask('GET', '/people');
  person = (id: string): Promise<PersonView> => this.#ask('GET', of('people', id));
  addPerson = (
    command: string,
    wish: {
      part: PersonLine['part'];
      number: string;
      name: string;
      on?: string;
      reach?: Reach;
      contact?: Contact;
    },
  ): Promise<{ id: string }> => this.#ask('POST', '/people', { command, ...wish });
  changePerson = (
    id: string,
    command: string,
    wish: { number?: string; name?: string; reach?: Reach; contact?: Contact },
  ): Promise<void> => this.#ask('PUT', of('people', id), { command, ...wish });
  planWeek = (id: string, command: string, wish: { phase: Phase; minutes: number }): Promise<void> =>
    this.#ask('PUT', of('people', id, 'week'), { command, ...wish });
  license = (id: string, command: string, wish: { states: string[]; credential?: string }): Promise<void> =>
    this.#ask('PUT', of('people', id, 'licence'), { command, ...wish });
  appoint = (id: string, command: string, roles: StaffRole[]): Promise<void> =>
    this.#ask('PUT', of('people', id, 'roles'), { command, roles });
  move = (
    id: string,
    command: string,
    wish: { to: 'active' | 'stepped-down'; on: string; words?: string },
  ): Promise<void> => this.#ask('POST', of('people', id, 'enrolment'), { command, ...wish });
  discharge = (id: string, command: string, wish: { on: string; why: Why; words?: string }): Promise<void> =>
    this.#ask('POST', of('people', id, 'discharge'), { command, ...wish });
  reEnter = (
    id: string,
    command: string,
    wish: { to: Exclude<Phase, 'discharged'>; on: string; words?: string; groups?: string[]; over?: string },
  ): Promise<void> => this.#ask('POST', of('people', id, 'return'), { command, ...wish });

  links = (id: string): Promise<LinksView> => this.#ask('GET', of('people', id, 'links'));
  makeLink = (id: string, command: string, renew: boolean): Promise<MadeLink> =>
    this.#ask('POST', of('people', id, 'links'), { command, renew });
  revokeLinks = (id: string, command: string): Promise<void> =>
    this.#ask('POST', of('people', id, 'links', 'revocation'), { command });
  resetDevices = (id: string, command: string): Promise<void> =>
    this.#ask('POST', of('people', id, 'devices', 'reset'), { command });

  bring = (
    command: string,
    wish: { csv: string; columns?: Partial<Record<Column, string>>; dryRun: boolean },
  ): Promise<ImportView> => this.#ask('POST', '/imports', { command, ...wish });

  #ask<T>(method: string, path: string, body?: object): Promise<T> {
    return call(method, `/clinic${path}?seat=${encodeURIComponent(this.#seat)}&lang=${this.#lang()}`, body);
  }
}

const of = (...parts: string[]) => `/${parts.map(encodeURIComponent).join('/')}`;
