import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const START = fileURLToPath(new URL('../../infra/turn/start', import.meta.url));
const HOST = 'turn.example';
const UP_WITHIN_MS = 20_000;

const programs = ['turnserver', 'openssl'].filter(
  (program) => !(process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program))),
);
/** What a test with TURN lacks on this computer, to be said when it is skipped. */
export const turnLack = programs.length > 0 ? `the programs ${programs.join(', ')}` : undefined;

/** A way to a TURN server, as browsers take it. */
export interface Pass {
  urls: string | string[];
  username: string;
  credential: string;
}

/** coturn as a clinic starts it. */
export class Turn {
  private constructor(
    private readonly server: ChildProcess,
    private readonly folder: string,
    readonly url: string,
    private readonly secret: string,
  ) {}

  /**
   * @param address of this computer, to listen on and to relay from
   * @param peers whom it relays to, and to nobody else
   */
  static async start(address: string, peers: string): Promise<Turn> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-turn-'));
    const key = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
    ];
    const files = ['-keyout', join(folder, `${HOST}.key`), '-out', join(folder, `${HOST}.crt`)];
    await promisify(execFile)('openssl', [...key, '-subj', `/CN=${HOST}`, ...files]);
    const [port, tlsPort] = [await freePort(address), await freePort(address)];
    const secret = randomBytes(32).toString('hex');
    const server = spawn(START, {
      env: {
        ...process.env,
        HOLDFAST_TURN_HOST: HOST,
        HOLDFAST_TURN_SECRET: secret,
        HOLDFAST_TURN_PEERS: peers,
        HOLDFAST_TURN_CERTS: folder,
        HOLDFAST_TURN_LISTEN: address,
        HOLDFAST_TURN_PORT: String(port),
        HOLDFAST_TURN_TLS_PORT: String(tlsPort),
        HOLDFAST_TURN_RUN: join(folder, 'run'),
      },
      stdio: 'ignore',
      // A group of its own: what looks after its certificate ends with it.
      detached: true,
    });
    const turn = new Turn(server, folder, `turn:${address}:${String(port)}?transport=tcp`, secret);
    await turn.up(address, port);
    return turn;
  }

  private async up(address: string, port: number): Promise<void> {
    const until = performance.now() + UP_WITHIN_MS;
    while (!(await opens(address, port))) {
      if (this.server.exitCode !== null || performance.now() > until)
        throw new Error('coturn does not start');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** What a server is started with so that its pages find this one. */
  get env(): Record<string, string> {
    return { HOLDFAST_ICE: this.url, HOLDFAST_TURN_SECRET: this.secret };
  }

  /** A pass as the server would make it, for whoever and until whenever. */
  pass(endpoint: string, until: Date): Pass {
    const username = `${String(Math.floor(until.getTime() / 1000))}:${endpoint}`;
    const credential = createHmac('sha1', this.secret).update(username).digest('base64');
    return { urls: this.url, username, credential };
  }

  async close(): Promise<void> {
    if (this.server.exitCode === null && this.server.pid !== undefined) {
      const ended = once(this.server, 'exit');
      process.kill(-this.server.pid, 'SIGKILL');
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function freePort(address: string): Promise<number> {
  const server = createServer().listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function opens(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  const answer = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return answer;
}
