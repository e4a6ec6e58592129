import { expect, test } from 'vitest';
import { readBridgeWord } from './words';

/** Said by a real bridge. */
test.each([
  [
    '{"colibriClass":"DominantSpeakerEndpointChangeEvent","dominantSpeakerEndpoint":"e1","previousSpeakers":[],"silence":false}',
    { kind: 'speaker', endpoint: 'e1' },
  ],
  [
    '{"colibriClass":"ForwardedSources","forwardedSources":["e2-v0"]}',
    { kind: 'forwarded', sources: ['e2-v0'] },
  ],
  [
    '{"colibriClass":"SenderSourceConstraints", "sourceName":"e1-v0", "maxHeight":180}',
    { kind: 'watched', source: 'e1-v0', maxHeight: 180 },
  ],
  [
    '{"colibriClass":"SenderSourceConstraints", "sourceName":"e1-v0", "maxHeight":-1}',
    { kind: 'watched', source: 'e1-v0', maxHeight: Infinity },
  ],
  [
    '{"colibriClass":"ConnectionStats","estimatedDownlinkBandwidth":14123175}',
    { kind: 'bandwidth', downlinkBps: 14123175 },
  ],
  [
    '{"colibriClass":"EndpointConnectivityStatusChangeEvent","endpoint":"e2","active":"false"}',
    { kind: 'connectivity', endpoint: 'e2', active: false },
  ],
])('%s is understood', (said, word) => {
  expect(readBridgeWord(said)).toEqual(word);
});

test.each([
  '{"colibriClass":"ServerHello"}',
  '{"colibriClass":"DominantSpeakerEndpointChangeEvent","dominantSpeakerEndpoint":"e1","silence":true}',
  '{"colibriClass":"ForwardedSources","forwardedSources":"all"}',
  '{"colibriClass":"SenderSourceConstraints","sourceName":7,"maxHeight":180}',
  '[]',
  'null',
  '{"colibri',
])('%s asks for nothing', (said) => {
  expect(readBridgeWord(said)).toBeUndefined();
});
