import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
// @ts-expect-error It is a program of the demo and says nothing of types.
import { oneTimeCode } from '../../infra/local/one-time-code.mjs';
import type { Accounts } from './demo';

const code = oneTimeCode as (secret: string, nowMs?: number) => string;
const PERIOD_MS = 30_000;
const used = new Map<string, number>();

export const person = (accounts: Accounts, username: string): Accounts['staff'][number] => {
  const found = accounts.staff.find((one) => one.username === username);
  if (!found) throw new Error(`${username} has no account`);
  return found;
};

export async function typePassword(page: Page, username: string, password: string): Promise<void> {
  const name = page.getByLabel('Name of your account, or e-mail');
  if (await name.isVisible()) await name.fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** A code counts once, but the one after it counts as well; so does the one before, for whoever types slowly. */
export async function typeCode(page: Page, accounts: Accounts, username: string): Promise<void> {
  const now = Math.floor(Date.now() / PERIOD_MS);
  const period = Math.max(now, (used.get(username) ?? 0) + 1);
  used.set(username, period);
  await page.getByLabel('Code').fill(code(person(accounts, username).code, period * PERIOD_MS));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function signIn(page: Page, accounts: Accounts, username: string): Promise<void> {
  await page.getByRole('link', { name: /^Sign in/ }).click();
  await typePassword(page, username, person(accounts, username).password);
  await typeCode(page, accounts, username);
}

/** What whoever keeps the accounts does. */
export async function takeRoleAway(accounts: Accounts, username: string, role: string): Promise<void> {
  const body = new URLSearchParams({ client_id: 'admin-cli', grant_type: 'password', ...accounts.admin });
  const signedIn = await fetch(`${accounts.url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body,
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const realm = `${accounts.url}/admin/realms/holdfast`;
  const found = await (await fetch(`${realm}/roles/${role}`, { headers })).text();
  const answer = await fetch(`${realm}/users/${username}/role-mappings/realm`, {
    method: 'DELETE',
    headers,
    body: `[${found}]`,
  });
  if (!answer.ok) throw new Error(`The role stays: ${answer.status}`);
}

const AGED = `for _, key in ipairs(redis.call('KEYS', 'staff-sign-in:*')) do redis.call('HSET', key, 'at', ARGV[1]) end return 1`;

/** As if everybody had signed in six minutes ago. */
export const ageSignIns = (folder: string): Promise<void> =>
  inStore(folder, AGED, String(Date.now() - 6 * 60_000));

const TAKEN = `for _, key in ipairs(redis.call('KEYS', 'log:{' .. ARGV[1] .. ':*}')) do redis.call('XDEL', key, ARGV[2] .. '-0') end return 1`;

/** What somebody does who has the run of the store, but not the clinic's keys. */
export const takeOutOfLogs = (folder: string, kind: string, entry: number): Promise<void> =>
  inStore(folder, TAKEN, kind, String(entry));

async function inStore(folder: string, script: string, ...words: string[]): Promise<void> {
  const read = (name: string) => readFile(join(folder, 'redis', name), 'utf8');
  const [, port] = (await read('running')).trim().split(' ');
  const socket = connect(Number(port), '127.0.0.1');
  const say = async (...said: string[]) => {
    const parts = said.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
    socket.write(`*${said.length}\r\n${parts.join('')}`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    if (answer.toString().startsWith('-')) throw new Error(answer.toString());
  };
  await say('AUTH', (await read('password')).trim());
  await say('EVAL', script, '0', ...words);
  socket.destroy();
}
