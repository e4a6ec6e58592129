import { describe, expect, test } from 'vitest';
import { FakeTrack } from '../media-stream.fake';
import { layersOf, oneLayer, sendLayers } from './layers';
import type { LayerWish } from './layers';

const wish = (part: Partial<LayerWish> = {}): LayerWish => ({
  captured: 360,
  watched: Infinity,
  step: 'full',
  saving: false,
  ...part,
});
/** Heights that are sent. */
const sent = (part: Partial<LayerWish>) => {
  const whole = wish(part);
  return layersOf(3, whole)
    .filter(({ active }) => active)
    .map(({ scaleResolutionDownBy }) => whole.captured / scaleResolutionDownBy);
};

describe('a picture in three layers', () => {
  test.each([
    [720, [180, 360, 720]],
    [360, [180, 360]],
    [180, [180]],
  ])('of %i lines goes out in as many sizes as browsers make of it', (captured, heights) => {
    expect(sent({ captured })).toEqual(heights);
  });

  test('is sent no larger than anybody watches it, and not at all if nobody does', () => {
    expect(sent({ captured: 720, watched: 360 })).toEqual([180, 360]);
    expect(sent({ captured: 720, watched: 100 })).toEqual([180]);
    expect(sent({ watched: 0 })).toEqual([]);
  });

  test('steps down with the line, and rests before the sound does', () => {
    expect(sent({ captured: 720, step: 'reduced' })).toEqual([180, 360]);
    expect(sent({ captured: 720, step: 'small' })).toEqual([180]);
    expect(sent({ step: 'paused' })).toEqual([]);
    const [small] = layersOf(3, wish({ step: 'small' }));
    expect(small).toMatchObject({ maxBitrate: 110_000, maxFramerate: 10 });
  });

  test('goes out in one size while data is saved', () => {
    expect(sent({ captured: 180, saving: true })).toEqual([180]);
    expect(sent({ captured: 720, saving: true })).toEqual([180]);
  });
});

describe('a picture in one layer', () => {
  test('shrinks to what is watched', () => {
    expect(oneLayer(wish({ watched: 180 })).scaleResolutionDownBy).toBe(2);
    expect(oneLayer(wish({ watched: 720 })).scaleResolutionDownBy).toBe(1);
    expect(oneLayer(wish({ watched: 0 })).active).toBe(false);
  });

  test('shrinks with the line', () => {
    expect(oneLayer(wish({ step: 'small' }))).toMatchObject({
      scaleResolutionDownBy: 2,
      maxBitrate: 110_000,
    });
  });
});

describe('a sender', () => {
  class FakeSender {
    readonly set: RTCRtpSendParameters[] = [];
    track: MediaStreamTrack | null = new FakeTrack('video').real;
    constructor(public encodings: RTCRtpEncodingParameters[]) {}
    getParameters = () => structuredClone({ encodings: this.encodings });
    setParameters = (parameters: RTCRtpSendParameters) => {
      this.set.push(parameters);
      this.encodings = parameters.encodings;
      return Promise.resolve();
    };
    get real(): RTCRtpSender {
      return this as unknown as RTCRtpSender;
    }
  }
  const sending = { watched: Infinity, step: 'full', saving: false } as const;

  test('of three layers gets each its own limits, once', async () => {
    const sender = new FakeSender([{}, {}, {}]);
    await sendLayers(sender.real, sending);
    await sendLayers(sender.real, sending);
    expect(sender.set).toHaveLength(1);
    expect(sender.encodings.map(({ active }) => active)).toEqual([true, true, false]);
  });

  test('of one layer gets one', async () => {
    const sender = new FakeSender([{}]);
    await sendLayers(sender.real, { ...sending, watched: 180 });
    expect(sender.encodings).toMatchObject([{ active: true, scaleResolutionDownBy: 2 }]);
  });

  test('with nothing to send, or that takes no limits, is left alone', async () => {
    const empty = new FakeSender([{}]);
    empty.track = null;
    await sendLayers(empty.real, sending);
    const old = new FakeSender([]);
    await sendLayers(old.real, sending);
    expect([...empty.set, ...old.set]).toEqual([]);
  });
});
