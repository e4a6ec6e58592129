import { afterEach, expect, test, vi } from 'vitest';
import { Api, exchange } from './api';

const answering = (response: Response | Error) => {
  const fetch = vi.fn(() =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

afterEach(() => vi.unstubAllGlobals());

test('a link is exchanged by a POST, never by its address', async () => {
  const fetch = answering(Response.json({ seat: 'pSam', kind: 'participant', session: 'evening' }));
  expect(await exchange('t0ken')).toEqual({ seat: 'pSam', kind: 'participant', session: 'evening' });
  expect(fetch).toHaveBeenCalledWith('/api/v1/links/exchange', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"token":"t0ken"}',
  });
});

test('every call of a seat names the seat', async () => {
  const fetch = answering(new Response(null, { status: 204 }));
  await new Api('pSam').arrive('evening', { name: 'Sam', place: { kind: 'home' }, privatePlace: 'yes' });
  expect(fetch).toHaveBeenCalledWith(
    '/api/v1/sessions/evening/arrival?seat=pSam',
    expect.objectContaining({ method: 'PUT' }),
  );
});

test('a problem keeps its status and its type', async () => {
  answering(Response.json({ type: '/problems/no-such-link', title: 'Not found' }, { status: 404 }));
  await expect(exchange('old')).rejects.toMatchObject({ status: 404, type: '/problems/no-such-link' });
});

test('an answer from something in between is a problem too', async () => {
  answering(new Response('<html>Bad gateway</html>', { status: 502 }));
  await expect(new Api('pSam').me()).rejects.toMatchObject({ status: 502, type: 'about:blank' });
});

test('no answer at all has status 0', async () => {
  answering(new TypeError('Failed to fetch'));
  await expect(new Api('pSam').mine('evening', 'en')).rejects.toMatchObject({
    status: 0,
    type: 'unreachable',
  });
});
