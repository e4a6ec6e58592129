// What a phone must fetch before a participant can join, once in the room, and with what is loaded when it is opened:
// scripts and styles, gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const DIST = 'web-client/dist/';
const KIB = 1024;
const LIMITS = { join: 60 * KIB, room: 120 * KIB };
/** Fetched by whoever opens them, and no part of what everybody in the room fetches. */
const OPENED = {
  worksheet: { entry: 'src/pages/worksheet/paper-part.ts', limit: 40 * KIB },
  wall: { entry: 'src/worksheets/wall/wall-part.ts', limit: 40 * KIB },
  mine: { entry: 'src/pages/aside-part.ts', limit: 40 * KIB },
};

const manifest = JSON.parse(readFileSync(`${DIST}.vite/manifest.json`, 'utf8'));
const later = new Set(Object.values(OPENED).map(({ entry }) => entry));

/** All that is loaded with `key`; with `lazily`, also what those chunks may load later but for what somebody opens. */
function reach(key, lazily, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  const chunk = manifest[key];
  const lazy = lazily ? (chunk.dynamicImports ?? []).filter((next) => !later.has(next)) : [];
  for (const next of [...(chunk.imports ?? []), ...lazy]) reach(next, lazily, seen);
  return seen;
}

const pathsOf = (keys) =>
  new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));

function weigh(paths) {
  return [...paths]
    .filter((path) => /\.(js|css)$/.test(path))
    .map((path) => ({ path, bytes: gzipSync(readFileSync(DIST + path)).length }))
    .sort((a, b) => b.bytes - a.bytes);
}

let failed = 0;
const kib = (bytes) => (bytes / KIB).toFixed(1);
function judge(name, parts, limit, note = '') {
  const total = parts.reduce((sum, part) => sum + part.bytes, 0);
  const fits = total <= limit;
  if (!fits) failed += 1;
  console.log(`${name}: ${kib(total)} of ${kib(limit)} KiB${note}${fits ? '' : ': too much'}`);
  for (const part of parts) console.log(`  ${kib(part.bytes).padStart(6)}  ${part.path}`);
}

const join = pathsOf(reach('join.html', false));
const room = pathsOf(reach('join.html', true));
judge('join', weigh(join), LIMITS.join);
judge('room', weigh(room), LIMITS.room, ` without ${Object.keys(OPENED).join(', ')}`);
const before = new Set(room);
for (const [name, { entry, limit }] of Object.entries(OPENED)) {
  if (!manifest[entry]) throw new Error(`Nothing is built from ${entry}`);
  const more = [...pathsOf(reach(entry, true))].filter((path) => !before.has(path));
  judge(name, weigh(more), limit, ' on top of all above, once it is opened');
  for (const path of more) before.add(path);
}
process.exit(failed === 0 ? 0 : 1);
