import { afterEach, expect, test, vi } from 'vitest';
import { triggerMap } from './forms.fake';
import { OwnSheet } from './sheet-line';

const answering = (body: unknown, status = 200) => {
  const fetch = vi.fn((_path: string, _request: RequestInit) =>
    Promise.resolve(Response.json(body, { status })),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
};
const sheet = new OwnSheet('p Sam', 'w1', () => 'es');

afterEach(() => vi.unstubAllGlobals());

test('a sheet is read in the language of the page, without what nobody can read any more', async () => {
  const answers = [
    { item: 'people-what', row: 'r1', value: 'My brother' },
    { item: 'people-instead', row: 'r1', gone: true },
  ];
  const fetch = answering({ sheet: 'w1', form: triggerMap, answers });
  expect(await sheet.read()).toEqual({ rows: [{ row: 'r1', group: 'people' }], answers: [answers[0]] });
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/v1/me/worksheets/w1?seat=p%20Sam&lang=es');
});

test('an answer is put under its command, and a page says nothing of what it knew before', async () => {
  const fetch = answering({ changed: 't', answered: 1, questions: 2 });
  await sheet.send({ command: 'c1', item: 'day', row: undefined, value: null, before: '2026-11-29' });
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/v1/me/worksheets/w1/answers?seat=p%20Sam&lang=es');
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    method: 'PUT',
    body: '{"command":"c1","item":"day","value":null}',
  });
});

test('a row is removed by its name', async () => {
  const fetch = answering({ changed: 't', answered: 0, questions: 2 });
  await sheet.send({ command: 'c2', removed: 'r1' });
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"command":"c2","row":"r1"}' });
});

test('a refusal keeps its words', async () => {
  answering({ type: 'urn:holdfast:problem:too-long', title: 'Es demasiado largo.' }, 409);
  const change = { command: 'c3', item: 'story', value: 'x', before: null };
  await expect(sheet.send(change)).rejects.toMatchObject({ status: 409, message: 'Es demasiado largo.' });
});
