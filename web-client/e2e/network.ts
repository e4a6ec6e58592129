import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const RELAY = fileURLToPath(new URL('../../infra/bench/relay.mjs', import.meta.url));
const MOST_NETWORKS = 50;
const TOOLS = ['ip', 'nft', 'tc'];

const isOnThePath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));

const lacking = (): string | undefined => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'Linux and its administrator';
  const missing = TOOLS.filter((tool) => !isOnThePath(tool));
  return missing.length > 0 ? `the programs ${missing.join(', ')}` : undefined;
};

/** What a test of networks lacks on this computer, to be said when it is skipped. */
export const networkLack = lacking();

const run = async (...[program, ...words]: [string, ...string[]]): Promise<string> =>
  (await promisify(execFile)(program, words)).stdout;

/** How poor a stretch is: later each way, unevenly so, in milliseconds. */
export interface Slowness {
  delay?: number;
  jitter?: number;
}

/**
 * A network of its own for a browser, with one line to this computer, which can be made poor or cut. It is the kernel's
 * network namespace: whatever runs elsewhere does not notice.
 */
export class Network {
  private readonly relays: ChildProcess[] = [];
  private readonly slower: ChildProcess[] = [];
  private readonly forwarding = new Map<string, string>();
  private folder = '';

  private constructor(private readonly number: number) {}

  /** @throws when it lacks what `networkLack` names */
  static async make(): Promise<Network> {
    const taken = await run('ip', 'netns', 'list');
    for (let number = 1; number <= MOST_NETWORKS; number++) {
      const network = new Network(number);
      // Another run may make the same one at this moment: only the first of them gets it.
      if (!taken.includes(network.name) && (await network.begin())) return network;
    }
    throw new Error('There are too many networks already');
  }

  private get name(): string {
    return `holdfast-${String(this.number)}-`;
  }
  private get outside(): string {
    return `hfo${String(this.number)}`;
  }
  private get inside(): string {
    return `hfi${String(this.number)}`;
  }
  /** This computer, as seen from inside. */
  get gateway(): string {
    return `10.79.${String(this.number)}.1`;
  }
  /** Where those inside are seen to come from. */
  get address(): string {
    return `10.79.${String(this.number)}.2`;
  }

  private async begin(): Promise<boolean> {
    const { name, outside, inside } = this;
    try {
      await run('ip', 'netns', 'add', name);
    } catch {
      return false;
    }
    await run('ip', 'link', 'add', outside, 'type', 'veth', 'peer', 'name', inside, 'netns', name);
    await run('ip', 'addr', 'add', `${this.gateway}/24`, 'dev', outside);
    await run('ip', 'link', 'set', outside, 'up');
    await run('ip', '-n', name, 'addr', 'add', `${this.address}/24`, 'dev', inside);
    for (const device of ['lo', inside]) await run('ip', '-n', name, 'link', 'set', device, 'up');
    await run('ip', '-n', name, 'route', 'add', 'default', 'via', this.gateway);
    await this.rules('add table ip t', 'add chain ip t out { type filter hook output priority 0; }');
    await this.rules('add chain ip t in { type filter hook input priority 0; }');
    await this.rules('add chain ip t to { type nat hook output priority -100; }');
    this.folder = await mkdtemp(join(tmpdir(), 'holdfast-network-'));
    return true;
  }

  private async rules(...all: string[]): Promise<void> {
    await run('ip', 'netns', 'exec', this.name, 'nft', all.join('; '));
  }

  /** A program that does what the given one does, but in here. */
  async program(path: string): Promise<string> {
    const wrapper = join(this.folder, path.replace(/\W+/g, '-'));
    await writeFile(wrapper, `#!/bin/sh\nexec ip netns exec ${this.name} ${path} "$@"\n`);
    await chmod(wrapper, 0o755);
    return wrapper;
  }

  /** What listens on this computer's own addresses is found in here under the same ones, as by who sits at it. */
  async lend(url: string, slowness: Slowness = {}): Promise<void> {
    const { hostname, port } = new URL(url);
    const outside = await this.relay([], `tcp:${this.gateway}:0=${hostname}:${port}`, slowness);
    const path = `tcp:${hostname}:${port}=${this.gateway}:${String(outside)}`;
    await this.relay(['ip', 'netns', 'exec', this.name], path, {});
  }

  /** Whoever is behind another of this computer's networks is found from in here, as through a router. */
  async reach(address: string): Promise<void> {
    const way = await run('ip', '-o', 'route', 'get', address);
    for (const device of [this.outside, /dev (\S+)/.exec(way)?.[1] ?? this.outside]) {
      const file = `/proc/sys/net/ipv4/conf/${device}/forwarding`;
      if (!this.forwarding.has(file)) this.forwarding.set(file, readFileSync(file, 'utf8'));
      writeFileSync(file, '1');
    }
  }

  /** Packets to this port of that address take a slower way, as slow as `slow` says later on. */
  async slowUdp(address: string, port: number, slowness: Slowness = {}): Promise<void> {
    await this.detour('udp', address, port, slowness);
  }

  /** The same for streams, such as a bridge's channel. */
  async slowTcp(address: string, port: number, slowness: Slowness): Promise<void> {
    await this.detour('tcp', address, port, slowness);
  }

  /** From now on the slower ways are as slow as this. */
  slow(slowness: Slowness): void {
    for (const { stdin } of this.slower)
      stdin?.write(`${JSON.stringify({ delay: 0, jitter: 0, ...slowness })}\n`);
  }

  private async detour(
    kind: 'udp' | 'tcp',
    address: string,
    port: number,
    slowness: Slowness,
  ): Promise<void> {
    const far = `${address}:${String(port)}`;
    const near = await this.relay([], `${kind}:${this.gateway}:0=${far}`, slowness);
    this.slower.push(...this.relays.slice(-1));
    await this.rules(
      `add rule ip t to ip daddr ${address} ${kind} dport ${String(port)} dnat to ${this.gateway}:${String(near)}`,
    );
  }

  /** No packets but those of streams, in or out, as behind the wall of a strict office. */
  async dropUdp(): Promise<void> {
    await this.rules('add rule ip t out meta l4proto udp drop', 'add rule ip t in meta l4proto udp drop');
  }

  /** Nothing goes in or out. */
  async cut(): Promise<void> {
    await this.rules('add rule ip t out oifname != "lo" drop', 'add rule ip t in iifname != "lo" drop');
  }

  /** So many of a hundred packets are lost, each way. */
  async lose(percent: number): Promise<void> {
    const lost = `meta l4proto udp numgen random mod 100 < ${String(percent)} drop`;
    await this.rules(`add rule ip t out ${lost}`, `add rule ip t in ${lost}`);
  }

  /** Sound and pictures are lost, while whatever keeps a line standing gets through: their packets begin otherwise. */
  async loseMedia(): Promise<void> {
    const media = 'meta l4proto udp @th,64,8 0x80-0xbf drop';
    await this.rules(`add rule ip t out ${media}`, `add rule ip t in ${media}`);
  }

  /** No more goes through the line, in kbit a second; many lines carry less out than in. */
  async narrow(come: number, out = come): Promise<void> {
    const rate = (kbit: number) => ['tbf', 'rate', `${String(kbit)}kbit`, 'burst', '4kb', 'latency', '300ms'];
    const inHere = ['netns', 'exec', this.name, 'tc', 'qdisc', 'replace', 'dev', this.inside, 'root'];
    await run('ip', ...inHere, ...rate(out));
    await run('tc', 'qdisc', 'replace', 'dev', this.outside, 'root', ...rate(come));
  }

  /** Whatever was dropped, lost, narrowed or slowed is no more. */
  async heal(): Promise<void> {
    this.slow({});
    await this.rules('flush chain ip t out', 'flush chain ip t in');
    const inHere = ['netns', 'exec', this.name, 'tc', 'qdisc', 'del', 'dev', this.inside, 'root'];
    await run('ip', ...inHere).catch(() => undefined);
    await run('tc', 'qdisc', 'del', 'dev', this.outside, 'root').catch(() => undefined);
  }

  async close(): Promise<void> {
    // A relay ends with its input.
    for (const relay of this.relays) relay.stdin?.end();
    await Promise.all(this.relays.map((relay) => relay.exitCode ?? once(relay, 'exit')));
    for (const [file, before] of this.forwarding) if (existsSync(file)) writeFileSync(file, before);
    await run('ip', 'netns', 'del', this.name).catch(() => undefined);
    await run('ip', 'link', 'del', this.outside).catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @returns the port that it took */
  private async relay(before: string[], path: string, { delay = 0, jitter = 0 }: Slowness): Promise<number> {
    const words = [RELAY, '--delay', String(delay), '--jitter', String(jitter), path];
    const [program = '', ...all] = [...before, process.execPath, ...words];
    const relay = spawn(program, all, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.relays.push(relay);
    const lines = createInterface({ input: relay.stdout });
    const [line] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
    if (line === undefined) throw new Error(`No relay for ${path}`);
    return (JSON.parse(line) as { port: number }).port;
  }
}
