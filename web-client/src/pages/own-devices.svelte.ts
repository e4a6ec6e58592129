import type { Media } from '../media/media.svelte';
import type { Trouble } from '../media/trouble';
import { mayBeSeen } from './meeting';
import type { Device, DeviceKind, Devices, DeviceTrouble, Own } from './own';

/** Loudness is heard in decibels: from a quiet room to a raised voice. */
const QUIET_DB = -55;
const LOUD_DB = -12;

/** The person's own camera and microphone, as Join, Waiting and the room show them. */
export class OwnDevices implements Own {
  readonly #media: Media;
  #asking = $state(false);
  #chosen = $state.raw<Partial<Record<DeviceKind, string>>>({});

  readonly seen: boolean;

  constructor(media: Media, meeting: Parameters<typeof mayBeSeen>[0] = {}) {
    this.#media = media;
    this.seen = mayBeSeen(meeting);
  }

  get picture(): MediaStream | undefined {
    return this.#media.picture;
  }
  get camera(): boolean {
    return this.#media.camera === 'on';
  }
  get microphone(): boolean {
    return this.#media.microphone === 'on';
  }
  get level(): number {
    return heard(this.#media.level);
  }
  /** The browser is asking the person right now. */
  get asking(): boolean {
    return this.#asking;
  }
  get trouble(): DeviceTrouble | undefined {
    return troubleOf(this.#media.trouble);
  }
  get devices(): Devices {
    const { cameras, microphones, speakers } = this.#media.devices;
    return {
      camera: this.seen ? this.#mark('camera', cameras) : [],
      microphone: this.#mark('microphone', microphones),
      speaker: this.#mark('speaker', speakers),
    };
  }

  async start({ camera, microphone }: { camera: boolean; microphone: boolean }): Promise<void> {
    this.#asking = true;
    await this.#media.start({ camera: camera && this.seen, microphone });
    this.#asking = false;
  }

  again(): void {
    const { microphone, camera } = this.#media.trouble;
    void this.start({ microphone: microphone !== undefined, camera: camera !== undefined });
  }

  setCamera(on: boolean): Promise<void> {
    return this.#media.setCamera(on && this.seen);
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#media.setMicrophone(on);
  }

  choose(kind: DeviceKind, id: string): void {
    this.#chosen = { ...this.#chosen, [kind]: id };
    switch (kind) {
      case 'camera':
        return void this.#media.useCamera(id);
      case 'microphone':
        return void this.#media.useMicrophone(id);
      case 'speaker':
        return void this.#media.useSpeaker(id);
    }
  }

  #mark(kind: DeviceKind, devices: readonly { id: string; label: string }[]): Device[] {
    return devices.map((device) => ({ ...device, chosen: device.id === this.#chosen[kind] }));
  }
}

function troubleOf({
  camera,
  microphone,
}: {
  camera?: Trouble;
  microphone?: Trouble;
}): DeviceTrouble | undefined {
  if (camera && microphone) return { which: 'both', why: microphone };
  if (microphone) return { which: 'microphone', why: microphone };
  return camera && { which: 'camera', why: camera };
}

const heard = (level: number): number =>
  level <= 0 ? 0 : Math.min(1, Math.max(0, (20 * Math.log10(level) - QUIET_DB) / (LOUD_DB - QUIET_DB)));
