// Builds the pages when what they are made of changed. `packages` stops once the packages are in place.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// A test that builds must build what people get, not what its own runner would have it be.
const plain = { ...process.env, NODE_ENV: undefined, VITEST: undefined };
const here = dirname(fileURLToPath(import.meta.url));
const notSources = new Set(['node_modules', 'dist', 'build', 'e2e', 'pom.xml']);

function files(folder) {
  return readdirSync(join(here, folder), { withFileTypes: true })
    .filter((entry) => folder !== '' || !notSources.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    })
    .filter((path) => !path.endsWith('.test.ts'))
    .sort();
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(here, path)))
      .update('\0');
  return hash.digest('hex');
}

/** Runs a step unless its stamp says that it ran on the very same inputs and its result still stands. */
function step(title, stamp, result, inputs, command) {
  const now = fingerprint(inputs);
  const stampPath = join(here, stamp);
  if (existsSync(join(here, result)) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === now)
    return;
  console.log(`  · ${title}`);
  execFileSync('npm', command, { cwd: here, stdio: 'inherit', env: plain });
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, now);
}

step(
  'packages of the web client',
  'node_modules/.installed-from',
  'node_modules',
  ['package.json', 'package-lock.json'],
  ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
);
if (process.argv[2] !== 'packages') {
  step('pages', 'build/built-from', 'dist/.vite/manifest.json', files(''), ['run', '--silent', 'build']);
}
