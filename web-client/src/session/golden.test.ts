import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { merge } from './view';

const folder = resolve('..', 'server', 'src', 'test', 'resources', 'golden');

interface Line {
  patches?: Record<string, unknown>;
  views?: Record<string, unknown>;
}

const logs = readdirSync(folder).filter((name) => !name.endsWith('-events.jsonl'));

test.each(logs)('the changes in the golden log %s add up to what each audience may know', (name) => {
  const lines = readFileSync(resolve(folder, name), 'utf8').trim().split('\n');
  const merged: Record<string, unknown> = {};
  let compared = 0;
  for (const text of lines) {
    const line = JSON.parse(text) as Line;
    for (const [audience, patch] of Object.entries(line.patches ?? {})) {
      merged[audience] = merge(merged[audience], patch);
    }
    for (const [audience, view] of Object.entries(line.views ?? {})) {
      expect(JSON.parse(JSON.stringify(merged[audience]))).toEqual(view);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(3);
});
