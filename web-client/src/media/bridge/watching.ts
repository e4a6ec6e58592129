import type { SaveData } from '../plane';

/** A picture that is drawn, by the name of its source. */
export interface WatchedPicture {
  source: string;
  kind: 'camera' | 'screen';
  height: number;
}

/** Steps, so that a tile that grows by a few pixels asks for nothing new. */
const HEIGHTS = [180, 360, 720, 1080];
/** A picture a little smaller than its tile does nobody any harm, and half the bits do good. */
const BLUR = 1.25;
const SAVING_HEIGHT = 180;

export interface Watching {
  colibriClass: 'ReceiverVideoConstraints';
  lastN: number;
  selectedSources: string[];
  onStageSources: string[];
  defaultConstraints: { maxHeight: number };
  constraints: Record<string, { maxHeight: number }>;
}

const watching = (part: Partial<Watching>): Watching => ({
  colibriClass: 'ReceiverVideoConstraints',
  lastN: -1,
  selectedSources: [],
  onStageSources: [],
  defaultConstraints: { maxHeight: 0 },
  constraints: {},
  ...part,
});

/**
 * What the bridge shall send, from what is drawn: the first picture is the most important one. While nobody has said
 * what is drawn, a small picture of everybody.
 */
export function watchingOf(
  drawn: readonly WatchedPicture[] | undefined,
  saveData: SaveData,
  speaker: string | undefined,
): Watching {
  if (saveData === 'sound-only') return watching({ lastN: 0 });
  if (!drawn) return watching({ defaultConstraints: { maxHeight: SAVING_HEIGHT } });
  const seen = drawn.filter(({ height }) => height > 0);
  if (saveData === 'one-picture') {
    const one =
      seen.find(({ kind }) => kind === 'screen') ?? seen.find(({ source }) => source === speaker) ?? seen[0];
    if (!one) return watching({ lastN: 0 });
    const maxHeight = one.kind === 'screen' ? step(one) : SAVING_HEIGHT;
    return watching({
      lastN: 1,
      selectedSources: [one.source],
      constraints: { [one.source]: { maxHeight } },
    });
  }
  const most = saveData === 'small' ? SAVING_HEIGHT : Infinity;
  const stepped = seen.map((picture) => {
    return { ...picture, height: picture.kind === 'screen' ? step(picture) : Math.min(step(picture), most) };
  });
  return watching({
    selectedSources: stepped.map(({ source }) => source),
    onStageSources: onStage(stepped),
    constraints: Object.fromEntries(stepped.map(({ source, height }) => [source, { maxHeight: height }])),
  });
}

/** What goes before all else: a screen, or a face that is far larger than the others. */
function onStage(drawn: readonly WatchedPicture[]): string[] {
  const screens = drawn.filter(({ kind }) => kind === 'screen');
  const tallest = Math.max(0, ...drawn.map(({ height }) => height));
  const large = drawn.filter(({ height }) => height === tallest);
  const alone = large.length === 1 && drawn.length > 1 ? large : [];
  return (screens.length > 0 ? screens : alone).map(({ source }) => source);
}

/** Screens are sent in one size: a smaller one would be none. */
const step = ({ kind, height }: WatchedPicture): number =>
  (kind === 'camera' ? HEIGHTS.find((one) => one * BLUR >= height) : undefined) ?? HEIGHTS.at(-1) ?? height;
