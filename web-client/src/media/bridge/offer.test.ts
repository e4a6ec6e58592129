import { expect, test } from 'vitest';
import { writeOffer } from './offer';
import { readBridgeSignal } from './read-signal';
import { recordedOffer, recordedSources } from './recorded.fake';
import { Sections } from './sections';
import type { Offer } from './wire';

const { transport } = readBridgeSignal(recordedOffer) as Offer;

function offer(sources = recordedSources, showsScreen = false): { head: string; sections: string[] } {
  const sections = new Sections();
  sections.place(sources);
  const [head = '', ...rest] = writeOffer({
    transport,
    version: 7,
    showsScreen,
    sections: sections.all,
  }).split(/^(?=m=)/m);
  return { head, sections: rest };
}
const directions = (sections: string[]) =>
  sections.map((section) => /^a=(sendonly|recvonly|inactive)/m.exec(section)?.[1]);

test('every line ends as the standard asks, and every section travels on the one path', () => {
  const { head, sections } = offer();
  expect(head).toContain('a=group:BUNDLE 0 1 2 3 4 5 6\r\n');
  expect(head).toContain('o=- 1 7 IN IP4');
  expect([head, ...sections].join('').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(sections.filter((section) => section.includes('a=candidate:'))).toEqual([sections[0]]);
  expect(sections[0]).toContain('a=candidate:1 1 udp 2130706431 10.99.0.1 10000 typ host generation 0\r\n');
});

test('the own sections come first, the screen’s asleep until it is used', () => {
  expect(directions(offer({}).sections)).toEqual(['recvonly', 'recvonly', 'inactive']);
  expect(directions(offer({}, true).sections)).toEqual(['recvonly', 'recvonly', 'recvonly']);
});

test('each other person’s sound and picture come through sections of their own, under the first layer’s number', () => {
  const { sections } = offer();
  expect(directions(sections.slice(3))).toEqual(Array(4).fill('sendonly'));
  expect(sections[4]?.match(/^a=(msid|ssrc).*/gm)).toEqual([
    'a=msid:ep000011 ep000011-v0',
    'a=ssrc-group:FID 2754002568 554916021',
    'a=ssrc:2754002568 cname:ep000011',
    'a=ssrc:2754002568 msid:ep000011 ep000011-v0',
    'a=ssrc:554916021 cname:ep000011',
    'a=ssrc:554916021 msid:ep000011 ep000011-v0',
  ]);
});

test('a section that nobody comes through sleeps', () => {
  const sections = new Sections();
  sections.place(recordedSources);
  sections.place({});
  const text = writeOffer({ transport, version: 1, showsScreen: false, sections: sections.all });
  expect(text.match(/^a=inactive/gm)).toHaveLength(5);
  expect(text).not.toContain('a=ssrc:');
});
