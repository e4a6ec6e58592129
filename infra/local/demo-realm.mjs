// The realm file as one computer can use it: this origin, secrets of this run, and the demo's invented staff.
import { readFile } from 'node:fs/promises';

const FOLDER = new URL('../keycloak/', import.meta.url);
const ISSUED_BY = 'Holdfast demo';

/**
 * @param {{origin: string, secret: string, directorySecret: string}} of what stands as `${…}` in the realm file
 * @returns what to create, and who can sign in to it
 */
export async function demoRealm({ origin, secret, directorySecret }) {
  const values = {
    HOLDFAST_ORIGIN: origin,
    HOLDFAST_KEYCLOAK_SECRET: secret,
    HOLDFAST_KEYCLOAK_DIRECTORY_SECRET: directorySecret,
  };
  const text = await readFile(new URL('holdfast-realm.json', FOLDER), 'utf8');
  const realm = JSON.parse(text.replace(/\$\{(\w+)\}/g, (_, name) => values[name]));
  const { organizations, staff } = JSON.parse(await readFile(new URL('demo-staff.json', FOLDER), 'utf8'));
  return {
    // Without https, which one computer does not need for itself.
    realm: { ...realm, sslRequired: 'external', organizations, users: [...realm.users, ...staff.map(user)] },
    staff: staff.map(({ id, firstName, lastName, roles, password, code }) => ({
      name: `${firstName} ${lastName}`,
      username: id,
      roles,
      password,
      code,
      otpauth: `otpauth://totp/${encodeURIComponent(`${ISSUED_BY}:${id}`)}?secret=${code}&issuer=${encodeURIComponent(ISSUED_BY)}`,
    })),
  };
}

function user({ id, firstName, lastName, roles, password, code }) {
  return {
    id,
    username: id,
    enabled: true,
    email: `${id}@tidewater.example`,
    emailVerified: true,
    firstName,
    lastName,
    realmRoles: roles,
    credentials: [{ type: 'password', value: password, temporary: false }, oneTime(code)],
  };
}

function oneTime(code) {
  return {
    type: 'otp',
    userLabel: 'Demo',
    secretData: JSON.stringify({ value: code }),
    credentialData: JSON.stringify({
      subType: 'totp',
      digits: 6,
      counter: 0,
      period: 30,
      algorithm: 'HmacSHA1',
      secretEncoding: 'BASE32',
    }),
  };
}
