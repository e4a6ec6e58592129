import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

/** A page of a test, put together from the pages' own code. */
export interface BuiltPage {
  script: string;
  style: string;
}

/** @param entry beside this file */
export async function builtPage(entry: string): Promise<BuiltPage> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte({ configFile: fileURLToPath(new URL('../svelte.config.js', import.meta.url)) })],
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL(entry, import.meta.url)),
        formats: ['es'],
        fileName: 'page',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const parts = output && 'output' in output ? output.output : [];
  const script = parts.find((part) => part.type === 'chunk');
  const style = parts.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
  if (script?.type !== 'chunk') throw new Error(`${entry} was not built`);
  return { script: script.code, style: style?.type === 'asset' ? String(style.source) : '' };
}
