import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { changed, type Change } from '../src/worksheets/changes';
import { EMPTY, valueAt, type Filled } from '../src/worksheets/filled';
import type { Form, Value } from '../src/worksheets/form';
import { everyKind, triggerMap } from '../src/worksheets/forms.fake';
import { Device } from './browser';
import { builtPage } from './built-page';

/** What the server hands out of each worksheet that it ships, as its own test approved it. */
const WIRE = fileURLToPath(new URL('../../server/src/test/resources/worksheets/', import.meta.url));
const READ = /^\/api\/v1\/me\/worksheets\/([^/?]+)$/;
const ANSWERS = /^\/api\/v1\/me\/worksheets\/([^/?]+)\/answers$/;
const REMOVALS = /^\/api\/v1\/me\/worksheets\/([^/?]+)\/removals$/;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; connect-src 'self'; img-src 'self' data:";

export type Lang = 'en' | 'es';

/** The worksheets that are shipped, by name. */
export const shipped: readonly string[] = existsSync(WIRE)
  ? readdirSync(WIRE)
      .filter((name) => name.endsWith('.en.json'))
      .map((name) => name.replace('.en.json', ''))
  : [];

export function formOf(name: string, lang: Lang): Form {
  const path = `${WIRE}${name}.${lang}.json`;
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Form;
  const own = [everyKind, triggerMap].find(({ form }) => form === name);
  if (!own) throw new Error(`There is no worksheet ${name}`);
  return own;
}

/** A server that keeps sheets as Holdfast's does, each named `form--anything`, and pages that fill them in. */
export class Worksheets {
  readonly #filled = new Map<string, Filled>();
  /** Every change that was taken, in order. */
  readonly done: Change[] = [];
  refuses: { status: number; title: string } | undefined;
  #url = '';
  close: () => Promise<void> = () => Promise.resolve();

  static async serve(): Promise<Worksheets> {
    const sheets = new Worksheets();
    const { script, style } = await builtPage('worksheets-page.ts');
    const html =
      '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Your meeting</title>' +
      '<link rel="stylesheet" href="/page.css"><link rel="icon" href="data:,"><div id="app"></div><script type="module" src="/page.js"></script></html>';
    const files: Record<string, [string, string]> = {
      '/': ['text/html; charset=utf-8', html],
      '/page.js': ['text/javascript; charset=utf-8', script],
      '/page.css': ['text/css', style],
    };
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const [type, body] = files[pathname] ?? [];
      response.setHeader('content-security-policy', POLICY);
      if (type) response.setHeader('content-type', type).end(body);
      else void sheets.#answer(request, response, pathname, searchParams.get('lang') === 'es' ? 'es' : 'en');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    sheets.#url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    sheets.close = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return sheets;
  }

  url(sheet: string, more: Record<string, string> = {}): string {
    return `${this.#url}?${new URLSearchParams({ sheet, in: 'room', ...more }).toString()}`;
  }

  filled = (sheet: string): Filled => this.#filled.get(sheet) ?? EMPTY;

  value = (sheet: string, item: string, row?: string): Value | undefined =>
    valueAt(this.filled(sheet), { item, row });

  fill(sheet: string, filled: Filled): void {
    this.#filled.set(sheet, filled);
  }

  async #answer(request: IncomingMessage, response: ServerResponse, path: string, lang: Lang): Promise<void> {
    const body = await bodyOf(request);
    const read = READ.exec(path)?.[1];
    const written = (ANSWERS.exec(path) ?? REMOVALS.exec(path))?.[1];
    const say = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const sheet = decodeURIComponent(read ?? written ?? '');
    const form = sheet && formOf(sheet.split('--')[0] ?? '', lang);
    if (!form) say(404, { type: 'urn:holdfast:problem:not-found', title: 'Nothing here' });
    else if (read) say(200, { sheet, form, answers: this.filled(sheet).answers });
    else if (this.refuses) say(this.refuses.status, { type: 'urn:holdfast:problem:x', ...this.refuses });
    else {
      const asked = JSON.parse(body) as Change & { row?: string };
      const change: Change = 'item' in asked ? asked : { command: asked.command, removed: asked.row ?? '' };
      if (!this.done.some(({ command }) => command === change.command)) {
        this.done.push(change);
        this.fill(sheet, changed(form, this.filled(sheet), change));
      }
      say(200, { changed: new Date().toISOString() });
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** A phone or a computer at a sheet. */
export async function at(browser: Browser, url: string, options: Parameters<typeof Device.of>[1] = {}) {
  const device = await Device.of(browser, options);
  const page: Page = await device.open(url);
  await page.locator('.work').waitFor();
  return { device, page };
}
