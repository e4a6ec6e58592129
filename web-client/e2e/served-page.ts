import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtPage } from './built-page';

/** As strict as the server's own. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; connect-src 'self'; img-src 'self' data:";

export interface ServedPage {
  url: string;
  close: () => Promise<void>;
}

/** A page of a test with all that belongs to it, by their paths: type and content. */
export async function pageFiles(entry: string, path = '/'): Promise<Record<string, [string, string]>> {
  const { script, style } = await builtPage(entry);
  const html =
    '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Your meeting</title>' +
    `<link rel="stylesheet" href="${path}page.css"><link rel="icon" href="data:,"><div id="app"></div><script type="module" src="${path}page.js"></script></html>`;
  return {
    [path]: ['text/html; charset=utf-8', html],
    [`${path}page.js`]: ['text/javascript; charset=utf-8', script],
    [`${path}page.css`]: ['text/css', style],
  };
}

/** @param entry beside this file */
export async function servePage(entry: string): Promise<ServedPage> {
  const files = await pageFiles(entry);
  const server = createServer((request, response) => {
    const [type, body] = files[new URL(request.url ?? '/', 'http://localhost').pathname] ?? [];
    response.setHeader('content-security-policy', POLICY);
    if (type) response.setHeader('content-type', type).end(body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
