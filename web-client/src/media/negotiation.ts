import type { Signal } from '../session/commands';
import type { Cancel, Timers } from '../session/timers';

type Description = NonNullable<Signal['description']>;
type Candidates = NonNullable<Signal['candidates']>;

/** Candidates come in bursts: one frame for a burst, not twenty. */
const GATHER_MS = 40;
/** An offer without an answer is said again; the other may have been between two connections to the server. */
const REPEAT_MS = 4_000;

export interface NegotiationParts {
  pc: RTCPeerConnection;
  /** Whose offer gives way when both offer at once. */
  polite: boolean;
  timers: Timers;
  send: (part: Pick<Signal, 'description' | 'candidates'>) => void;
  /** Between the other's offer and the own answer: the time to say what is sent back. */
  onOffered: () => Promise<void> | void;
}

/** Offers, answers and candidates of one RTCPeerConnection, as in "perfect negotiation", one at a time. */
export class Negotiation {
  readonly #parts: NegotiationParts;
  #queue: Promise<void> = Promise.resolve();
  #early: Candidates = [];
  #gathered: Candidates = [];
  #cancelGather: Cancel | undefined;
  #cancelRepeat: Cancel = () => undefined;

  constructor(parts: NegotiationParts) {
    this.#parts = parts;
    parts.pc.onnegotiationneeded = () => this.#inTurn(() => this.#offer());
    parts.pc.onicecandidate = ({ candidate }) => this.#gather(candidate);
  }

  receive({ description, candidates }: Pick<Signal, 'description' | 'candidates'>): void {
    if (description) this.#inTurn(() => this.#describe(description));
    if (candidates) this.#inTurn(() => this.#add(candidates));
  }

  /** Says the last offer again if it has no answer yet. */
  repeat(): void {
    this.#inTurn(() => {
      if (this.#parts.pc.signalingState === 'have-local-offer') this.#say();
    });
  }

  close(): void {
    this.#cancelGather?.();
    this.#cancelRepeat();
    this.#parts.pc.onnegotiationneeded = null;
    this.#parts.pc.onicecandidate = null;
  }

  async #offer(): Promise<void> {
    const { pc } = this.#parts;
    // The browser asks again by itself once the exchange that is under way is over.
    if (pc.signalingState !== 'stable') return;
    await pc.setLocalDescription();
    this.#say();
  }

  async #describe(description: Description): Promise<void> {
    const { pc, polite, onOffered } = this.#parts;
    if (description.type === 'offer' && pc.signalingState !== 'stable' && !polite) return;
    // A repeated offer brings a second answer, to nothing.
    if (description.type === 'answer' && pc.signalingState !== 'have-local-offer') return;
    await pc.setRemoteDescription(description);
    const early = this.#early;
    this.#early = [];
    await this.#add(early);
    if (description.type !== 'offer') return;
    await onOffered();
    await pc.setLocalDescription();
    this.#say();
  }

  async #add(candidates: Candidates): Promise<void> {
    const { pc } = this.#parts;
    if (!pc.remoteDescription) {
      this.#early.push(...candidates);
      return;
    }
    for (const candidate of candidates) {
      // One that belongs to an offer that gave way, or that this browser cannot read, is one path less.
      await pc.addIceCandidate(candidate).catch(() => undefined);
    }
  }

  #say(): void {
    const description = this.#parts.pc.localDescription;
    if (!description) return;
    this.#parts.send({
      description: { type: description.type as Description['type'], sdp: description.sdp },
    });
    this.#cancelRepeat();
    this.#cancelRepeat = this.#parts.timers.after(REPEAT_MS, () => this.repeat());
  }

  #gather(candidate: RTCIceCandidate | null): void {
    if (!candidate?.candidate) return;
    this.#gathered.push({
      candidate: candidate.candidate,
      sdpMid: candidate.sdpMid ?? '',
      sdpMLineIndex: candidate.sdpMLineIndex ?? 0,
      usernameFragment: candidate.usernameFragment ?? '',
    });
    this.#cancelGather ??= this.#parts.timers.after(GATHER_MS, () => {
      this.#cancelGather = undefined;
      this.#parts.send({ candidates: this.#gathered });
      this.#gathered = [];
    });
  }

  #inTurn(work: () => Promise<void> | void): void {
    this.#queue = this.#queue.then(work).catch(() => {
      // Descriptions that do not fit end in no connection, and that is mended by a new one.
    });
  }
}
