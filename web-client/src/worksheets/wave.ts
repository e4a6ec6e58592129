/** A wave to watch while an urge lasts: it rises, stands high and falls. Both coordinates go from 0 to 1. */
export type Phase = 'rise' | 'peak' | 'fall';

export const WAVE_MS = 120_000;

const HIGH_FROM = 0.38;
const HIGH_UNTIL = 0.55;
const POINTS = 64;

export function phaseAt(part: number): Phase {
  if (part < HIGH_FROM) return 'rise';
  return part < HIGH_UNTIL ? 'peak' : 'fall';
}

/** Where a still picture stands for a whole phase. */
export const MIDDLE: Readonly<Record<Phase, number>> = {
  rise: HIGH_FROM / 2,
  peak: (HIGH_FROM + HIGH_UNTIL) / 2,
  fall: (HIGH_UNTIL + 1) / 2,
};

export function heightAt(part: number): number {
  if (part <= HIGH_FROM) return (1 - Math.cos((Math.PI * part) / HIGH_FROM)) / 2;
  if (part <= HIGH_UNTIL) return 1;
  return (1 + Math.cos((Math.PI * (part - HIGH_UNTIL)) / (1 - HIGH_UNTIL))) / 2;
}

/** The line of the wave in a box, the way SVG draws it; with `until`, what has passed of it, down to the ground. */
export function wavePath(width: number, height: number, until?: number): string {
  const end = until ?? 1;
  const points = Array.from({ length: POINTS + 1 }, (_, n) => {
    const part = (n / POINTS) * end;
    return `${(part * width).toFixed(1)} ${((1 - heightAt(part)) * height).toFixed(1)}`;
  });
  const line = `M${points.join('L')}`;
  return until === undefined ? line : `${line}V${String(height)}H0Z`;
}
