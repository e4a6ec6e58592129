import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Network, networkLack } from './network';

const title = 'A network of one’s own';
const tests = networkLack === undefined ? describe : describe.skip;

/** Poor lines prove nothing when they are not poor: each kind is tried with a control beside it. */
tests(networkLack === undefined ? title : `${title}: not tried without ${networkLack}`, () => {
  let network: Network;
  let node: string;

  beforeAll(async () => {
    network = await Network.make();
    node = await network.program(process.execPath);
  });
  afterAll(() => network.close());

  /** Runs the words inside, as a person's program would. */
  const inside = async (script: string, ...words: string[]) =>
    (await promisify(execFile)(node, ['-e', script, ...words])).stdout.trim();

  const ASK = 'fetch(process.argv[1]).then(a => a.text()).then(console.log, () => console.log("nothing"))';
  const SAY = `const s = require("dgram").createSocket("udp4");
    const [port, host, times] = process.argv.slice(1);
    let left = Number(times);
    const say = () => left-- > 0 ? s.send("x", Number(port), host, say) : s.close();
    say();`;

  /** How many of the packets that are sent from inside come out here. */
  async function arrived(times: number): Promise<number> {
    const socket = createSocket('udp4');
    let got = 0;
    socket.on('message', () => got++);
    socket.bind(0, network.gateway);
    await once(socket, 'listening');
    await inside(SAY, String(socket.address().port), network.gateway, String(times));
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.close();
    return got;
  }

  it('has this computer’s own pages at the address where they are here', async () => {
    const server = createServer((_, answer) => answer.end('the page'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const url = `http://127.0.0.1:${String(port)}/`;
    expect(await inside(ASK, url)).toBe('nothing');
    await network.lend(url);
    expect(await inside(ASK, url)).toBe('the page');
    server.close();
  });

  it('loses what it is told to lose, and nothing else', async () => {
    expect(await arrived(400)).toBe(400);
    await network.lose(30);
    expect(await arrived(400)).toBeGreaterThan(200);
    expect(await arrived(400)).toBeLessThan(360);
    await network.heal();
    await network.dropUdp();
    expect(await arrived(20)).toBe(0);
    await network.heal();
    expect(await arrived(400)).toBe(400);
  });

  it('is as slow as it is told to be', async () => {
    const echo = createSocket('udp4');
    echo.on('message', (data, { address, port }) => echo.send(data, port, address));
    echo.bind(0, network.gateway);
    await once(echo, 'listening');
    const { port } = echo.address();
    const ROUND = `const s = require("dgram").createSocket("udp4");
      const began = performance.now();
      s.on("message", () => { console.log(performance.now() - began); s.close(); });
      s.send("x", Number(process.argv[1]), process.argv[2]);`;
    expect(Number(await inside(ROUND, String(port), network.gateway))).toBeLessThan(60);
    await network.slowUdp(network.gateway, port, { delay: 60 });
    expect(Number(await inside(ROUND, String(port), network.gateway))).toBeGreaterThanOrEqual(120);
    await network.heal();
    expect(Number(await inside(ROUND, String(port), network.gateway))).toBeLessThan(120);
    echo.close();
  });
});
