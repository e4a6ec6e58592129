import type { Step } from './ladder';

export type PictureWish = 'full' | 'small' | 'none';

/** What is sent of the own picture to one person. */
export interface Sending {
  active: boolean;
  /** Of the longer side, so that it holds for upright phones too. */
  longestSide: number;
  maxBitrate: number;
  maxFramerate: number;
}

const FULL: Sending = { active: true, longestSide: 640, maxBitrate: 500_000, maxFramerate: 24 };
const REDUCED: Sending = { active: true, longestSide: 480, maxBitrate: 250_000, maxFramerate: 15 };
const SMALL: Sending = { active: true, longestSide: 320, maxBitrate: 120_000, maxFramerate: 10 };
const NONE: Sending = { ...SMALL, active: false };

/** From this many others on, each gets a smaller picture: every one of them is encoded and sent apart. */
const MANY = 4;

/** The least of what the line carries, the other wants, and this person is willing to spend. */
export function sendingFor(step: Step, wish: PictureWish, saving: boolean, others: number): Sending {
  if (step === 'paused' || wish === 'none') return NONE;
  if (step === 'small' || wish === 'small' || saving) return SMALL;
  return step === 'reduced' || others >= MANY ? REDUCED : FULL;
}

/** Sets the limits on a sender; a browser that will not take them keeps its own. */
export async function limit(sender: RTCRtpSender, sending: Sending): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding) return;
  const { width = 640, height = 360 } = sender.track?.getSettings() ?? {};
  encoding.active = sending.active;
  encoding.maxBitrate = sending.maxBitrate;
  encoding.maxFramerate = sending.maxFramerate;
  encoding.scaleResolutionDownBy = Math.max(1, Math.max(width, height) / sending.longestSide);
  await sender.setParameters(parameters).catch(() => undefined);
}
