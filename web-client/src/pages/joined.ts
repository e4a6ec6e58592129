/** Someone who reloads the page was here a moment ago: they come back as they were and are not asked everything again. */
export interface Joined {
  at: number;
  camera: boolean;
  microphone: boolean;
}

const LASTS_MS = 10 * 60_000;
const key = (seat: string) => `holdfast-joined:${seat}`;

export function rememberJoined(seat: string, joined: Joined): void {
  try {
    sessionStorage.setItem(key(seat), JSON.stringify(joined));
  } catch {
    // Then they are asked again.
  }
}

export function joinedBefore(seat: string, now: number): Joined | undefined {
  try {
    const joined = JSON.parse(sessionStorage.getItem(key(seat)) ?? 'null') as Joined | null;
    return joined && now - joined.at < LASTS_MS ? joined : undefined;
  } catch {
    return undefined;
  }
}

export function forgetJoined(seat: string): void {
  try {
    sessionStorage.removeItem(key(seat));
  } catch {
    // Nothing was kept.
  }
}
