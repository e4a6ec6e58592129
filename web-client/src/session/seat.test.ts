import { expect, test } from 'vitest';
import { socketAddress } from './seat';

const seat = { session: 'evening', seat: 'pSam', language: 'es' };

test.each([
  [
    'https://group.example.org/join?seat=pSam',
    'wss://group.example.org/ws/sessions/evening?seat=pSam&lang=es',
  ],
  ['http://127.0.0.1:8080/join', 'ws://127.0.0.1:8080/ws/sessions/evening?seat=pSam&lang=es'],
])('from %s the line goes to %s', (page, address) => {
  expect(socketAddress(page, seat)).toBe(address);
});
