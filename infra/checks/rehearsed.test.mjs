// A start of the one jar that was rehearsed, and starts that the rehearsal does not fit. Run by `./holdfast test package`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const JAVA = join(process.env.JAVA_HOME, 'bin/java');
const BUNDLE = resolve('server/src/test/resources/bundle/evening-1');

const folder = mkdtempSync(join(tmpdir(), 'holdfast-rehearsed-'));
after(() => rmSync(folder, { recursive: true }));
const jar = join(folder, 'holdfast.jar');
const cache = join(folder, 'holdfast.aot');

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { timeout: 120_000 });
  return { status, out: stdout.toString(), said: stderr.toString() };
}

/** What an auditor asks, with a start as given. */
function verify(options, from = jar) {
  return run(JAVA, [...options, '-jar', from, 'verify', '--public', `${BUNDLE}.key`, `${BUNDLE}.jsonl`]);
}

/** Where the class that is started came from. */
function source(options) {
  const { out } = verify([...options, '-Xlog:class+load']);
  return out.split('\n').find((line) => line.includes(' org.holdfast.Main source: '));
}

before(() => {
  copyFileSync('server/target/holdfast.jar', jar);
  const { status, said } = run('infra/server/rehearse', [cache, JAVA, '-jar', jar]);
  assert.equal(status, 0, said);
});

test('a start that was rehearsed is taken from the cache and does the same', () => {
  assert.match(source([`-XX:AOTCache=${cache}`]), /source: shared objects file/);
  assert.match(source([]), /source: file:/);
  const rehearsed = verify([`-XX:AOTCache=${cache}`]);
  assert.deepEqual(rehearsed, verify([]));
  assert.match(rehearsed.out, /^Proved for session:evening/);
});

test('everybody may read the cache, and nobody may change it', () => {
  assert.equal(statSync(cache).mode & 0o777, 0o444);
});

/** It starts as if there were none, with at most some words of Java's about it. */
function startsWithout(file, from = jar) {
  const { status, out } = verify([`-XX:AOTCache=${file}`], from);
  assert.equal(status, 0);
  assert.match(out, /^(\[.*\n)*Proved for session:evening/);
}

test('a cache that is not there changes nothing', () => startsWithout(join(folder, 'none.aot')));

test('a cache that was cut off or is something else changes nothing', () => {
  const cut = join(folder, 'cut.aot');
  copyFileSync(cache, cut);
  truncateSync(cut, 100_000);
  startsWithout(cut);
  const other = join(folder, 'other.aot');
  writeFileSync(other, 'no cache');
  startsWithout(other);
});

test('a cache of another jar changes nothing', () => {
  const newer = join(folder, 'newer.jar');
  copyFileSync(jar, newer);
  utimesSync(newer, new Date(), new Date(Date.now() - 60_000));
  startsWithout(cache, newer);
});

test('a rehearsal that does not get through says why and leaves no cache', () => {
  const none = join(folder, 'never.aot');
  const { status, said } = run('infra/server/rehearse', [none, JAVA, '-jar', join(folder, 'none.jar')]);
  assert.equal(status, 1);
  assert.match(said, /the server did not start/);
  assert.throws(() => statSync(none));
});
