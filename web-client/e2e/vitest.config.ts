import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.test.ts'],
    globalSetup: 'fresh.ts',
    // One demo and one browser at a time: two cores carry four people with sound and pictures, not eight.
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // A browser, a camera and a server on two cores, under whatever load there is. What needs the second try is named
    // at the end of a run.
    retry: 1,
    reporters: ['verbose'],
  },
});
