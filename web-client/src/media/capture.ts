import { troubleOf } from './trouble';
import type { Trouble } from './trouble';

export interface Wanted {
  microphone: boolean;
  camera: boolean;
}

/** Devices that the person chose; absent means the browser's own choice. */
export interface Choice {
  microphone?: string;
  camera?: string;
  /** To save data and battery. */
  small?: boolean;
}

export interface Captured {
  audio?: MediaStreamTrack;
  video?: MediaStreamTrack;
  microphoneTrouble?: Trouble;
  cameraTrouble?: Trouble;
}

export type GetUserMedia = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

/** Faces at tile size; a bigger picture would only be scaled down again for every other person. */
export const pictureSize = (small = false): MediaTrackConstraints =>
  small
    ? { width: { ideal: 320 }, height: { ideal: 180 }, frameRate: { ideal: 10, max: 10 } }
    : { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24, max: 30 } };
const VOICE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/**
 * Microphone and camera together, so that the browser asks once; if that fails, each alone, so that a missing camera
 * takes nobody's voice. Never throws: who has neither still joins.
 */
export async function capture(ask: GetUserMedia, wanted: Wanted, choice: Choice): Promise<Captured> {
  if (wanted.microphone && wanted.camera) {
    try {
      const stream = await ask({
        audio: voice(choice.microphone),
        video: picture(choice.camera, choice.small),
      });
      return tracksOf(stream);
    } catch {
      // Which of the two it was, the error does not say.
    }
  }
  const audio = wanted.microphone ? await alone(ask, 'audio', voice, choice.microphone) : {};
  const sized = (device?: string) => picture(device, choice.small);
  const video = wanted.camera ? await alone(ask, 'video', sized, choice.camera) : {};
  return {
    ...(audio.track && { audio: audio.track }),
    ...(audio.trouble && { microphoneTrouble: audio.trouble }),
    ...(video.track && { video: video.track }),
    ...(video.trouble && { cameraTrouble: video.trouble }),
  };
}

interface Alone {
  track?: MediaStreamTrack;
  trouble?: Trouble;
}

async function alone(
  ask: GetUserMedia,
  kind: 'audio' | 'video',
  constraints: (device?: string) => MediaTrackConstraints,
  device?: string,
): Promise<Alone> {
  try {
    const track = (await ask({ [kind]: constraints(device) })).getTracks()[0];
    return track ? { track } : { trouble: 'missing' };
  } catch (error) {
    const trouble = troubleOf(error);
    // The chosen device may have been unplugged since; any other is better than none.
    return device && trouble === 'missing' ? alone(ask, kind, constraints) : { trouble };
  }
}

const voice = (device?: string): MediaTrackConstraints => ({
  ...VOICE,
  ...(device && { deviceId: { exact: device } }),
});

const picture = (device?: string, small?: boolean): MediaTrackConstraints => ({
  ...pictureSize(small),
  ...(device ? { deviceId: { exact: device } } : { facingMode: 'user' }),
});

function tracksOf(stream: MediaStream): Captured {
  const [audio] = stream.getAudioTracks();
  const [video] = stream.getVideoTracks();
  return { ...(audio && { audio }), ...(video && { video }) };
}
