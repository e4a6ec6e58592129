import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const SERVER = process.env['HOLDFAST_SERVER'] ?? 'http://127.0.0.1:8080';

/** The server takes sockets and changes from its own origin alone, so the proxy speaks as that origin. */
const asTheServer = { target: SERVER, ws: true, headers: { origin: SERVER } };

/** In development the pages answer under the addresses that the server gives them. */
const pageAddresses: Plugin = {
  name: 'holdfast-page-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = request.url?.split('?')[0] ?? '';
      if (path === '/join') request.url = '/join.html';
      if (path === '/staff' || path.startsWith('/staff/')) request.url = '/staff.html';
      next();
    });
  },
};

interface Look {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}
const PAGES = ['join.html', 'staff.html'];

/** What every page begins with, in one file: in pieces, as later parts need more of it or less, it would be larger. */
function first(id: string, look: Look): string | null {
  const seen = new Set<string>();
  const walk = (module: string) => {
    if (seen.has(module)) return;
    seen.add(module);
    look.getModuleInfo(module)?.importers.forEach(walk);
  };
  walk(id);
  return PAGES.every((page) => [...seen].some((module) => module.endsWith(`/${page}`))) ? 'first' : null;
}

export default defineConfig({
  plugins: [svelte(), pageAddresses],
  build: {
    // Not older than these: phones that no longer get updates stop at iOS 15.
    target: ['chrome109', 'edge109', 'firefox115', 'safari15.4', 'ios15.4'],
    // The content security policy allows no inline script, style or data address.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    rolldownOptions: { input: PAGES, output: { codeSplitting: { groups: [{ name: first }] } } },
    // What loads what, and whose work is in it: for the checks of page sizes and licences.
    manifest: true,
    license: { fileName: '.vite/license.json' },
  },
  server: {
    proxy: { '/api': asTheServer, '/ws': asTheServer },
  },
  // Component tests ask for the browser build of Svelte; they name their environment in the file's first line.
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
  },
});
