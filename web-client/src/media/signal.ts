import type { Signal } from '../session/commands';

const LONGEST_INSTANCE = 40;
const MOST_CANDIDATES = 100;

type Fields = Record<string, unknown>;
type Candidate = NonNullable<Signal['candidates']>[number];

/** What another browser says, taken apart: the server passes it on unread, so nothing in it is to be trusted. */
export function readSignal(from: object): Signal | undefined {
  const { instance, hello, description, candidates, want, paused } = from as Fields;
  if (typeof instance !== 'string' || instance.length > LONGEST_INSTANCE) return undefined;
  const readDescription = descriptionOf(description);
  const readCandidates = candidatesOf(candidates);
  return {
    instance,
    ...(hello === true && { hello }),
    ...(readDescription && { description: readDescription }),
    ...(readCandidates && { candidates: readCandidates }),
    ...((want === 'full' || want === 'small' || want === 'none') && { want }),
    ...(typeof paused === 'boolean' && { paused }),
  };
}

/** Only these two: a description may also take back what was agreed, and that is nobody else's to say. */
function descriptionOf(value: unknown): Signal['description'] {
  const { type, sdp } = (value ?? {}) as Fields;
  return (type === 'offer' || type === 'answer') && typeof sdp === 'string' ? { type, sdp } : undefined;
}

function candidatesOf(value: unknown): Candidate[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_CANDIDATES) return undefined;
  return value.filter(isCandidate).map(({ candidate, sdpMid, sdpMLineIndex, usernameFragment }) => ({
    candidate,
    sdpMid,
    sdpMLineIndex,
    usernameFragment,
  }));
}

function isCandidate(value: unknown): value is Candidate {
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = (value ?? {}) as Fields;
  const texts = [candidate, sdpMid, usernameFragment].every((text) => typeof text === 'string');
  return texts && typeof sdpMLineIndex === 'number';
}
