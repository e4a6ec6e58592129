import { expect, test } from 'vitest';
import { capture } from './capture';
import { FakeDevices } from './media-stream.fake';

const both = { microphone: true, camera: true };

const names = (devices: FakeDevices) =>
  devices.asked.map((constraints) => Object.keys(constraints).join('+'));

test('both are asked for together, so that the browser asks once', async () => {
  const devices = new FakeDevices();
  const { audio, video } = await capture(devices.ask, both, {});
  expect(names(devices)).toEqual(['audio+video']);
  expect([audio?.kind, video?.kind]).toEqual(['audio', 'video']);
});

test.each([
  ['no camera', { video: 'NotFoundError' }, { cameraTrouble: 'missing' }, true],
  ['a camera that another app uses', { video: 'NotReadableError' }, { cameraTrouble: 'in-use' }, true],
  ['a microphone refused', { audio: 'NotAllowedError' }, { microphoneTrouble: 'refused' }, false],
])('with %s the other one is still there', async (_what, errors, trouble, hasAudio) => {
  const devices = new FakeDevices();
  devices.errors = errors;
  const captured = await capture(devices.ask, both, {});
  expect(captured).toMatchObject(trouble);
  expect([captured.audio !== undefined, captured.video !== undefined]).toEqual([hasAudio, !hasAudio]);
});

test('with everything refused nothing is thrown, and one can join without', async () => {
  const devices = new FakeDevices();
  devices.errors = { audio: 'NotAllowedError', video: 'NotAllowedError' };
  expect(await capture(devices.ask, both, {})).toEqual({
    microphoneTrouble: 'refused',
    cameraTrouble: 'refused',
  });
});

test('what is not wanted is not asked for', async () => {
  const devices = new FakeDevices();
  await capture(devices.ask, { microphone: true, camera: false }, {});
  expect(names(devices)).toEqual(['audio']);
});

test('a chosen device that was unplugged is replaced by any other', async () => {
  const devices = new FakeDevices();
  const { audio } = await capture(
    devices.ask,
    { microphone: true, camera: false },
    { microphone: 'mic-gone' },
  );
  expect(audio?.label).toBe('mic-1');
});
