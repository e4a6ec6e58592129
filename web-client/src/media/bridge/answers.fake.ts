const lines = (...all: string[]): string => all.map((line) => `${line}\r\n`).join('');

const section = (kind: string, mid: string, ...rest: string[]): string =>
  lines(
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${kind === 'audio' ? '111' : '100 96'}`,
    'c=IN IP4 0.0.0.0',
    'a=ice-ufrag:FVPu',
    'a=ice-pwd:GpiFlGWyjJsYyzj1f66l5Nk/',
    'a=fingerprint:sha-256 2E:86:F2',
    'a=setup:active',
    `a=mid:${mid}`,
    ...rest,
  );

const numbers = (primary: number, repair: number, cname: string): string[] => [
  `a=ssrc-group:FID ${primary} ${repair}`,
  `a=ssrc:${primary} cname:${cname}`,
  `a=ssrc:${repair} cname:${cname}`,
];

/** The lines of Chromium's answer that matter here, in its order. */
export const chromiumAnswer = ({ screen = false, ufrag = 'FVPu' } = {}): string =>
  (
    lines('v=0', 'o=- 3892334314052674734 2 IN IP4 127.0.0.1', 's=-', 't=0 0') +
    section('audio', '0', 'a=sendonly', 'a=msid:- x', 'a=ssrc:11 cname:01+MI') +
    section('video', '1', 'a=sendonly', 'a=msid:- y', ...numbers(21, 22, '01+MI')) +
    section('video', '2', ...(screen ? ['a=sendonly', ...numbers(31, 32, '01+MI')] : ['a=inactive']))
  ).replaceAll('FVPu', ufrag);

export const firefoxAnswer = (): string =>
  lines('v=0', 'o=mozilla...THIS_IS_SDPARTA-140.0 771 0 IN IP4 0.0.0.0', 's=-', 't=0 0') +
  section('audio', '0', 'a=sendonly', 'a=msid:- {x}', 'a=ssrc:11 cname:{9}') +
  section('video', '1', 'a=sendonly', 'a=msid:- {y}', ...numbers(21, 22, '{9}')) +
  section('video', '2', 'a=inactive');
