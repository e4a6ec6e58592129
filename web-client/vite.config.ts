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

const NEEDED_IN_THE_ROOM = /\/(room-part|bridge-plane)\.ts$/;

/**
 * What the room needs is fetched while somebody reads the door, so that nobody waits for it after Join. As a hint, and
 * not by importing it early: a module that could not be fetched once stays missing for as long as the page lives.
 */
const fetchedAhead: Plugin = {
  name: 'holdfast-fetched-ahead',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path, bundle = {} }) {
      if (path !== '/join.html') return [];
      const withAll = (name: string): string[] => {
        const part = bundle[name];
        if (part?.type !== 'chunk') return [];
        return [name, ...(part.viteMetadata?.importedCss ?? []), ...part.imports.flatMap(withAll)];
      };
      const files = Object.values(bundle)
        .filter((part) => part.type === 'chunk' && NEEDED_IN_THE_ROOM.test(part.facadeModuleId ?? ''))
        .flatMap(({ fileName }) => withAll(fileName))
        .filter((file) => !html.includes(file));
      return [...new Set(files)].map((file) => ({
        tag: 'link',
        attrs: { rel: 'prefetch', href: `/${file}`, crossorigin: true },
        injectTo: 'head',
      }));
    },
  },
};

export default defineConfig({
  plugins: [svelte(), pageAddresses, fetchedAhead],
  build: {
    // Not older than these: phones that no longer get updates stop at iOS 15.
    target: ['chrome109', 'edge109', 'firefox115', 'safari15.4', 'ios15.4'],
    // The content security policy allows no inline script, style or data address.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    rollupOptions: { input: ['join.html', 'staff.html'] },
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
