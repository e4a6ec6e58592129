import type { Meeting } from '../session/api';

const MINUTE_MS = 60_000;

export const minutesUntil = (starts: string, now: Date): number =>
  Math.ceil((Date.parse(starts) - now.getTime()) / MINUTE_MS);

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();

/** Someone's first name, as the group says it. */
export const shortName = (name: string): string => name.split(/\s+/)[0] ?? name;

/** Whether the group has cameras, for this person: an interpreter may have nothing but hands to speak with. */
export const mayBeSeen = ({ cameras, role }: Pick<Meeting, 'cameras' | 'role'>): boolean =>
  cameras !== 'off' || role === 'interpreter';
