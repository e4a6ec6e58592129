/** What the bridge says over its channel, as far as this page acts on it. */
export type BridgeWord =
  | { kind: 'speaker'; endpoint: string }
  | { kind: 'forwarded'; sources: string[] }
  /** Nobody watches this source any larger. */
  | { kind: 'watched'; source: string; maxHeight: number }
  | { kind: 'bandwidth'; downlinkBps: number }
  | { kind: 'connectivity'; endpoint: string; active: boolean };

type Fields = Record<string, unknown>;

export function readBridgeWord(data: unknown): BridgeWord | undefined {
  const fields = parse(data);
  switch (fields['colibriClass']) {
    case 'DominantSpeakerEndpointChangeEvent': {
      const endpoint = fields['dominantSpeakerEndpoint'];
      // With nobody speaking for a while it names the last one, who is silent.
      return typeof endpoint === 'string' && fields['silence'] !== true
        ? { kind: 'speaker', endpoint }
        : undefined;
    }
    case 'ForwardedSources': {
      const sources = fields['forwardedSources'];
      return Array.isArray(sources)
        ? { kind: 'forwarded', sources: sources.filter((name) => typeof name === 'string') }
        : undefined;
    }
    case 'SenderSourceConstraints': {
      const { sourceName: source, maxHeight } = fields;
      if (typeof source !== 'string' || typeof maxHeight !== 'number') return undefined;
      return { kind: 'watched', source, maxHeight: maxHeight < 0 ? Infinity : maxHeight };
    }
    case 'ConnectionStats': {
      const downlinkBps = fields['estimatedDownlinkBandwidth'];
      return typeof downlinkBps === 'number' ? { kind: 'bandwidth', downlinkBps } : undefined;
    }
    case 'EndpointConnectivityStatusChangeEvent': {
      const { endpoint, active } = fields;
      // The bridge says it as a word.
      return typeof endpoint === 'string'
        ? { kind: 'connectivity', endpoint, active: String(active) === 'true' }
        : undefined;
    }
    default:
      return undefined;
  }
}

function parse(data: unknown): Fields {
  try {
    const value: unknown = JSON.parse(String(data));
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

/** What kind of picture a source is just now: the bridge keeps a screen sharp, and a camera in motion. */
export const pictureIs = (sourceName: string, videoType: 'camera' | 'desktop' | 'none') => ({
  colibriClass: 'SourceVideoTypeMessage',
  sourceName,
  videoType,
});
