/** What a browser sends of one track, and within which limits. */
export class FakeSender {
  track: unknown = null;
  parameters: { encodings: Record<string, unknown>[] } = { encodings: [{}] };
  replaceTrack(track: unknown): Promise<void> {
    this.track = track;
    return Promise.resolve();
  }
  getParameters() {
    return structuredClone(this.parameters);
  }
  setParameters(parameters: typeof this.parameters): Promise<void> {
    this.parameters = parameters;
    return Promise.resolve();
  }
}
