import { expect, it } from 'vitest';
import type { Devices } from './own';
import { Unplugged } from './unplugged';

const devices = (...ids: string[]): Devices => ({
  camera: [],
  microphone: ids.map((id) => ({ id, label: id, chosen: false })),
  speaker: [],
});

it('a device that goes is noticed once, one that comes is not', () => {
  const unplugged = new Unplugged();
  const looks = [
    devices('built-in'),
    devices('built-in', 'headset'),
    devices('built-in'),
    devices('built-in'),
  ];
  expect(looks.map((each) => unplugged.look(each))).toEqual([false, false, true, false]);
});

it('a browser that hides its devices took none away', () => {
  const unplugged = new Unplugged();
  unplugged.look(devices('built-in'));
  expect(unplugged.look(devices())).toBe(false);
});
