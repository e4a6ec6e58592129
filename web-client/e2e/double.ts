import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Bridge } from './bridges';
import type { Wish } from './demo';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = 'server/src/test/java/org/holdfast/media/testbridge/TestBridgeMain.java';
const CLASSES = 'server/target/classes:server/target/lib/*:server/src/test/resources';
const START = `. infra/launcher/find.sh && find_jdk && exec "$JAVA_HOME/bin/java" \\
  -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '${CLASSES}' ${MAIN} "$@"`;

/**
 * A bridge's double, on a computer where there is no real one: it gives places to whoever the server names, and no packet
 * ever comes from it. It can die and come back where it was.
 */
export class Double extends Bridge {
  #process: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly channelPort: number,
  ) {
    super(`http://127.0.0.1:${String(port)}`);
  }

  /** It has its place, and is not there yet. */
  static async toCome(): Promise<Double> {
    const [port = 0, channelPort = 0] = await freePorts(2);
    return new Double(port, channelPort);
  }

  /** What a demo is started with so that its media go through this one. */
  get wish(): Wish {
    const channels = `ws://127.0.0.1:${String(this.channelPort)}`;
    return { env: { HOLDFAST_BRIDGES: this.address, HOLDFAST_BRIDGE_CHANNELS: channels } };
  }

  async come(): Promise<void> {
    const ports = [this.port, this.channelPort].map(String);
    // It ends with its input, so also with whoever started it.
    const double = spawn('bash', ['-c', START, 'bash', ...ports], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process = double;
    const [ready] = (await Promise.race([
      once(createInterface({ input: double.stdout }), 'line'),
      once(double, 'exit').then(() => []),
    ])) as [string?];
    if (ready === undefined) throw new Error('The double of a bridge ended before it was ready');
  }

  override async kill(): Promise<void> {
    const double = this.#process;
    this.#process = undefined;
    if (double?.exitCode !== null) return;
    const ended = once(double, 'exit');
    double.kill('SIGKILL');
    await ended;
  }
}

/** Held all at once, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
