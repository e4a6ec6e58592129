import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readBridgeSignal } from './read-signal';

interface Told {
  kind: string;
  transport?: { ufrag: string; pwd: string; fingerprints: unknown; candidates: Record<string, string>[] };
}

/** Written, and held against the contract, by a test of the server. */
const told = JSON.parse(
  readFileSync(
    resolve('..', 'server', 'src', 'test', 'resources', 'videobridge', 'bridge-signals.json'),
    'utf8',
  ),
) as Told[];

/** The bridge writes numbers as text. */
const numbers = ({ component, priority, port, generation }: Record<string, string>) => ({
  component: Number(component),
  priority: Number(priority),
  port: Number(port),
  generation: Number(generation),
});

test.each(told)('of what the server tells as $kind nothing is lost but why it was refused', (signal) => {
  const { transport } = signal;
  expect(readBridgeSignal(signal)).toEqual({
    ...signal,
    why: undefined,
    ...(transport && {
      transport: {
        ...transport,
        candidates: transport.candidates.map((candidate) => ({ ...candidate, ...numbers(candidate) })),
      },
    }),
  });
});

test('every kind of signal is among them', () => {
  const kinds = new Set(told.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual(['none', 'offer', 'refused', 'reset', 'restarted', 'sources']);
});
