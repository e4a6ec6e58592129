/** What the server says for the bridge, and what a page says back to it: the bodies of `media` frames. */

export interface Fingerprint {
  hash: string;
  fingerprint: string;
  setup: string;
}

export interface Candidate {
  foundation: string;
  component: number;
  protocol: string;
  priority: number;
  ip: string;
  port: number;
  type: string;
  generation: number;
  relatedAddress?: string;
  relatedPort?: number;
  tcpType?: string;
}

export interface Transport {
  ufrag: string;
  pwd: string;
  fingerprints: Fingerprint[];
}

/** The bridge's end of the line. */
export interface BridgeTransport extends Transport {
  candidates: Candidate[];
}

export type SourceKind = 'audio' | 'camera' | 'screen';

export interface SsrcGroup {
  semantics: 'SIM' | 'FID';
  ssrcs: number[];
}

/** One microphone, camera or screen of one endpoint, as the numbers its packets bear. */
export interface Source {
  name: string;
  kind: SourceKind;
  ssrcs: number[];
  groups: SsrcGroup[];
}

export type SourceMap = Record<string, Source[]>;

export interface Offer {
  kind: 'offer';
  /** Which meeting at which bridge; whatever bears another one is about something that is over. */
  generation: string;
  endpoint: string;
  transport: BridgeTransport;
  channel?: string;
  sources: SourceMap;
}

export type BridgeSignal =
  | Offer
  | { kind: 'sources'; generation: string; set: SourceMap; gone: string[] }
  | { kind: 'restarted'; generation: string; transport: BridgeTransport }
  | { kind: 'reset' }
  | { kind: 'none' }
  | { kind: 'refused'; generation: string };

export type PageSignal =
  | { kind: 'answer'; generation: string; transport: Transport; sources: Source[] }
  | { kind: 'sources'; generation: string; sources: Source[] }
  | { kind: 'restart'; generation: string }
  | { kind: 'renew'; generation: string };
