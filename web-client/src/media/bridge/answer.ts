import { OWN } from './sections';
import type { Source, SourceKind, SsrcGroup, Transport } from './wire';

export const LAYERS = 3;

const ENDINGS: Record<SourceKind, string> = { audio: 'a0', camera: 'v0', screen: 'v1' };

/** Firefox reads the numbers in its own answer as decoration: it goes on to send under those that it chose itself. */
const choosesForItself = (sdp: string): boolean => /^o=mozilla/m.test(sdp);

/**
 * The own answer with three layers of the camera's picture, from small to large, each with a partner for repeats.
 * Browsers that can send in layers say so by other means, which bridges do not read: they tell layers by numbers.
 */
export function withLayers(sdp: string, newSsrc: () => number): string {
  if (choosesForItself(sdp)) return sdp;
  const [head, ...sections] = sdp.split(/^(?=m=)/m);
  return [
    head,
    ...sections.map((section) => (midOf(section) === OWN.camera ? layered(section, newSsrc) : section)),
  ].join('');
}

function layered(section: string, newSsrc: () => number): string {
  const first = groupsOf(section).find(({ semantics }) => semantics === 'FID')?.ssrcs;
  const cname = /^a=ssrc:\d+ cname:(\S+)/m.exec(section)?.[1];
  // Layered by an earlier answer, or nothing to layer.
  if (!first || !cname || groupsOf(section).some(({ semantics }) => semantics === 'SIM')) return section;
  const pairs = [first, ...Array.from({ length: LAYERS - 1 }, () => [newSsrc(), newSsrc()])];
  const lines = [
    `a=ssrc-group:SIM ${pairs.map(([primary]) => primary).join(' ')}`,
    ...pairs.map((pair) => `a=ssrc-group:FID ${pair.join(' ')}`),
    ...pairs.flat().map((ssrc) => `a=ssrc:${ssrc} cname:${cname}`),
  ];
  return `${section.replace(/^a=ssrc(-group)?:.*\r\n/gm, '')}${lines.join('\r\n')}\r\n`;
}

/** What this page sends, by the answer that was really set. */
export function ownSources(sdp: string, endpoint: string): Source[] {
  const sections = sdp.split(/^(?=m=)/m).slice(1);
  return (Object.keys(OWN) as SourceKind[]).flatMap((kind) => {
    const section = sections.find((one) => midOf(one) === OWN[kind]);
    if (!section || !/^a=sendonly/m.test(section)) return [];
    const ssrcs = [...new Set([...section.matchAll(/^a=ssrc:(\d+)/gm)].map(([, ssrc]) => Number(ssrc)))];
    if (ssrcs.length === 0) return [];
    return [{ name: `${endpoint}-${ENDINGS[kind]}`, kind, ssrcs, groups: groupsOf(section) }];
  });
}

export function ownTransport(sdp: string): Transport {
  const value = (name: string) => new RegExp(`^a=${name}:(\\S+)`, 'm').exec(sdp)?.[1] ?? '';
  const setup = value('setup');
  const print = /^a=fingerprint:(\S+) (\S+)/m.exec(sdp);
  return {
    ufrag: value('ice-ufrag'),
    pwd: value('ice-pwd'),
    fingerprints: print?.[1] && print[2] ? [{ hash: print[1], fingerprint: print[2], setup }] : [],
  };
}

const midOf = (section: string): string | undefined => /^a=mid:(\S+)/m.exec(section)?.[1];

function groupsOf(section: string): SsrcGroup[] {
  return [...section.matchAll(/^a=ssrc-group:(SIM|FID) ([\d ]+)/gm)].map(([, semantics, ssrcs]) => ({
    semantics: semantics as SsrcGroup['semantics'],
    ssrcs: (ssrcs ?? '').trim().split(' ').map(Number),
  }));
}
