import type {
  BridgeSignal,
  BridgeTransport,
  Candidate,
  Fingerprint,
  Offer,
  Source,
  SourceMap,
  SsrcGroup,
} from './wire';

const MOST_ENDPOINTS = 50;
const MOST_CANDIDATES = 50;
/** Sound, camera and screen. */
const MOST_SOURCES = 3;
const MOST_SSRCS = 6;
const MOST_GROUPS = 4;

// All of it ends up in lines of a session description, where a line break would begin another line.
const NAME = /^[\w.-]{1,64}$/;
const TOKEN = /^[\w+/=-]{1,256}$/;
const ADDRESS = /^[\w.:-]{1,255}$/;
const FINGERPRINT = /^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){15,63}$/;

type Fields = Record<string, unknown>;

const fieldsOf = (value: unknown): Fields =>
  (typeof value === 'object' && value !== null ? value : {}) as Fields;
const fits = (value: unknown, form: RegExp): value is string => typeof value === 'string' && form.test(value);

/** What the server says for the bridge, taken apart. Others' sources pass through it, so nothing is to be trusted. */
export function readBridgeSignal(said: object): BridgeSignal | undefined {
  const fields = said as Fields;
  const { kind, generation } = fields;
  if (kind === 'reset' || kind === 'none') return { kind };
  if (!fits(generation, NAME)) return undefined;
  switch (kind) {
    case 'offer':
      return offerOf(fields, generation);
    case 'sources':
      return { kind, generation, set: sourceMapOf(fields['set']), gone: namesOf(fields['gone']) };
    case 'restarted': {
      const transport = transportOf(fields['transport']);
      return transport && { kind, generation, transport };
    }
    case 'refused':
      return { kind, generation };
    default:
      return undefined;
  }
}

function offerOf({ endpoint, transport, channel, sources }: Fields, generation: string): Offer | undefined {
  const read = transportOf(transport);
  if (!read || !fits(endpoint, NAME)) return undefined;
  return {
    kind: 'offer',
    generation,
    endpoint,
    transport: read,
    ...(isChannel(channel) && { channel }),
    sources: sourceMapOf(sources),
  };
}

function isChannel(value: unknown): value is string {
  return typeof value === 'string' && /^wss?:\/\/[^\s]{1,500}$/.test(value);
}

function transportOf(value: unknown): BridgeTransport | undefined {
  const { ufrag, pwd, fingerprints, candidates } = fieldsOf(value);
  if (!fits(ufrag, TOKEN) || !fits(pwd, TOKEN)) return undefined;
  const read = listOf(fingerprints, 8).flatMap(fingerprintOf);
  if (read.length === 0) return undefined;
  return {
    ufrag,
    pwd,
    fingerprints: read,
    candidates: listOf(candidates, MOST_CANDIDATES).flatMap(candidateOf),
  };
}

function fingerprintOf(value: unknown): Fingerprint[] {
  const { hash, fingerprint, setup } = fieldsOf(value);
  if (!fits(hash, /^sha-\d{1,3}$/) || !fits(fingerprint, FINGERPRINT)) return [];
  return [{ hash, fingerprint, setup: fits(setup, /^(actpass|active|passive)$/) ? setup : 'actpass' }];
}

/** As the bridge writes them: numbers may come as words. One that cannot be read is one path less. */
function candidateOf(value: unknown): Candidate[] {
  const fields = fieldsOf(value);
  const { foundation, protocol, ip, type, tcptype } = fields;
  const [component, priority, port] = ['component', 'priority', 'port'].map((name) => wholeOf(fields[name]));
  if (!fits(foundation, TOKEN) || !fits(ip, ADDRESS) || !fits(type, /^(host|srflx|prflx|relay)$/)) return [];
  if (!fits(protocol, /^(udp|tcp|ssltcp)$/i) || component === undefined || priority === undefined || !port)
    return [];
  const relatedAddress = fields['rel-addr'];
  const relatedPort = wholeOf(fields['rel-port']);
  return [
    {
      ...{ foundation, component, protocol, priority, ip, port, type },
      generation: wholeOf(fields['generation']) ?? 0,
      ...(fits(relatedAddress, ADDRESS) && relatedPort !== undefined && { relatedAddress, relatedPort }),
      ...(fits(tcptype, /^(active|passive|so)$/) && { tcpType: tcptype }),
    },
  ];
}

function sourceMapOf(value: unknown): SourceMap {
  const entries = Object.entries(fieldsOf(value)).filter(([endpoint]) => NAME.test(endpoint));
  return Object.fromEntries(
    entries
      .slice(0, MOST_ENDPOINTS)
      .map(([endpoint, sources]) => [endpoint, listOf(sources, MOST_SOURCES).flatMap(sourceOf)]),
  );
}

function sourceOf(value: unknown): Source[] {
  const { name, kind, ssrcs, groups } = fieldsOf(value);
  if (!fits(name, NAME) || (kind !== 'audio' && kind !== 'camera' && kind !== 'screen')) return [];
  const read = ssrcsOf(ssrcs, MOST_SSRCS);
  if (read.length === 0) return [];
  const known = (group: SsrcGroup) => group.ssrcs.every((ssrc) => read.includes(ssrc));
  return [{ name, kind, ssrcs: read, groups: listOf(groups, MOST_GROUPS).flatMap(groupOf).filter(known) }];
}

function groupOf(value: unknown): SsrcGroup[] {
  const { semantics, ssrcs } = fieldsOf(value);
  const read = ssrcsOf(ssrcs, MOST_SSRCS);
  return (semantics === 'SIM' || semantics === 'FID') && read.length > 1 ? [{ semantics, ssrcs: read }] : [];
}

const ssrcsOf = (value: unknown, most: number): number[] =>
  listOf(value, most).filter((ssrc): ssrc is number => {
    return typeof ssrc === 'number' && Number.isInteger(ssrc) && ssrc > 0 && ssrc < 2 ** 32;
  });

const namesOf = (value: unknown): string[] =>
  listOf(value, MOST_ENDPOINTS).filter((name): name is string => fits(name, NAME));

const listOf = (value: unknown, most: number): unknown[] =>
  Array.isArray(value) ? value.slice(0, most) : [];

function wholeOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}
