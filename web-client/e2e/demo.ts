import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../holdfast', import.meta.url));
const STOPS_WITHIN_MS = 5_000;

export interface Invited {
  name: string;
  url: string;
  /** Of staff: what they sign in with again before they sign. */
  code?: string;
}

export interface DemoSession {
  id: string;
  title: string;
  staff: Invited[];
  participants: Invited[];
}

/** The Keycloak beside a demo, and who can sign in to it. */
export interface Accounts {
  url: string;
  issuer: string;
  admin: { username: string; password: string };
  staff: { name: string; username: string; password: string; code: string }[];
  /** Of the shell that runs it. */
  pid: number;
}

interface Announced {
  url: string;
  keycloak?: Accounts;
  sessions: DemoSession[];
}

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'holdfast-e2e-'));

/** What was said on both outputs, and how it ended, of what does not go on until it is told to end. */
export async function run(folder: string, ...words: string[]): Promise<{ code: number; said: string }> {
  const process = launch(folder, words);
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    stream?.on('data', (data: Buffer) => said.push(data.toString()));
  }
  const [code] = (await once(process, 'close')) as [number];
  return { code, said: said.join('') };
}

function launch(
  folder: string,
  words: string[],
  detached = false,
  env: Record<string, string> = {},
): ChildProcess {
  return spawn(LAUNCHER, words, {
    env: { ...process.env, ...env, HOLDFAST_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
  });
}

/** A demo as a person starts it in a terminal: what it says once it is ready, and Ctrl-C. */
export async function demoInTerminal(
  folder: string,
): Promise<{ said: string; interrupt: () => Promise<void> }> {
  // A group of its own, since a terminal's Ctrl-C goes to all of the group in front.
  const demo = launch(folder, ['demo', '--port', '0'], true);
  let said = '';
  demo.stdout?.on('data', (data: Buffer) => (said += data.toString()));
  const closed = once(demo, 'close');
  while (!said.includes('Ctrl-C')) {
    await Promise.race([once(demo.stdout ?? demo, 'data'), closed]);
    if (demo.exitCode !== null) throw new Error(`The demo ended before it was ready:\n${said}`);
  }
  const interrupt = async () => {
    const ended = once(demo, 'exit', { signal: AbortSignal.timeout(STOPS_WITHIN_MS) });
    if (demo.pid !== undefined) process.kill(-demo.pid, 'SIGINT');
    await ended;
  };
  return { said, interrupt };
}

/** @param env settings beside those that the tests themselves run with */
export interface Wish {
  /** Staff sign in with accounts. */
  keycloak?: boolean;
  people?: number;
  env?: Record<string, string>;
}

/** A clinic of its own in a folder of its own, as `./holdfast demo` brings it up. */
export class Demo {
  private constructor(
    private readonly server: ChildProcess,
    readonly folder: string,
    readonly url: string,
    readonly sessions: DemoSession[],
    /** Everything on standard output, by lines. */
    readonly lines: string[],
    /** Everything on standard error. */
    readonly errors: string[],
    private readonly wish: Wish,
    readonly accounts?: Accounts,
  ) {}

  static async start(wish: Wish = {}): Promise<Demo> {
    return Demo.up(await newFolder(), ['--port', '0', '--fresh'], wish);
  }

  private static async up(folder: string, more: string[], wish: Wish): Promise<Demo> {
    const people = wish.people === undefined ? [] : ['--people', String(wish.people)];
    const keycloak = wish.keycloak ? ['--keycloak'] : [];
    const server = launch(folder, ['demo', '--json', ...more, ...people, ...keycloak], false, wish.env);
    if (!server.stdout || !server.stderr) throw new Error('The demo has no outputs');
    const errors: string[] = [];
    server.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
    const lines: string[] = [];
    const out = createInterface({ input: server.stdout });
    const [first] = (await Promise.race([once(out, 'line'), once(out, 'close')])) as [string?];
    if (first === undefined) throw new Error(`The demo ended before it was ready:\n${errors.join('')}`);
    lines.push(first);
    out.on('line', (line) => lines.push(line));
    const { url, sessions, keycloak: accounts } = JSON.parse(first) as Announced;
    return new Demo(server, folder, url, sessions, lines, errors, wish, accounts);
  }

  /** Another server of the same clinic: a folder of its own, but the same store, keys and links. End it first. */
  async beside(): Promise<Demo> {
    const folder = await newFolder();
    await symlink(join(this.folder, 'redis'), join(folder, 'redis'));
    for (const file of ['master-key', 'links.json'])
      await copyFile(join(this.folder, file), join(folder, file));
    const env = { ...this.wish.env, HOLDFAST_NODE: 'beside' };
    return Demo.up(folder, ['--port', '0'], { ...this.wish, env });
  }

  /** As a power cut would end it: no farewell. */
  async kill(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const ended = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await ended;
  }

  /** The next start, in the same folder and on the same port. */
  async startAgain(): Promise<Demo> {
    return Demo.up(this.folder, ['--port', new URL(this.url).port], this.wish);
  }

  get session(): DemoSession {
    const first = this.sessions[0];
    if (!first) throw new Error('The demo has no session');
    return first;
  }

  facilitator(name: string): Invited {
    return found(this.session.staff, name);
  }

  participant(name: string): Invited {
    return found(this.session.participants, name);
  }

  async stop(): Promise<void> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      const ended = once(this.server, 'exit', { signal: AbortSignal.timeout(STOPS_WITHIN_MS) });
      this.server.kill('SIGTERM');
      await ended;
    }
    // One that was killed leaves its Redis to the next start, and there is none.
    for (const { id } of await processesOf(this.folder)) process.kill(id, 'SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Command lines of what a demo started and did not end. */
export const leftIn = async (folder: string): Promise<string[]> =>
  (await processesOf(folder)).map(({ command }) => command);

/** Processes that name the folder or work in it. */
async function processesOf(folder: string): Promise<{ id: number; command: string }[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    ids.map(async (id) => {
      const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      const settings = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '');
      // Redis writes over both, but works in its own folder.
      const works = await readlink(`/proc/${id}/cwd`).catch(() => '');
      const names = [command, works].some((text) => text.includes(folder));
      const belongs = names || settings.includes(`HOLDFAST_DATA=${folder}`);
      return { id: Number(id), command: belongs ? command : '' };
    }),
  );
  return all.filter(({ command }) => command !== '');
}

function found(people: Invited[], name: string): Invited {
  const person = people.find((one) => one.name.startsWith(name));
  if (!person) throw new Error(`${name} is not among ${people.map((one) => one.name).join(', ')}`);
  return person;
}
