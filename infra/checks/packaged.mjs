// What the one jar must hold, and what must have stayed out of it.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const JAR = 'server/target/holdfast.jar';
const entries = execFileSync(join(process.env.JAVA_HOME, 'bin/jar'), ['tf', JAR], { maxBuffer: 1 << 26 })
  .toString()
  .split('\n');

const faults = [];
const holds = (pattern) => entries.some((entry) => pattern.test(entry));
for (const needed of [
  /^org\/holdfast\/Main\.class$/,
  /^web\/join\.html$/,
  /^web\/staff\.html$/,
  /^web\/assets\/.*\.js$/,
]) {
  if (!holds(needed)) faults.push(`${JAR} has nothing that matches ${needed}`);
}
for (const unwanted of [
  /^redis\/embedded\//,
  /redis-server-/,
  /^(ca\/uhn|org\/hl7)\//,
  /^META-INF\/[^/]*\.(SF|DSA|RSA)$/,
]) {
  if (holds(unwanted)) faults.push(`${JAR} must not have what matches ${unwanted}`);
}
// What an auditor does with it: on a computer that has this jar, a bundle and a key, and nothing of the clinic's.
const BUNDLE = 'server/src/test/resources/bundle/evening-1';
const check = ['-jar', JAR, 'verify', '--public', `${BUNDLE}.key`, `${BUNDLE}.jsonl`];
const checked = spawnSync(join(process.env.JAVA_HOME, 'bin/java'), check, { env: {} });
if (checked.status !== 0 || !/^Proved for session:evening/.test(checked.stdout)) {
  faults.push(`${JAR} does not prove ${BUNDLE}.jsonl: ${checked.stdout}${checked.stderr}`);
}
for (const fault of faults) console.log(fault);
if (faults.length === 0)
  console.log(`${JAR}: ${entries.length} entries, the pages inside, no Redis of its own`);
process.exit(faults.length === 0 ? 0 : 1);
