import type { Devices } from './own';

/** Notices that a camera, microphone or speaker went away while it could have been in use. */
export class Unplugged {
  #known = new Set<string>();

  look({ camera, microphone, speaker }: Devices): boolean {
    const now = new Set([...camera, ...microphone, ...speaker].map(({ id }) => id));
    const gone = [...this.#known].some((id) => !now.has(id));
    this.#known = now;
    return gone && now.size > 0;
  }
}
