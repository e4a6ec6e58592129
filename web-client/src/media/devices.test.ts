import { expect, test, vi } from 'vitest';
import { isIos, listDevices, watchDevices } from './devices';
import type { DeviceList } from './devices';

class FakeMediaDevices extends EventTarget {
  plugged: { kind: string; deviceId: string; label: string }[] = [
    { kind: 'audioinput', deviceId: 'm1', label: 'Built-in' },
    { kind: 'videoinput', deviceId: 'c1', label: 'Front' },
    { kind: 'audiooutput', deviceId: 's1', label: 'Loudspeaker' },
  ];
  enumerateDevices = () => Promise.resolve(this.plugged);
  get real(): MediaDevices {
    return this as unknown as MediaDevices;
  }
}

test('devices are listed by what they do', async () => {
  expect(await listDevices(new FakeMediaDevices().real, true)).toEqual({
    microphones: [{ id: 'm1', label: 'Built-in' }],
    cameras: [{ id: 'c1', label: 'Front' }],
    speakers: [{ id: 's1', label: 'Loudspeaker' }],
  });
});

test('no speaker is offered where choosing one changes nothing', async () => {
  expect((await listDevices(new FakeMediaDevices().real, false)).speakers).toEqual([]);
});

test('before anything is allowed there is nothing to choose from', async () => {
  const devices = new FakeMediaDevices();
  devices.plugged = [{ kind: 'audioinput', deviceId: '', label: '' }];
  expect((await listDevices(devices.real, true)).microphones).toEqual([]);
});

test('what is plugged in later is told, until nobody asks any more', async () => {
  vi.stubGlobal('HTMLMediaElement', vi.fn());
  const devices = new FakeMediaDevices();
  const lists: DeviceList[] = [];
  const stop = watchDevices(devices.real, (list) => lists.push(list));
  await vi.waitFor(() => expect(lists).toHaveLength(1));
  devices.plugged.push({ kind: 'audioinput', deviceId: 'm2', label: 'Headset' });
  devices.dispatchEvent(new Event('devicechange'));
  await vi.waitFor(() => expect(lists.at(-1)?.microphones).toHaveLength(2));
  stop();
  devices.dispatchEvent(new Event('devicechange'));
  await Promise.resolve();
  expect(lists).toHaveLength(2);
  vi.unstubAllGlobals();
});

test.each([
  ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 5, true],
  ['an iPad, which calls itself a Macintosh', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5, true],
  ['a Macintosh', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0, false],
  ['an Android phone', 'Mozilla/5.0 (Linux; Android 14; Pixel 7)', 5, false],
])('%s', (_what, userAgent, touchPoints, ios) => {
  expect(isIos(userAgent, touchPoints)).toBe(ios);
});
