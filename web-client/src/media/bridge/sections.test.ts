import { expect, test } from 'vitest';
import { recordedSources } from './recorded.fake';
import { Sections } from './sections';
import type { Source, SourceMap } from './wire';

const source = (name: string, ssrc: number, kind: Source['kind'] = 'audio'): Source => ({
  name,
  kind,
  ssrcs: [ssrc],
  groups: [],
});
const placed = (sections: Sections) => sections.all.map(({ mid, source }) => `${mid} ${source?.name ?? '-'}`);

test('everybody gets a section for each of their sources, after the own three', () => {
  const sections = new Sections();
  sections.place(recordedSources);
  expect(placed(sections)).toEqual(['3 ep000011-a0', '4 ep000011-v0', '5 ep000012-a0', '6 ep000012-v0']);
});

test('who leaves makes room for the next one, and nobody else moves', () => {
  const sections = new Sections();
  const { ep000011 = [], ep000012 = [] } = recordedSources;
  sections.place({ ep000011, ep000012 });
  sections.place({ ep000012 });
  expect(placed(sections)).toEqual(['3 -', '4 -', '5 ep000012-a0', '6 ep000012-v0']);
  sections.place({ ep000012, e9: [source('e9-a0', 9)] });
  expect(placed(sections)).toEqual(['3 e9-a0', '4 -', '5 ep000012-a0', '6 ep000012-v0']);
});

test('a sound never takes a picture’s section; a screen does', () => {
  const sections = new Sections();
  sections.place({ e1: [source('e1-v0', 1, 'camera')] });
  sections.place({ e2: [source('e2-a0', 2), source('e2-v1', 3, 'screen')] });
  expect(placed(sections)).toEqual(['3 e2-v1', '4 e2-a0']);
});

test('new numbers of the same camera stay in its section', () => {
  const sections = new Sections();
  sections.place({ e1: [source('e1-v0', 1, 'camera')] });
  sections.place({ e1: [source('e1-v0', 2, 'camera')] });
  expect(sections.all).toMatchObject([{ mid: '3', source: { ssrcs: [2] } }]);
});

test('numbers that somebody else has already are left out, so that they silence nobody', () => {
  const sections = new Sections();
  sections.place({ e1: [source('e1-a0', 1)], e2: [source('e2-a0', 1)], e3: [source('e3-a0', 3)] });
  expect(placed(sections)).toEqual(['3 e1-a0', '4 e3-a0']);
});

test('an evening of coming and going makes the description no longer than its fullest moment', () => {
  const sections = new Sections();
  for (let evening = 0; evening < 50; evening++) {
    const people: SourceMap = {};
    for (let one = 0; one < 3; one++) {
      const endpoint = `e${evening + one}`;
      const number = 10 * (evening + one) + 1;
      people[endpoint] = [source(`${endpoint}-a0`, number), source(`${endpoint}-v0`, number + 1, 'camera')];
    }
    sections.place(people);
    expect(sections.all.filter((section) => section.source)).toHaveLength(6);
  }
  expect(sections.all).toHaveLength(6);
});
