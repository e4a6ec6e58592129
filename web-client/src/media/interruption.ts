import type { InterruptionCause } from '../session/commands';
import type { Cancel, Timers } from '../session/timers';

/** A short silence of the track is a change of headset, not a phone call. */
const PATIENCE_MS = 3_000;

interface AudioSession extends EventTarget {
  type: string;
  state?: string;
}

const audioSession = (): AudioSession | undefined =>
  (navigator as Navigator & { audioSession?: AudioSession }).audioSession;

/** Sound from the loudspeaker instead of the earpiece, and the microphone kept while other apps play. */
export function claimAudioSession(): void {
  const session = audioSession();
  if (session) session.type = 'play-and-record';
}

/**
 * Notices that a phone call, the lock screen or another app took the microphone or the page away. Such a person has
 * not left, and the record must not say so.
 */
export class Interruption {
  readonly #timers: Timers;
  readonly #tell: (cause: InterruptionCause | undefined) => void;
  readonly #hiddenCounts: boolean;
  readonly #release = new AbortController();
  readonly #signs: Record<InterruptionCause, boolean> = {
    call: false,
    'no-microphone': false,
    hidden: false,
  };
  #told: InterruptionCause | undefined;
  #cancelHidden: Cancel = () => undefined;
  #cancelMuted: Cancel = () => undefined;
  #unfollow = new AbortController();

  constructor(
    timers: Timers,
    hiddenCounts: boolean,
    tell: (cause: InterruptionCause | undefined) => void,
    session: (EventTarget & { state?: string }) | undefined = audioSession(),
    page: Document = document,
  ) {
    this.#timers = timers;
    this.#hiddenCounts = hiddenCounts;
    this.#tell = tell;
    const { signal } = this.#release;
    session?.addEventListener('statechange', () => this.#set('call', session.state === 'interrupted'), {
      signal,
    });
    page.addEventListener('visibilitychange', () => this.#seen(!page.hidden), { signal });
  }

  /** The track in use now; absent when the microphone could not be had again. */
  follow(track: MediaStreamTrack | undefined, lost: boolean): void {
    this.#unfollow.abort();
    this.#unfollow = new AbortController();
    this.#cancelMuted();
    const { signal } = this.#unfollow;
    const later = () => (this.#cancelMuted = this.#timers.after(PATIENCE_MS, () => this.#set('call', true)));
    track?.addEventListener('mute', later, { signal });
    track?.addEventListener(
      'unmute',
      () => {
        this.#cancelMuted();
        this.#set('call', false);
      },
      { signal },
    );
    this.#signs['no-microphone'] = lost;
    this.#set('call', false);
    if (track?.muted) later();
  }

  stop(): void {
    this.#release.abort();
    this.#unfollow.abort();
    this.#cancelHidden();
    this.#cancelMuted();
  }

  #seen(visible: boolean): void {
    this.#cancelHidden();
    if (!this.#hiddenCounts) return;
    if (visible) this.#set('hidden', false);
    else this.#cancelHidden = this.#timers.after(PATIENCE_MS, () => this.#set('hidden', true));
  }

  #set(sign: InterruptionCause, is: boolean): void {
    this.#signs[sign] = is;
    const causes: InterruptionCause[] = ['call', 'no-microphone', 'hidden'];
    const cause = causes.find((candidate) => this.#signs[candidate]);
    if (cause === this.#told) return;
    this.#told = cause;
    this.#tell(cause);
  }
}
