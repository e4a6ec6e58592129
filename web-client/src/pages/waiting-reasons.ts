import type { WaitingPersonView } from '../session/protocol';

export type WaitingReason =
  'new-device' | 'private-no' | 'private-unsure' | 'was-sent-back' | 'returning' | 'line-dropped';

/** What a facilitator should know before letting someone in, the weightiest first. */
export function reasonsOf({ device, privatePlace, why, line }: WaitingPersonView): WaitingReason[] {
  const reasons: (WaitingReason | false)[] = [
    device === 'new' && 'new-device',
    privatePlace === 'no' && 'private-no',
    privatePlace === 'unsure' && 'private-unsure',
    why === 'sent-back' && 'was-sent-back',
    why === 'returning' && 'returning',
    line === 'dropped' && 'line-dropped',
  ];
  return reasons.filter((reason) => reason !== false);
}
