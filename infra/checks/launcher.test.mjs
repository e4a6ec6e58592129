// What the launcher says to a person whose computer lacks something. Run by `./holdfast test launcher`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-launcher-'));
after(() => rmSync(folder, { recursive: true }));

/** A path that has everything which ours has, but for some commands. */
function pathWithout(...missing) {
  const bin = mkdtempSync(join(folder, 'bin-'));
  for (const source of process.env.PATH.split(delimiter)) {
    for (const name of listed(source)) {
      if (missing.includes(name)) continue;
      try {
        symlinkSync(join(source, name), join(bin, name));
      } catch {
        // An earlier folder of the path has it already, as it should.
      }
    }
  }
  return bin;
}

function listed(source) {
  try {
    return readdirSync(source);
  } catch {
    return [];
  }
}

/** A command that says only its version. */
function fake(bin, name, version) {
  writeFileSync(join(bin, name), `#!/bin/sh\necho ${version}\n`);
  chmodSync(join(bin, name), 0o755);
}

function holdfast(args, env = {}) {
  const { status, stdout, stderr } = spawnSync('./holdfast', args, { env: { ...process.env, ...env } });
  return { status, out: stdout.toString(), said: stderr.toString() };
}

/** Only the look for a JDK, among candidates that the test names. */
function findJdkAmong(...homes) {
  const script = `. infra/launcher/find.sh; jdk_candidates() { printf '%s\\n' ${homes.join(' ')}; }; find_jdk; echo $JAVA_HOME`;
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script]);
  return { status, out: stdout.toString().trim(), said: stderr.toString() };
}

function jdk(version) {
  const home = mkdtempSync(join(folder, 'jdk-'));
  mkdirSync(join(home, 'bin'));
  fake(join(home, 'bin'), 'javac', version);
  writeFileSync(join(home, 'release'), `IMPLEMENTOR="Nobody"\nJAVA_VERSION="${version}"\n`);
  return home;
}

test('without an argument it says what it can do, one line each', () => {
  const { status, out } = holdfast([]);
  assert.equal(status, 0);
  assert.deepEqual(
    out
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith(' '))
      .map((line) => line.split(' ')[0]),
    [
      'demo',
      'serve',
      'rehearse',
      'test',
      'dev',
      'format',
      'verify',
      'bundle',
      'public-key',
      'doctor',
      'bench',
    ],
  );
});

test('a verb that it has not gets a sentence and the list', () => {
  const { status, said } = holdfast(['fly']);
  assert.equal(status, 2);
  assert.match(said, /There is no 'fly' here/);
});

test('a step that it has not gets a sentence and the list', () => {
  const { status, said } = holdfast(['test', 'luck']);
  assert.equal(status, 2);
  assert.match(said, /There is no step 'luck'/);
});

test('a JDK that is too old is passed over for one that is not', () => {
  const recent = jdk('27.0.1');
  const { status, out } = findJdkAmong(jdk('17.0.15'), join(folder, 'nothing-here'), recent);
  assert.equal(status, 0);
  assert.equal(out, recent);
});

test('only JDKs that are too old get a sentence', () => {
  const { status, said } = findJdkAmong(jdk('17.0.15'), jdk('21'));
  assert.equal(status, 2);
  assert.match(said, /needs a JDK 25 or newer/);
});

test('no Node gets a sentence', () => {
  const { status, said } = holdfast(['demo'], { PATH: pathWithout('node') });
  assert.equal(status, 2);
  assert.match(said, /there is no node on the path/);
});

test('a Node that is too old gets a sentence', () => {
  const bin = pathWithout('node');
  fake(bin, 'node', 'v18.20.4');
  const { status, said } = holdfast(['demo'], { PATH: bin });
  assert.equal(status, 2);
  assert.match(said, /node on the path is 18\.20\.4/);
});

test('what did not change is not built again', () => {
  const bin = pathWithout('mvn', 'npm');
  for (const name of ['mvn', 'npm']) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho ${name} was run >&2\nexit 1\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const { status, out, said } = holdfast(['test', 'sizes'], { PATH: bin });
  assert.equal(status, 0, said);
  assert.equal(said, '');
  assert.match(out, /1 passed, 0 failed/);
});

test('a file is looked for where the command is called, not where Holdfast lies', () => {
  const { status, stderr } = spawnSync(
    resolve('holdfast'),
    ['verify', '--public', '0'.repeat(64), 'evening.jsonl'],
    {
      cwd: folder,
    },
  );
  assert.equal(
    stderr.toString().trim().split('\n').at(-1),
    `There is no file ${join(realpathSync(folder), 'evening.jsonl')}.`,
  );
  assert.equal(status, 2);
});

test('no Maven gets a sentence', () => {
  const { status, said } = holdfast(['demo'], { PATH: pathWithout('mvn') });
  assert.equal(status, 2);
  assert.match(said, /there is no mvn on the path/);
});
