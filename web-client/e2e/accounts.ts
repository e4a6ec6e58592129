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

/**
 * A code counts once, but the one after it counts as well; so does the one before, for whoever types slowly. Who signs in
 * three times within a code's time waits as people do.
 */
export async function typeCode(page: Page, accounts: Accounts, username: string): Promise<void> {
  const period = Math.max(Math.floor(Date.now() / PERIOD_MS), (used.get(username) ?? 0) + 1);
  used.set(username, period);
  const countsFromMs = (period - 1) * PERIOD_MS;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, countsFromMs - Date.now())));
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
  const found = await admin(accounts, 'GET', `roles/${role}`);
  await admin(accounts, 'DELETE', `users/${username}/role-mappings/realm`, `[${found}]`);
}

/** Asked of them when they sign in the next time. */
export async function askToSetUp(accounts: Accounts, username: string, what: string): Promise<void> {
  const user = JSON.parse(await admin(accounts, 'GET', `users/${username}`)) as object;
  await admin(accounts, 'PUT', `users/${username}`, JSON.stringify({ ...user, requiredActions: [what] }));
}

async function admin(accounts: Accounts, method: string, path: string, json?: string): Promise<string> {
  const body = new URLSearchParams({ client_id: 'admin-cli', grant_type: 'password', ...accounts.admin });
  const signedIn = await fetch(`${accounts.url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body,
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const answer = await fetch(`${accounts.url}/admin/realms/holdfast/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(json === undefined ? {} : { body: json }),
  });
  if (!answer.ok) throw new Error(`Keycloak does not ${method} ${path}: ${String(answer.status)}`);
  return answer.text();
}

/** A computer that keeps passkeys, whose owner shows their finger whenever it is asked for. */
export async function hasPasskeys(page: Page): Promise<void> {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('WebAuthn.enable', { enableUI: false });
  await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** With the secret that the page shows to whoever cannot scan it. */
export async function typeNewCode(page: Page): Promise<void> {
  const shown = await page.locator('#kc-totp-secret-key').innerText();
  await page.getByLabel('Code').fill(code(shown.replaceAll(' ', '')));
  await page.getByLabel('Name of the phone').fill('Work phone');
  await page.getByRole('button', { name: 'Save' }).click();
}

/** As if Keycloak's computer had stopped: its lines stay open, and nobody answers. */
export const standStill = (accounts: Accounts): Promise<void> => signal(accounts.pid, 'SIGSTOP');

export const goOn = (accounts: Accounts): Promise<void> => signal(accounts.pid, 'SIGCONT');

async function signal(pid: number, name: NodeJS.Signals): Promise<void> {
  const children = await readFile(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
  for (const child of children.trim().split(' ').filter(Boolean)) await signal(Number(child), name);
  process.kill(pid, name);
}

const SET = `for _, key in ipairs(redis.call('KEYS', 'staff-sign-in:*')) do redis.call('HSET', key, ARGV[1], ARGV[2]) end return 1`;

/**
 * When all who are signed in last showed who they are, began, or did something.
 * @param at in milliseconds
 */
export const setSignIns = (folder: string, what: 'at' | 'began' | 'active', at: number): Promise<void> =>
  inStore(folder, SET, what, String(at));

/** As if everybody had signed in six minutes ago. */
export const ageSignIns = (folder: string): Promise<void> =>
  setSignIns(folder, 'at', Date.now() - 6 * 60_000);

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
