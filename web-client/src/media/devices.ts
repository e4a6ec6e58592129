export interface DeviceList {
  microphones: Device[];
  cameras: Device[];
  /** Empty where the browser, or the phone, chooses where sound comes out. */
  speakers: Device[];
}

export interface Device {
  id: string;
  /** Empty until the person has allowed the microphone or the camera once. */
  label: string;
}

export async function listDevices(devices: MediaDevices, canChooseSpeaker: boolean): Promise<DeviceList> {
  const all = await devices.enumerateDevices();
  const of = (kind: MediaDeviceKind) =>
    all
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return {
    microphones: of('audioinput'),
    cameras: of('videoinput'),
    speakers: canChooseSpeaker ? of('audiooutput') : [],
  };
}

/** Tells the list now and whenever something is plugged in or out. */
export function watchDevices(devices: MediaDevices, tell: (list: DeviceList) => void): () => void {
  // Without a list there is nothing to choose from, and the browser's own choice stands.
  const look = () => void listDevices(devices, canChooseSpeaker()).then(tell, () => undefined);
  look();
  devices.addEventListener('devicechange', look);
  return () => devices.removeEventListener('devicechange', look);
}

/** iPadOS calls itself a Macintosh, but no Macintosh has a screen to touch. */
export const isIos = (userAgent: string, touchPoints: number): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1);

/** iOS 26 has the method, but it changes nothing for the sound of a call. */
export const canChooseSpeaker = (): boolean =>
  'setSinkId' in HTMLMediaElement.prototype && !isIos(navigator.userAgent, navigator.maxTouchPoints);
