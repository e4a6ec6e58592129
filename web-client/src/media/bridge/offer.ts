import { OWN } from './sections';
import type { Section, SectionKind } from './sections';
import type { BridgeTransport, Candidate, Source } from './wire';

const WIDE_CC = 'a=extmap:5 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01';

/** The codecs and extensions that the server names to the bridge: both ends must use the same numbers. */
const CODECS: Record<SectionKind, { formats: string; lines: string[] }> = {
  audio: {
    formats: '111',
    lines: [
      'a=rtpmap:111 opus/48000/2',
      'a=fmtp:111 minptime=10;useinbandfec=1',
      'a=rtcp-fb:111 transport-cc',
      'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
      WIDE_CC,
    ],
  },
  video: {
    formats: '100 96',
    lines: [
      'a=rtpmap:100 VP8/90000',
      'a=rtcp-fb:100 ccm fir',
      'a=rtcp-fb:100 nack',
      'a=rtcp-fb:100 nack pli',
      'a=rtcp-fb:100 transport-cc',
      'a=rtpmap:96 rtx/90000',
      'a=fmtp:96 apt=100',
      'a=extmap:3 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
      WIDE_CC,
    ],
  },
};

export interface OfferParts {
  transport: BridgeTransport;
  /** One more with each offer on the same connection. */
  version: number;
  showsScreen: boolean;
  sections: readonly Readonly<Section>[];
}

/** The bridge itself writes no descriptions; this is the offer that it would make. */
export function writeOffer({ transport, version, showsScreen, sections }: OfferParts): string {
  const own = [
    { mid: OWN.audio, kind: 'audio', direction: 'recvonly' },
    { mid: OWN.camera, kind: 'video', direction: 'recvonly' },
    { mid: OWN.screen, kind: 'video', direction: showsScreen ? 'recvonly' : 'inactive' },
  ] as const;
  const theirs = sections.map((section) => ({
    ...section,
    direction: section.source ? 'sendonly' : 'inactive',
  }));
  const all = [...own, ...theirs];
  const line = transportLines(transport);
  const head = [
    'v=0',
    `o=- 1 ${version} IN IP4 0.0.0.0`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${all.map(({ mid }) => mid).join(' ')}`,
    'a=extmap-allow-mixed',
    'a=msid-semantic: WMS *',
  ];
  const body = all.flatMap((section, index) => [
    `m=${section.kind} 9 UDP/TLS/RTP/SAVPF ${CODECS[section.kind].formats}`,
    'c=IN IP4 0.0.0.0',
    'a=rtcp:9 IN IP4 0.0.0.0',
    ...line,
    // All sections share the first one's path.
    ...(index === 0 ? [...transport.candidates.map(candidateLine), 'a=end-of-candidates'] : []),
    `a=mid:${section.mid}`,
    `a=${section.direction}`,
    'a=rtcp-mux',
    ...CODECS[section.kind].lines,
    ...('source' in section && section.source && section.endpoint
      ? sourceLines(section.endpoint, section.source)
      : []),
  ]);
  return `${[...head, ...body].join('\r\n')}\r\n`;
}

function transportLines({ ufrag, pwd, fingerprints }: BridgeTransport): string[] {
  return [
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${pwd}`,
    ...fingerprints.map(({ hash, fingerprint }) => `a=fingerprint:${hash} ${fingerprint}`),
    'a=setup:actpass',
  ];
}

function candidateLine(candidate: Candidate): string {
  const { foundation, component, protocol, priority, ip, port, type } = candidate;
  const { relatedAddress, relatedPort, tcpType, generation } = candidate;
  return [
    `a=candidate:${foundation} ${component} ${protocol} ${priority} ${ip} ${port} typ ${type}`,
    ...(relatedAddress ? [`raddr ${relatedAddress} rport ${relatedPort ?? 0}`] : []),
    ...(tcpType ? [`tcptype ${tcpType}`] : []),
    `generation ${generation}`,
  ].join(' ');
}

/** The bridge puts all layers of a picture under the number of the first one, so that receivers know no other. */
function sourceLines(endpoint: string, { name, ssrcs, groups }: Source): string[] {
  const primary = groups.find(({ semantics }) => semantics === 'SIM')?.ssrcs[0] ?? ssrcs[0];
  if (primary === undefined) return [];
  const repair = groups.find((group) => group.semantics === 'FID' && group.ssrcs[0] === primary)?.ssrcs[1];
  const numbers = repair === undefined ? [primary] : [primary, repair];
  return [
    `a=msid:${endpoint} ${name}`,
    ...(repair === undefined ? [] : [`a=ssrc-group:FID ${primary} ${repair}`]),
    ...numbers.flatMap((ssrc) => [
      `a=ssrc:${ssrc} cname:${endpoint}`,
      `a=ssrc:${ssrc} msid:${endpoint} ${name}`,
    ]),
  ];
}
