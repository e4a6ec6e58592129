import type { Step } from '../ladder';

/** What is sent of one size of the own picture. */
export interface Layer {
  active: boolean;
  scaleResolutionDownBy: number;
  maxBitrate: number;
  maxFramerate: number;
}

export interface LayerWish {
  /** Of the shorter side: phones that are held upright send upright pictures. */
  captured: number;
  /** The largest that anybody watches. */
  watched: number;
  step: Step;
  /** Data is saved: one small size has to do for everybody. */
  saving: boolean;
}

/**
 * From which height on a picture is sent in so many sizes. Chromium and Safari encode no more than this, whatever is
 * asked of them, and then it is the largest that is missing.
 */
const SIZES: [least: number, sizes: number][] = [
  [540, 3],
  [270, 2],
];

const BITRATES: [height: number, bps: number][] = [
  [100, 90_000],
  [200, 200_000],
  [400, 550_000],
  [800, 1_500_000],
];
const MOST_BPS = 2_500_000;

const SAVING_HEIGHT = 180;

const FRAMES: Record<Step, number> = { full: 24, reduced: 15, small: 10, paused: 10 };
const CAPS_BPS: Record<Step, number> = { full: MOST_BPS, reduced: 250_000, small: 110_000, paused: 110_000 };
/** How many of the sizes a line carries. */
const CARRIES: Record<Step, number> = { full: 3, reduced: 2, small: 1, paused: 0 };

/**
 * The sizes of the own picture, small to large, in as many layers as were agreed. A size that nobody watches is not
 * sent; the smallest goes on as long as anybody watches at all, since the bridge falls back to it for whoever's line
 * is weak.
 */
export function layersOf(count: number, { captured, watched, step, saving }: LayerWish): Layer[] {
  const most = saving ? 1 : (SIZES.find(([least]) => captured >= least)?.[1] ?? 1);
  const sizes = Math.min(count, most);
  return Array.from({ length: count }, (_, index) => {
    // A camera that could not be made smaller is made smaller here.
    const scale = saving ? Math.max(1, captured / SAVING_HEIGHT) : 2 ** Math.max(0, sizes - 1 - index);
    const wanted = watched > 0 && (index === 0 || captured / scale <= watched);
    return {
      active: index < sizes && index < CARRIES[step] && wanted,
      ...layer(captured, scale, step),
    };
  });
}

/** For browsers that send one size only: there it is the picture that shrinks. */
export function oneLayer({ captured, watched, step }: LayerWish): Layer {
  const height = Math.min(captured, watched, step === 'full' ? Infinity : 180);
  return {
    active: watched > 0 && step !== 'paused',
    ...layer(captured, captured / Math.max(height, 90), step),
  };
}

const layer = (captured: number, scale: number, step: Step): Omit<Layer, 'active'> => ({
  scaleResolutionDownBy: Math.max(1, scale),
  maxBitrate: Math.min(CAPS_BPS[step], BITRATES.find(([most]) => captured / scale <= most)?.[1] ?? MOST_BPS),
  maxFramerate: FRAMES[step],
});

/** Sets them on the sender; a browser that will not take them keeps its own. */
export async function sendLayers(sender: RTCRtpSender, wish: Omit<LayerWish, 'captured'>): Promise<void> {
  if (!sender.track) return;
  const { width = 640, height = 360 } = sender.track.getSettings();
  const parameters = sender.getParameters();
  const count = parameters.encodings.length;
  const whole = { ...wish, captured: Math.min(width, height) };
  const layers = count > 1 ? layersOf(count, whole) : [oneLayer(whole)];
  const before = JSON.stringify(parameters.encodings);
  parameters.encodings.forEach((encoding, index) => Object.assign(encoding, layers[index]));
  if (JSON.stringify(parameters.encodings) === before) return;
  await sender.setParameters(parameters).catch(() => undefined);
}
