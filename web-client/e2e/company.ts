import type { Page } from 'playwright-core';
import type { DemoSession } from './demo';
import type { Stage } from './stage';

declare global {
  interface Window {
    holdfastCompany?: Record<string, (command: object) => Promise<object>>;
    /** All that came over their sockets. */
    holdfastHeard?: string[];
  }
}

const BEAT_MS = 5_000;

/**
 * People without a page: each takes a seat by their link and stays in the line by a bare socket, as a page does. One
 * browser tab carries all of them, so a room of twelve can be looked at without twelve browsers. They have no sound and
 * no pictures.
 */
export class Company {
  private constructor(
    private readonly page: Page,
    readonly names: readonly string[],
  ) {}

  /** They knock; a facilitator lets them in as anybody. */
  static async of(stage: Stage, names: readonly string[]): Promise<Company> {
    const device = await stage.device();
    // A page of the demo's own, since sockets are only taken from there; it is nobody's.
    const page = await device.open(`${stage.demo.url}/join`);
    const { id } = stage.demo.session;
    const tokens = names.map((name) => [name, tokenOf(stage.demo.session, name)] as const);
    await page.evaluate(takeSeats, { session: id, tokens, beatMs: BEAT_MS });
    return new Company(page, names);
  }

  /** As a page would say it; whatever is refused fails the test. */
  async say(name: string, command: { type: string } & Record<string, unknown>): Promise<void> {
    const answer = await this.page.evaluate(
      async ([who, wish]) => window.holdfastCompany?.[who]?.(wish) ?? { refused: 'nobody' },
      [name, command] as const,
    );
    if ('refused' in answer) throw new Error(`${name}, ${command.type}: ${JSON.stringify(answer.refused)}`);
  }

  /** The browser tab that carries them, with the cookies of their seats. */
  get tab(): Page {
    return this.page;
  }

  /** All that any of them was sent. */
  heard = (): Promise<string> => this.page.evaluate(() => (window.holdfastHeard ?? []).join('\n'));

  async go(): Promise<void> {
    await this.page.close();
  }
}

function tokenOf({ participants }: DemoSession, name: string): string {
  const invited = participants.find((one) => one.name.startsWith(name));
  if (!invited) throw new Error(`${name} is not invited`);
  return new URL(invited.url).hash.slice(1);
}

interface Seats {
  session: string;
  tokens: readonly (readonly [string, string])[];
  beatMs: number;
}

/** Runs in the page. */
async function takeSeats({ session, tokens, beatMs }: Seats): Promise<void> {
  window.holdfastCompany = {};
  const heard: string[] = (window.holdfastHeard = []);
  for (const [name, token] of tokens) {
    const exchanged = await fetch('/api/v1/links/exchange', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const { seat } = (await exchanged.json()) as { seat: string };
    const address = new URL(
      `/ws/sessions/${session}?seat=${encodeURIComponent(seat)}&lang=en`,
      location.href,
    );
    address.protocol = 'ws:';
    const socket = new WebSocket(address);
    const waiting = new Map<string, (answer: object) => void>();
    const welcomed = new Promise<void>((resolve) => {
      socket.onmessage = ({ data }) => {
        heard.push(String(data));
        const said = JSON.parse(String(data)) as { type?: string; re?: string };
        if (said.type === 'welcome') resolve();
        if (said.re !== undefined) waiting.get(said.re)?.(said);
      };
    });
    await welcomed;
    setInterval(() => socket.send('{"type":"beat"}'), beatMs);
    window.holdfastCompany[name] = (command) => {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      const id = btoa(String.fromCharCode(...bytes))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=/g, '');
      socket.send(JSON.stringify({ id, ...command }));
      return new Promise((resolve) => waiting.set(id, resolve));
    };
  }
}
