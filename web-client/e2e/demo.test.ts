import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Demo, demoInTerminal, leftIn, newFolder, run } from './demo';

const WARM_START_MS = 5_000;

describe('./holdfast demo', () => {
  // Once more if the computer was busy with something else: the promise is for an idle one.
  it(
    'comes up warm with a page that answers, says one line, and leaves nothing running',
    { retry: 1 },
    async () => {
      const started = performance.now();
      const demo = await Demo.start();
      onTestFinished(() => demo.stop());
      const page = await fetch(new URL('/join', demo.url));
      const tookMs = performance.now() - started;

      expect(page.status).toBe(200);
      expect(tookMs).toBeLessThan(WARM_START_MS);
      expect(new URL(demo.url).hostname).toBe('127.0.0.1');
      expect(demo.session.participants).toHaveLength(5);
      expect(await leftIn(demo.folder)).not.toEqual([]);

      await demo.stop();
      expect(demo.lines).toHaveLength(1);
      expect(await leftIn(demo.folder)).toEqual([]);
    },
  );

  it('gives a person one link to lead and five to join, says how to try them, and ends with Ctrl-C', async () => {
    const folder = await newFolder();
    const { said, interrupt } = await demoInTerminal(folder);
    expect(said.match(/^ *http:\/\/127\.0\.0\.1:\d+\/staff#\S+$/gm)).toHaveLength(1);
    expect(said.match(/ http:\/\/127\.0\.0\.1:\d+\/join#\S+$/gm)).toHaveLength(5);
    expect(said).toContain('in windows of their own');

    await interrupt();
    expect(await leftIn(folder)).toEqual([]);

    // What happened is kept, and can be checked with nothing running.
    const verified = await run(folder, 'verify');
    expect(verified.said).toMatch(/^(\d+) of \1 logs are as they were written\.$/m);
    expect(verified.code).toBe(0);

    // And by others, who have a file and a key: the log of the first meeting that verify named.
    const meeting = /^(session:\S+): all/m.exec(verified.said)?.[1] ?? '';
    const file = join(folder, 'bundle.jsonl');
    const bundled = await run(folder, 'bundle', meeting, file);
    expect(bundled.code, bundled.said).toBe(0);
    const key = (await run(folder, 'public-key')).said.trim();
    const proved = await run(join(folder, 'elsewhere'), 'verify', '--public', key, file);
    expect(proved.said).toContain(`Proved for ${meeting}, with the public key ${key}`);
    expect(proved.code).toBe(0);
    expect(await leftIn(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('says in a sentence that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const folder = await newFolder();

    const { code, said } = await run(folder, 'demo', '--port', String(port));

    expect(code).toBe(2);
    expect(said).toContain(String(port));
    expect(said).not.toContain('Exception');
    expect(await leftIn(folder)).toEqual([]);
    other.close();
    await rm(folder, { recursive: true });
  });

  it('has as many people as one says, up to what a group in a clinic has', async () => {
    const demo = await Demo.start({ people: 11 });
    onTestFinished(() => demo.stop());
    expect(new Set(demo.session.participants.map(({ name }) => name)).size).toBe(11);

    const folder = await newFolder();
    const { code, said } = await run(folder, 'demo', '--port', '0', '--people', '12');
    expect(code).toBe(2);
    expect(said).toContain('1 to 11 people');
    await rm(folder, { recursive: true });
  });
});
