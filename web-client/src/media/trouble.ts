/** Why a camera or a microphone is not there, as far as the person can do something about it. */
export type Trouble = 'refused' | 'missing' | 'in-use' | 'insecure' | 'in-app-browser';

/** The part of the page's surroundings that tells whether devices can be had at all. */
export interface BrowserFacts {
  userAgent: string;
  secure: boolean;
  hasDevices: boolean;
}

export const browserFacts = (): BrowserFacts => ({
  userAgent: navigator.userAgent,
  secure: isSecureContext,
  hasDevices: 'mediaDevices' in navigator && 'getUserMedia' in navigator.mediaDevices,
});

/** Names that apps give to the browser inside them; Android marks its own kind with `wv`. */
const APPS =
  /FBAN|FBAV|Instagram|Line\/|GSA\/|Twitter|Snapchat|MicroMessenger|LinkedInApp|TikTok|musical_ly|; wv\)/;

/**
 * Whether the page runs inside an app, where camera and microphone mostly cannot be had. Asked before the link's
 * token is used, because the person will have to open the link elsewhere.
 */
export function inAppBrowser({ userAgent, hasDevices }: BrowserFacts): boolean {
  const ios = /iPhone|iPad|iPod/.test(userAgent);
  return APPS.test(userAgent) || (ios && !userAgent.includes('Safari/') && !hasDevices);
}

/** What stands in the way before anybody is asked. */
export function obstacle(facts: BrowserFacts): Trouble | undefined {
  if (facts.hasDevices) return undefined;
  if (inAppBrowser(facts)) return 'in-app-browser';
  return facts.secure ? 'missing' : 'insecure';
}

export function troubleOf(error: unknown): Trouble {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'missing';
  }
}
