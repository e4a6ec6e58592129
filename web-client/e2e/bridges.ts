import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, vi } from 'vitest';
import type { Wish } from './demo';

/**
 * Real bridges, which the project does not bring along. Whoever has some names their private addresses in
 * HOLDFAST_TEST_BRIDGE, separated by commas, and in HOLDFAST_TEST_BRIDGE_KILL a program that, given one of them, ends
 * that bridge as a crash would; something starts it again within a minute.
 */
const ADDRESSES = (process.env['HOLDFAST_TEST_BRIDGE'] ?? '').split(',').filter((address) => address !== '');
const KILL = process.env['HOLDFAST_TEST_BRIDGE_KILL'];

const NOBODY = 'e0000000';
const FORGETS = { timeout: 150_000, interval: 1_000 };

interface Debug {
  conferences: Record<string, { endpoints: Record<string, unknown> }>;
}

export class Bridge {
  constructor(readonly address: string) {}

  private async ask<Answer>(path: string): Promise<Answer> {
    const answer = await fetch(new URL(path, this.address), { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error(`${this.address}${path} answered ${String(answer.status)}`);
    return (await answer.json()) as Answer;
  }

  /** Whom the bridge knows, in whatever conference, but for the nobody with whom a server tries whether it is warm. */
  async endpoints(): Promise<string[]> {
    const { conferences } = await this.ask<Debug>('/debug');
    return Object.values(conferences)
      .flatMap((conference) => Object.keys(conference.endpoints))
      .filter((endpoint) => endpoint !== NOBODY)
      .sort();
  }

  /** Waits until nobody is left of sessions that ended without a goodbye: a bridge keeps those for a minute. */
  async isEmpty(): Promise<void> {
    await vi.waitFor(async () => expect(await this.endpoints()).toEqual([]), FORGETS);
  }

  async healthy(): Promise<boolean> {
    const health = await fetch(new URL('/about/health', this.address), {
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined);
    return health?.ok ?? false;
  }

  async kill(): Promise<void> {
    if (KILL === undefined) throw new Error('HOLDFAST_TEST_BRIDGE_KILL names no program');
    await promisify(execFile)(KILL, [this.address]);
  }
}

export const bridges: readonly Bridge[] = ADDRESSES.map((address) => new Bridge(address));

/** One of several: the first unless the test is about more. */
export function bridge(n = 0): Bridge {
  const found = bridges[n];
  if (!found) throw new Error(`HOLDFAST_TEST_BRIDGE names no bridge number ${String(n + 1)}`);
  return found;
}

/** What a demo is started with so that its media go through the first `count` bridges. */
export const through = (count: number, more: Record<string, string> = {}): Wish =>
  throughThese(bridges.slice(0, count), more);

export function throughThese(these: readonly Bridge[], more: Record<string, string> = {}): Wish {
  const used = these.map(({ address }) => address);
  // Where bridges are set up as their own documents say, channels are on this port of the same computer.
  const channels = used.map((address) => `ws://${new URL(address).hostname}:9090`).join(',');
  return {
    env: {
      HOLDFAST_BRIDGES: used.join(','),
      HOLDFAST_BRIDGE_CHANNELS: process.env['HOLDFAST_BRIDGE_CHANNELS'] ?? channels,
      ...more,
    },
  };
}

interface Needed {
  bridges?: number;
  kill?: boolean;
  /** What else is not there, if anything. */
  lack?: string | undefined;
}

const missing = (needed: Needed): string | undefined => {
  const count = needed.bridges ?? 1;
  if (ADDRESSES.length < count) return `HOLDFAST_TEST_BRIDGE naming ${String(count)}`;
  return needed.kill && KILL === undefined ? 'HOLDFAST_TEST_BRIDGE_KILL' : needed.lack;
};

/** Says what the tests would need when it is not there. */
export function withBridges(what: string, needed: Needed, tests: () => void): void {
  const lack = missing(needed);
  if (lack === undefined) describe(what, tests);
  else describe.skip(`${what}: not tried without ${lack}`, tests);
}
