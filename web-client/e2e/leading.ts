import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Command } from '../src/session/commands';
import { randomId } from '../src/session/id';
import type { WorksheetMode, You } from '../src/session/protocol';
import { openConsole } from './console';
import type { Stage } from './stage';

const newId = (letter: string): string =>
  letter + randomId((bytes) => crypto.getRandomValues(bytes)).slice(letter.length);

/** Every word that a person's page was sent in the session. */
export class Heard {
  #text = '';
  #you: You | undefined;

  static by(page: Page): Heard {
    const heard = new Heard();
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heard.#take(String(payload))),
    );
    return heard;
  }

  get text(): string {
    return this.#text;
  }

  /** How the session knows this person. */
  get id(): string {
    return this.#you?.id ?? '';
  }

  #take(frame: string): void {
    this.#text += frame;
    this.#you = (JSON.parse(frame) as { you?: You }).you ?? this.#you;
  }
}

/** A participant in the room on a device of their own, and all that their page is told. */
export async function participant(
  stage: Stage,
  lead: Lead,
  name: string,
  { join = 'Join', ...options }: BrowserContextOptions & { join?: string } = {},
): Promise<{ page: Page; heard: Heard }> {
  const device = await stage.device(options);
  const opened = device.context.waitForEvent('page').then((page) => Heard.by(page));
  const page = await device.open(stage.demo.participant(name).url);
  await page.getByRole('button', { name: join, exact: true }).click();
  await lead.letIn(name);
  await page.locator('.room').waitFor();
  return { page, heard: await opened };
}

/** A facilitator at the console, who says to the server over the page's own line what the page has no button for. */
export class Lead {
  private constructor(readonly console: Page) {}

  static async of(stage: Stage, name: string): Promise<Lead> {
    const device = await stage.device();
    await device.context.addInitScript(() => {
      const Original = window.WebSocket;
      window.WebSocket = class extends Original {
        constructor(address: string | URL) {
          super(address);
          Object.assign(window, { holdfastLine: this });
        }
      };
    });
    const page = await device.open(stage.demo.facilitator(name).url);
    await openConsole(page, stage.demo.session.title);
    return new Lead(page);
  }

  async letIn(name: string): Promise<void> {
    await this.console
      .getByRole('complementary')
      .getByRole('listitem', { name })
      .getByRole('button', { name: 'Let in', exact: true })
      .click();
  }

  /** The code of a refusal, or nothing. */
  send(command: Command): Promise<string | undefined> {
    return this.console.evaluate(
      ({ id, text }) =>
        new Promise<string | undefined>((resolve) => {
          const line = (window as unknown as { holdfastLine: WebSocket }).holdfastLine;
          const hear = ({ data }: MessageEvent<string>) => {
            const answer = JSON.parse(data) as { re?: string; refused?: { code: string } };
            if (answer.re !== id) return;
            line.removeEventListener('message', hear);
            resolve(answer.refused?.code);
          };
          line.addEventListener('message', hear);
          line.send(text);
        }),
      ...(() => {
        const id = newId('');
        return [{ id, text: JSON.stringify({ id, ...command }) }] as const;
      })(),
    );
  }

  async open(form: string, mode: WorksheetMode, members?: string[], worksheet = newId('w')): Promise<string> {
    const wish = { type: 'worksheet.open', worksheet, form, version: '1', mode } as const;
    const refused = await this.send({ ...wish, ...(members && { members }) });
    if (refused) throw new Error(`The worksheet ${form} was not opened: ${refused}`);
    return worksheet;
  }

  async close(worksheet: string): Promise<void> {
    await this.send({ type: 'worksheet.close', worksheet });
  }
}

/** What the server has of a person's sheet. */
export const written = (page: Page, sheet: string): Promise<string> =>
  page.evaluate(async (id) => {
    const seat = new URLSearchParams(location.search).get('seat') ?? '';
    const query = new URLSearchParams({ seat, lang: 'en' }).toString();
    const response = await fetch(`/api/v1/me/worksheets/${id}?${query}`);
    return JSON.stringify(((await response.json()) as { answers: object[] }).answers);
  }, sheet);
