import type { Me, People, SaveData } from '../plane';
import type { ShownPicture } from '../shown';
import type { WatchedPicture } from './watching';
import type { SourceKind, SourceMap } from './wire';

export interface Scene {
  people: People;
  me: Me | undefined;
  sources: SourceMap;
  /** Absent until the layout has said what it draws. */
  shown: readonly ShownPicture[] | undefined;
  saveData: SaveData;
}

/** View and sources come by different ways: a picture is there once both know of it. */
function sourceOf({ people, sources }: Scene, member: string, kind: SourceKind): string | undefined {
  const endpoint = people[member]?.endpoint;
  return endpoint && sources[endpoint]?.find((source) => source.kind === kind)?.name;
}

export const drawnIn = (scene: Scene): WatchedPicture[] | undefined =>
  scene.shown?.flatMap(({ member, kind, height }) => {
    const source = sourceOf(scene, member, kind);
    return source ? [{ source, kind, height }] : [];
  });

/** Faces that are there to be had, and that this page draws. */
export function facesWantedIn(scene: Scene): string[] {
  const { people, me, shown, saveData } = scene;
  if (saveData === 'sound-only') return [];
  const drawn = new Set(drawnIn(scene)?.flatMap(({ source, height }) => (height > 0 ? source : [])));
  const faces = Object.entries(people).flatMap(([member, { camera }]) => {
    const source = camera === 'on' && member !== me?.id ? sourceOf(scene, member, 'camera') : undefined;
    return source && (!shown || drawn.has(source)) ? [source] : [];
  });
  return saveData === 'one-picture' ? faces.slice(0, 1) : faces;
}
