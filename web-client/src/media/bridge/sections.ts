import type { Source, SourceMap } from './wire';

export type SectionKind = 'audio' | 'video';

/** The own sections come first and never move; the screen's is there before anybody shows one. */
export const OWN = { audio: '0', camera: '1', screen: '2' } as const;

/** One `m=` section of the description: whose sound or picture comes through it now, if anybody's. */
export interface Section {
  readonly mid: string;
  readonly kind: SectionKind;
  endpoint?: string;
  source?: Source;
}

/**
 * Which section carries whose sound or picture. A section whose source left is kept for the next one, since sections
 * cannot be taken away: without that, an evening of coming and going would make the description longer and longer.
 */
export class Sections {
  readonly #sections: Section[] = [];

  get all(): readonly Readonly<Section>[] {
    return this.#sections;
  }

  place(sources: SourceMap): void {
    const wanted = unambiguous(sources);
    for (const section of this.#sections) {
      const still = wanted.get(keyOf(section.endpoint, section.source));
      if (still) {
        // The same camera may have got other numbers since.
        section.source = still.source;
        wanted.delete(keyOf(section.endpoint, section.source));
      } else {
        delete section.endpoint;
        delete section.source;
      }
    }
    for (const { endpoint, source } of wanted.values()) {
      const section = this.#free(source.kind === 'audio' ? 'audio' : 'video');
      section.endpoint = endpoint;
      section.source = source;
    }
  }

  #free(kind: SectionKind): Section {
    const free = this.#sections.find((section) => section.kind === kind && !section.source);
    if (free) return free;
    const section: Section = { mid: String(Object.keys(OWN).length + this.#sections.length), kind };
    this.#sections.push(section);
    return section;
  }
}

const keyOf = (endpoint: string | undefined, source: Source | undefined): string =>
  `${endpoint ?? ''} ${source?.name ?? ''}`;

/** Two senders under one number would make the browser refuse the whole description, and everybody with it. */
function unambiguous(sources: SourceMap): Map<string, { endpoint: string; source: Source }> {
  const taken = new Set<number>();
  const wanted = new Map<string, { endpoint: string; source: Source }>();
  for (const [endpoint, list] of Object.entries(sources)) {
    for (const source of list) {
      const key = keyOf(endpoint, source);
      if (wanted.has(key) || source.ssrcs.some((ssrc) => taken.has(ssrc))) continue;
      for (const ssrc of source.ssrcs) taken.add(ssrc);
      wanted.set(key, { endpoint, source });
    }
  }
  return wanted;
}
