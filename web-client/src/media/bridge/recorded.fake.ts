import type { SourceMap } from './wire';

/** What a bridge really gave and was given, as the server passes it on; addresses and keys are long gone. */
export const recordedTransport = {
  xmlns: 'urn:xmpp:jingle:transports:ice-udp:1',
  pwd: '3i9klohfg9p5oq3mm0qnv37ti',
  ufrag: '4b1ds1k86g8mdn',
  fingerprints: [
    {
      fingerprint:
        'C8:66:EF:92:BB:E2:CB:25:89:27:A0:15:C5:E5:39:46:62:38:11:C0:EB:43:9C:06:0C:81:7D:0A:FF:BB:E2:33',
      setup: 'actpass',
      hash: 'sha-256',
    },
  ],
  candidates: [
    {
      component: '1',
      foundation: '1',
      generation: '0',
      id: '634b8e5b27ee64d505b9420e6',
      network: '0',
      priority: '2130706431',
      protocol: 'udp',
      type: 'host',
      ip: '10.99.0.1',
      port: '10000',
    },
  ],
  'rtcp-mux': true,
};

/** Another place at the same bridge, as after an ICE restart. */
export const anotherTransport = {
  ...recordedTransport,
  pwd: '7pjq8tmdtco3fihsf1h3v8uvlr',
  ufrag: 'fcjmq1k86g8n4u',
};

const layered = (name: string, numbers: number[]) => ({
  name,
  kind: 'camera' as const,
  ssrcs: numbers,
  groups: [
    { semantics: 'SIM' as const, ssrcs: numbers.filter((_, index) => index % 2 === 0) },
    ...[0, 2, 4].map((at) => ({ semantics: 'FID' as const, ssrcs: numbers.slice(at, at + 2) })),
  ],
});

/** What two people's Chromium sent: sound, and a picture in three layers with their repeats. */
export const recordedSources: SourceMap = {
  ep000011: [
    { name: 'ep000011-a0', kind: 'audio', ssrcs: [1990207120], groups: [] },
    layered('ep000011-v0', [2754002568, 554916021, 535789978, 799071617, 3857170752, 487452735]),
  ],
  ep000012: [
    { name: 'ep000012-a0', kind: 'audio', ssrcs: [2303278992], groups: [] },
    layered('ep000012-v0', [3332826884, 1505066548, 3154201195, 2141571408, 1369043448, 2953250300]),
  ],
};

export const recordedOffer = {
  kind: 'offer',
  generation: '3.1',
  endpoint: 'ep000010',
  transport: recordedTransport,
  channel: 'wss://bridge.example/colibri-ws/jvb1/29d48a2dcc455e0e/ep000010?pwd=x',
  sources: recordedSources,
};
