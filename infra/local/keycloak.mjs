// Starts the real Keycloak with Holdfast's realm and the demo's staff, for this computer only:
//   node infra/local/keycloak.mjs --origin http://127.0.0.1:8080
// Prints one line of JSON when it can be used. Ends, with all that it kept, when its input ends: so it never outlives
// whoever started it, however that ended.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { demoRealm } from './demo-realm.mjs';
import { keycloakProgram } from './keycloak-program.mjs';

const READY_WITHIN_MS = 150_000;
const HOST = '127.0.0.1';
/** An address has no passkeys, a name has. */
const NAME = 'localhost';
const THEMES = fileURLToPath(new URL('../keycloak/themes', import.meta.url));
const MEMORY = '-Xms96m -Xmx384m -XX:TieredStopAtLevel=1';

const { values } = parseArgs({ options: { origin: { type: 'string' }, port: { type: 'string' } } });
const origin = values.origin ?? 'http://127.0.0.1:8080';
const secret = () => randomBytes(24).toString('base64url');

const home = await keycloakProgram((words) => console.error(words));
const port = values.port ?? (await freePort());
const url = `http://${NAME}:${port}`;
const admin = { username: 'admin', password: secret() };
const folder = await mkdtemp(join(tmpdir(), 'holdfast-keycloak-'));
const said = [];
const server = spawn(
  'sh',
  [
    join(home, 'bin', 'kc.sh'),
    'start',
    '--optimized',
    '--http-enabled=true',
    `--http-host=${HOST}`,
    `--http-port=${port}`,
    `--hostname=${url}`,
    `--spi-theme--folder--dir=${THEMES}`,
    '--log-level=warn',
  ],
  {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TMPDIR: folder,
      JAVA_OPTS_KC_HEAP: MEMORY,
      JAVA_OPTS_APPEND: `-Djava.io.tmpdir=${folder}`,
      KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
      KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    },
  },
);
const ended = once(server, 'exit');
for (const stream of [server.stdout, server.stderr]) {
  createInterface({ input: stream }).on('line', (line) => said.push(line) > 200 && said.shift());
}

let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  server.kill('SIGTERM');
  const stuck = setTimeout(() => server.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(stuck);
  await rm(folder, { recursive: true, force: true });
  process.exit(code);
}
process.stdin.on('end', () => void end(0)).resume();
process.stdin.on('error', () => void end(0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(0));
void ended.then(() => {
  if (ending) return;
  console.error(`Keycloak ended by itself. What it said:\n${said.join('\n')}`);
  process.exit(1);
});

const client = { id: 'holdfast', secret: secret() };
const directory = { id: 'holdfast-directory', secret: secret() };
const { realm, staff } = await demoRealm({
  origin,
  secret: client.secret,
  directorySecret: directory.secret,
});
try {
  await createRealm(await tokenOfAdmin());
} catch (failure) {
  console.error(`${failure.message}\n${said.join('\n')}`);
  await end(1);
}
console.log(
  JSON.stringify({
    issuer: `${url}/realms/${realm.realm}`,
    url,
    client,
    directory,
    admin,
    staff,
    pid: server.pid,
  }),
);

/** Only the server that was started here knows this run's password, so no other is taken for it. */
async function tokenOfAdmin() {
  const body = new URLSearchParams({ client_id: 'admin-cli', grant_type: 'password', ...admin });
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const answer = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body,
    }).catch(() => undefined);
    if (answer?.ok) return (await answer.json()).access_token;
    await new Promise((next) => setTimeout(next, 250));
  }
  throw new Error(`Keycloak was not ready within ${READY_WITHIN_MS / 1000} s.`);
}

async function createRealm(token) {
  const answer = await fetch(`${url}/admin/realms`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(realm),
  });
  if (!answer.ok) throw new Error(`Keycloak did not take the realm: ${answer.status} ${await answer.text()}`);
}

async function freePort() {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const free = probe.address().port;
  probe.close();
  await once(probe, 'close');
  return free;
}
