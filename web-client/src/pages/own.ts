import type { Trouble } from '../media/trouble';

/** Someone's own camera and microphone as the pages show them. */
export interface Own {
  /** Whether the group has cameras, for this person. */
  readonly seen: boolean;
  readonly picture: MediaStream | undefined;
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly level: number;
  /** The browser is asking the person right now. */
  readonly asking: boolean;
  readonly trouble: DeviceTrouble | undefined;
  readonly devices: Devices;
  setCamera(on: boolean): Promise<void>;
  setMicrophone(on: boolean): Promise<void>;
  choose(kind: DeviceKind, id: string): void;
  again(): void;
}

export type DeviceKind = 'camera' | 'microphone' | 'speaker';

export interface DeviceTrouble {
  which: 'camera' | 'microphone' | 'both';
  why: Trouble;
}

export type Devices = Readonly<Record<DeviceKind, readonly Device[]>>;

export interface Device {
  id: string;
  label: string;
  chosen: boolean;
}
