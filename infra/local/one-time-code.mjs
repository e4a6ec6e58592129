// The six digits that an app on somebody's phone would show now (RFC 6238), for those of the demo's staff who have none.
import { createHmac } from 'node:crypto';
import { pathToFileURL } from 'node:url';

const PERIOD_S = 30;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function oneTimeCode(base32, nowMs = Date.now()) {
  const bits = [...base32].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(Math.floor(nowMs / 1000 / PERIOD_S)));
  const mac = createHmac('sha1', key).update(moment).digest();
  const number = mac.readUInt32BE(mac.at(-1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(oneTimeCode(process.argv[2] ?? ''));
}
