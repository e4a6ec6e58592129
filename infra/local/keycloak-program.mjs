// The real Keycloak, as Maven Central has it: fetched, unpacked and prepared once, in a folder that git does not see.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '26.7.3';
const UNPACK = 'org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack';
const TARGET = fileURLToPath(new URL('target', import.meta.url));

/** What is settled when Keycloak is prepared. Its store is its own memory: each start is a new beginning. */
const SETTLED = ['--db=dev-mem', '--cache=local', '--health-enabled=false', '--metrics-enabled=false'];

/** @returns the folder of a Keycloak that can be started with `--optimized` */
export async function keycloakProgram(say) {
  const settled = createHash('sha256').update(SETTLED.join()).digest('hex').slice(0, 8);
  const home = join(TARGET, `keycloak-${VERSION}-${settled}`);
  await mkdir(TARGET, { recursive: true });
  const lock = await lockIn(TARGET, () => existsSync(home));
  if (!lock) return home;
  try {
    say('Preparing Keycloak. The first time fetches 180 MB and takes a minute or two.');
    const unpacked = await mkdtemp(join(TARGET, 'unpacking-'));
    const artifact = `org.keycloak:keycloak-quarkus-dist:${VERSION}:zip`;
    // Into an empty folder, whatever an earlier build remembers of having unpacked it elsewhere.
    const into = ['-Dmdep.overWriteReleases=true', `-DoutputDirectory=${unpacked}`];
    await run('mvn', ['-q', '-B', '-ntp', UNPACK, `-Dartifact=${artifact}`, ...into]);
    const [folder] = await readdir(unpacked);
    // A zip that Maven unpacks keeps no right to be run.
    await run('sh', [join(unpacked, folder, 'bin', 'kc.sh'), 'build', ...SETTLED]);
    await rename(join(unpacked, folder), home);
    await rm(unpacked, { recursive: true });
    return home;
  } finally {
    await rm(lock);
  }
}

/** One prepares, the others wait for it; whoever ended without a word holds nobody up. */
async function lockIn(folder, done) {
  const file = join(folder, 'lock');
  for (;;) {
    if (done()) return undefined;
    try {
      const held = await open(file, 'wx');
      await held.close();
      await writeFile(file, String(process.pid));
      return file;
    } catch (taken) {
      if (taken.code !== 'EEXIST') throw taken;
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
    if (owner > 0 && !runs(owner)) await rm(file, { force: true });
    else await new Promise((next) => setTimeout(next, 500));
  }
}

function runs(pid) {
  try {
    return process.kill(pid, 0);
  } catch (no) {
    return no.code === 'EPERM';
  }
}

function run(program, args) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0 ? done() : failed(new Error(`${program} ended with ${code}:\n${Buffer.concat(said)}`)),
    );
  });
}
