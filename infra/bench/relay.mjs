// A stretch of poor network: UDP and TCP that pass through it come later, unevenly, and if wished out of order.
// Loss and rate are the kernel's business (nft, tc); kernels in containers often cannot delay, so this does.
//
//   node relay.mjs [--delay MS] [--jitter MS] [--overtake SHARE] udp:10.0.0.1:0=10.9.9.9:10000 [tcp:…=…]
//
// Prints a line of JSON for each path once it is open, with the port it took, and ends when its input does. A line of
// JSON on that input, such as {"delay":0,"jitter":0}, makes all its paths better or worse from then on.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';
import { argv, stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/** A caller who says nothing for so long is forgotten; the far end then takes them for a new one. */
const FORGOTTEN_AFTER_MS = 60_000;
/** More on the way than this, and the stretch takes no more of a stream until some has left. */
const MOST_ON_THE_WAY = 256 * 1024;

/** One direction: what is put in comes out after `delay`, and up to `jitter` later than that. */
export class Stretch {
  #queue = [];
  #lastOut = 0;
  #quality;

  /** @param quality is read for each packet: it may change */
  constructor(quality) {
    this.#quality = quality;
  }

  pass(deliver) {
    const { delay = 0, jitter = 0, overtake = 0, random = Math.random } = this.#quality;
    const now = performance.now();
    const out = now + delay + random() * jitter;
    if (overtake > 0 && random() < overtake) setTimeout(deliver, out - now);
    else this.#join(out, deliver);
  }

  /** A queue makes uneven what comes even, but changes no order; timers of their own would. */
  #join(out, deliver) {
    this.#lastOut = Math.max(this.#lastOut, out);
    this.#queue.push({ out: this.#lastOut, deliver });
    if (this.#queue.length === 1) this.#wait();
  }

  #wait() {
    const first = this.#queue[0];
    if (first) setTimeout(() => this.#let(), first.out - performance.now());
  }

  #let() {
    const now = performance.now();
    const due = this.#queue.findIndex(({ out }) => out > now);
    for (const { deliver } of this.#queue.splice(0, due < 0 ? this.#queue.length : due)) deliver();
    this.#wait();
  }
}

/** Each caller has a socket of their own to the far end, as behind a router that translates addresses. */
async function relayUdp(from, to, quality) {
  const near = createSocket('udp4');
  const callers = new Map();
  const meet = ({ address, port }) => {
    const far = createSocket('udp4');
    const caller = { far, out: new Stretch(quality), back: new Stretch(quality), forget: undefined };
    far.on('message', (data) => caller.back.pass(() => send(near, data, port, address)));
    far.on('error', () => forget(`${address}:${port}`));
    return caller;
  };
  const forget = (name) => {
    callers.get(name)?.far.close();
    callers.delete(name);
  };
  near.on('message', (data, sender) => {
    const name = `${sender.address}:${sender.port}`;
    const caller = callers.get(name) ?? meet(sender);
    callers.set(name, caller);
    clearTimeout(caller.forget);
    caller.forget = setTimeout(forget, FORGOTTEN_AFTER_MS, name).unref();
    caller.out.pass(() => callers.get(name) === caller && send(caller.far, data, to.port, to.host));
  });
  near.bind(from.port, from.host);
  await once(near, 'listening');
  return {
    port: near.address().port,
    close() {
      for (const name of [...callers.keys()]) forget(name);
      near.close();
    },
  };
}

/** A far end that is not there answers with an error at the next packet; packets just get lost then. */
function send(socket, data, port, host) {
  try {
    socket.send(data, port, host, () => undefined);
  } catch {
    // It was closed while this was on the way.
  }
}

/** What comes out of order in a stream is no stream. */
const inOrder = (quality) => ({
  get delay() {
    return quality.delay;
  },
  get jitter() {
    return quality.jitter;
  },
  random: quality.random,
});

async function relayTcp(from, to, quality) {
  const open = new Set();
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = createConnection({ ...to, allowHalfOpen: true });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      open.add(one.setNoDelay());
      pour(one, other, new Stretch(inOrder(quality)));
      one.on('close', () => open.delete(one));
      one.on('error', () => other.destroy());
    }
  });
  server.listen(from.port, from.host);
  await once(server, 'listening');
  return {
    port: server.address().port,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function pour(from, into, stretch) {
  let onTheWay = 0;
  from.on('data', (data) => {
    onTheWay += data.length;
    if (onTheWay > MOST_ON_THE_WAY) from.pause();
    stretch.pass(() => {
      onTheWay -= data.length;
      if (onTheWay <= MOST_ON_THE_WAY) from.resume();
      into.write(data);
    });
  });
  from.on('end', () => stretch.pass(() => into.end()));
}

const end = (text) => {
  const [, host, port] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (!host) throw new Error(`An end of a path is written host:port, not ${text}`);
  return { host, port: Number(port) };
};

/** @param text `udp:host:port=host:port`, or the same with tcp */
export async function relay(text, quality) {
  const [, kind, from, to] = /^(udp|tcp):([^=]+)=(.+)$/.exec(text) ?? [];
  if (!kind) throw new Error(`A path is written udp:host:port=host:port, not ${text}`);
  return (kind === 'udp' ? relayUdp : relayTcp)(end(from), end(to), quality);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(['delay', 'jitter', 'overtake'].map((name) => [name, { type: 'string' }])),
  });
  const quality = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));
  for (const path of positionals) {
    const { port } = await relay(path, quality);
    console.log(JSON.stringify({ path, port }));
  }
  // Whoever started it may be killed; it then ends as well.
  createInterface({ input: stdin })
    .on('line', (line) => Object.assign(quality, JSON.parse(line)))
    .on('close', () => process.exit());
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) await main();
