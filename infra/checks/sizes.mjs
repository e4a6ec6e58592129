// What a phone must fetch before a participant can join, and once in the room: scripts and styles, gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const DIST = 'web-client/dist/';
const KIB = 1024;
const LIMITS = { join: 60 * KIB, room: 120 * KIB };

const manifest = JSON.parse(readFileSync(`${DIST}.vite/manifest.json`, 'utf8'));

/** All that is loaded with `key`; with `lazily`, also what those chunks may load later. */
function reach(key, lazily, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  const chunk = manifest[key];
  for (const next of [...(chunk.imports ?? []), ...(lazily ? (chunk.dynamicImports ?? []) : [])]) {
    reach(next, lazily, seen);
  }
  return seen;
}

function weigh(keys) {
  const paths = new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));
  return [...paths]
    .filter((path) => /\.(js|css)$/.test(path))
    .map((path) => ({ path, bytes: gzipSync(readFileSync(DIST + path)).length }))
    .sort((a, b) => b.bytes - a.bytes);
}

let failed = 0;
for (const [name, lazily] of [
  ['join', false],
  ['room', true],
]) {
  const parts = weigh(reach('join.html', lazily));
  const total = parts.reduce((sum, part) => sum + part.bytes, 0);
  const fits = total <= LIMITS[name];
  if (!fits) failed += 1;
  const kib = (bytes) => (bytes / KIB).toFixed(1);
  console.log(`${name}: ${kib(total)} of ${kib(LIMITS[name])} KiB${fits ? '' : ': too much'}`);
  for (const part of parts) console.log(`  ${kib(part.bytes).padStart(6)}  ${part.path}`);
}
process.exit(failed === 0 ? 0 : 1);
