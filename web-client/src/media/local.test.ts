import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settled } from './peer-connection.fake';
import { LocalMedia } from './local';
import { FakeDevices, FakeStream } from './media-stream.fake';

let devices: FakeDevices;
let local: LocalMedia;

beforeEach(() => {
  vi.stubGlobal('MediaStream', FakeStream);
  devices = new FakeDevices();
  local = new LocalMedia(devices.ask, () => ({ userAgent: '', secure: true, hasDevices: true }));
});
afterEach(() => vi.unstubAllGlobals());

const start = () => local.start({ microphone: true, camera: true });

test('a page that is not secure says so, without asking', async () => {
  local = new LocalMedia(devices.ask, () => ({ userAgent: '', secure: false, hasDevices: false }));
  await start();
  expect(local.trouble).toEqual({ microphone: 'insecure', camera: 'insecure' });
  expect([local.microphone, local.camera]).toEqual(['absent', 'absent']);
  expect(devices.asked).toEqual([]);
});

describe('the microphone', () => {
  test('is silenced, but never stopped: phones would lose the sound of the page', async () => {
    await start();
    await local.setMicrophone(false);
    expect(devices.last('audio')).toMatchObject({ enabled: false, readyState: 'live' });
    await local.setMicrophone(true);
    expect(local.microphone).toBe('on');
    expect(devices.asked).toHaveLength(1);
  });

  test('held by a facilitator stays off, and being allowed again does not switch it on', async () => {
    await start();
    local.hold({ microphone: true, camera: false });
    await local.setMicrophone(true);
    expect(local.microphone).toBe('off');
    await local.setMicrophone(false);
    local.hold({ microphone: false, camera: false });
    expect(local.microphone).toBe('off');
    await local.setMicrophone(true);
    expect(local.microphone).toBe('on');
  });

  test('unplugged is replaced by another, as silent as it was', async () => {
    await start();
    await local.setMicrophone(false);
    devices.present.audio = ['mic-2'];
    devices.last('audio').happens('ended');
    await settled();
    expect(local.audio?.label).toBe('mic-2');
    expect(local.microphone).toBe('off');
  });

  test('unplugged with no other is missing', async () => {
    await start();
    devices.present.audio = [];
    devices.last('audio').happens('ended');
    await settled();
    expect(local.microphone).toBe('absent');
    expect(local.trouble).toEqual({ microphone: 'missing' });
  });

  test('can be another one', async () => {
    await start();
    devices.present.audio.push('mic-2');
    await local.useMicrophone('mic-2');
    expect(local.audio?.label).toBe('mic-2');
    expect(devices.given[0]?.readyState).toBe('ended');
  });
});

describe('the camera', () => {
  test('is stopped, so that its light goes out, and asked for again', async () => {
    await start();
    await local.setCamera(false);
    expect(devices.last('video').readyState).toBe('ended');
    expect([local.camera, local.picture]).toEqual(['off', undefined]);
    await local.setCamera(true);
    expect(local.camera).toBe('on');
    expect(devices.last('video').readyState).toBe('live');
  });

  test('tapped off while it was still starting ends up off', async () => {
    const starting = local.setCamera(true);
    const stopping = local.setCamera(false);
    await Promise.all([starting, stopping]);
    expect(local.camera).toBe('off');
    expect(devices.last('video').readyState).toBe('ended');
  });

  test('stopped by a facilitator does not start until allowed', async () => {
    await start();
    local.hold({ microphone: false, camera: true });
    await settled();
    expect(local.camera).toBe('off');
    await local.setCamera(true);
    expect(local.camera).toBe('off');
    local.hold({ microphone: false, camera: false });
    await settled();
    expect(local.camera).toBe('off');
    await local.setCamera(true);
    expect(local.camera).toBe('on');
  });

  test('gives small pictures while data is saved, also when started later', async () => {
    await start();
    await local.setSmall(true);
    expect(devices.last('video').constraints).toMatchObject({ width: { ideal: 320 } });
    await local.setCamera(false);
    await local.setCamera(true);
    expect(devices.asked.at(-1)?.video).toMatchObject({ width: { ideal: 320 } });
  });
});

test('after a call new tracks take the place of the dead ones', async () => {
  await start();
  const before = [local.audio, local.video];
  await local.renew();
  expect(local.audio).not.toBe(before[0]);
  expect(local.video).not.toBe(before[1]);
  expect(before.map((track) => track?.readyState)).toEqual(['ended', 'ended']);
});

test('every change is told', async () => {
  const told: string[] = [];
  local.onChange(({ microphone, camera }) => told.push(`${microphone} ${camera}`));
  await start();
  await local.setMicrophone(false);
  await local.setCamera(false);
  local.stop();
  await settled();
  expect(told).toEqual(['on on', 'off on', 'off off', 'off off']);
  expect(devices.given.every(({ readyState }) => readyState === 'ended')).toBe(true);
});
