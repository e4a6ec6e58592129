// Runs in a browser, put together from the pages' own code: the plane of a bridge, told by a server and a bridge that
// are only recorded. No packet ever comes; what is tried is what browsers make of the descriptions.
import { BridgePlane } from '../src/media/bridge/bridge-plane';
import { anotherTransport, recordedOffer, recordedSources } from '../src/media/bridge/recorded.fake';
import type { PageSignal, Source } from '../src/media/bridge/wire';
import { systemTimers } from '../src/session/timers';

export interface Trial {
  said: PageSignal[];
  /** Of the last description, however often anybody came and went. */
  sections: number;
  encodings: number;
  connections: number;
}

declare global {
  interface Window {
    holdfastTrial: () => Promise<Trial>;
  }
}

const JOINS = 50;
const AT_ONCE = 3;
const NEXT = 'next';

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** Somebody with other numbers than anybody before. */
function newcomer(n: number): [string, Source[]] {
  const endpoint = `n${String(n)}`;
  const first = 1_000 + 10 * n;
  const groups = [{ semantics: 'FID' as const, ssrcs: [first + 1, first + 2] }];
  return [
    endpoint,
    [
      { name: `${endpoint}-a0`, kind: 'audio', ssrcs: [first], groups: [] },
      { name: `${endpoint}-v0`, kind: 'camera', ssrcs: [first + 1, first + 2], groups },
    ],
  ];
}

function picture(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
  return canvas.captureStream(1).getVideoTracks()[0] as MediaStreamTrack;
}

window.holdfastTrial = async () => {
  const said: PageSignal[] = [];
  const connections: RTCPeerConnection[] = [];
  let changes = 0;
  const plane = new BridgePlane(
    {
      timers: systemTimers,
      sound: { play: () => undefined, forget: () => undefined },
      newId: () => 'x',
      newConnection: (configuration) => {
        const connection = new RTCPeerConnection(configuration);
        connections.push(connection);
        return connection;
      },
      sendSignal: (_to, signal) => said.push(signal as PageSignal),
      onChange: () => changes++,
    },
    {
      random: Math.random,
      newSsrc: () => crypto.getRandomValues(new Uint32Array(1))[0] || 1,
      // There is nobody at the other end of a recorded channel.
      openChannel: () => ({
        readyState: 0,
        send: () => undefined,
        close: () => undefined,
        onopen: null,
        onmessage: null,
        onclose: null,
      }),
    },
  );
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  const own = { audio: stream.getAudioTracks()[0], video: stream.getVideoTracks()[0] };
  const remote = () => connections.at(-1)?.currentRemoteDescription?.sdp ?? '';
  const tell = (set: Record<string, Source[]>, gone: string[]) =>
    plane.receive('bridge', { kind: 'sources', generation: recordedOffer.generation, set, gone });

  plane.setTracks(own);
  plane.receive('bridge', recordedOffer);
  await until(() => said.length === 1);

  for (let n = 0; n < JOINS; n++) {
    const [endpoint, sources] = newcomer(n);
    tell({ [endpoint]: sources }, n < AT_ONCE ? [] : [`n${String(n - AT_ONCE)}`]);
    await until(() => remote().includes(`a=ssrc:${String(sources[0]?.ssrcs[0])} `));
  }
  plane.setTracks({ ...own, screen: picture() });
  await until(() => said.length === 2);
  plane.setTracks({ ...own, screen: undefined });
  await until(() => said.length === 3);
  plane.receive('bridge', {
    kind: 'restarted',
    generation: recordedOffer.generation,
    transport: anotherTransport,
  });
  await until(() => said.length === 4);
  const before = { sections: remote().match(/^m=/gm)?.length ?? 0, count: connections.length };
  const camera = connections
    .at(-1)
    ?.getTransceivers()
    .find(({ mid }) => mid === '1')?.sender;
  const encodings = camera?.getParameters().encodings.length ?? 0;
  // All at one bridge move to another.
  plane.receive('bridge', { kind: 'reset' });
  plane.receive('bridge', { ...recordedOffer, generation: NEXT, sources: recordedSources });
  await until(() => said.length === 5);
  plane.close();
  for (const track of stream.getTracks()) track.stop();
  return { said, sections: before.sections, encodings, connections: before.count };
};
