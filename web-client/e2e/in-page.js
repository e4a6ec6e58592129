// Runs in every page before its own scripts: keeps the peer connections in reach of the tests, and pictures as small as
// the test says, so that two cores carry everybody.
(() => {
  const peers = [];
  /** Figures of eleven others take a while to gather: as old as this they do for a page that spares. */
  const OLD_MS = 5_000;
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration) {
      super(configuration);
      peers.push(this);
    }

    #asked = -Infinity;
    #report;

    /** What the page itself asks for. */
    getStats() {
      if (!window.holdfastSpares) return super.getStats();
      if (performance.now() - this.#asked > OLD_MS) {
        this.#asked = performance.now();
        this.#report = super.getStats();
      }
      return this.#report;
    }

    statsNow() {
      return super.getStats();
    }

    setRemoteDescription(description) {
      return super.setRemoteDescription(window.holdfastSpares ? inFewerPackets(description) : description);
    }
  };

  /** As the other end would say that it takes sound in pieces of 60 ms instead of 20, and none of silence. */
  const inFewerPackets = ({ type, sdp }) => ({
    type,
    sdp: sdp
      .replace(/(^m=audio [^]*?)(?=^m=|(?![^]))/gm, '$1a=ptime:60\r\n')
      .replaceAll('useinbandfec=1', 'useinbandfec=1;usedtx=1'),
  });

  /**
   * A microphone of the page's own that beeps now and then, as people speak one at a time: the browser's fake one hands
   * over a hundred small pieces in a second, whether or not there is something to be heard.
   */
  function beeping() {
    const [RATE, PIECE_MS, EVERY] = [48_000, 60, 40];
    const frames = (RATE * PIECE_MS) / 1_000;
    const tone = Float32Array.from(
      { length: frames },
      (_, n) => 0.6 * Math.sin((2 * Math.PI * 400 * n) / RATE),
    );
    const silence = new Float32Array(frames);
    const track = new MediaStreamTrackGenerator({ kind: 'audio' });
    const writer = track.writable.getWriter();
    const begun = performance.now();
    let pieces = 0;
    const timer = setInterval(() => {
      if (track.readyState === 'ended') return clearInterval(timer);
      for (; pieces * PIECE_MS < performance.now() - begun; pieces++) {
        const data = pieces % EVERY === 0 ? tone : silence;
        const shape = { format: 'f32', sampleRate: RATE, numberOfFrames: frames, numberOfChannels: 1 };
        void writer.write(new AudioData({ ...shape, timestamp: pieces * PIECE_MS * 1_000, data }));
      }
    }, PIECE_MS);
    return track;
  }

  const devices = navigator.mediaDevices;
  const ask = devices?.getUserMedia.bind(devices);
  if (ask) {
    // A beep that comes from no room has no echo in it, and to look for one in twelve of them takes half a core.
    const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    devices.getUserMedia = async ({ video, audio }) => {
      const wanted = typeof video === 'object' ? video : {};
      const small = { ...wanted, ...window.holdfastPicture };
      if (audio && window.holdfastSpares) {
        return new MediaStream([beeping(), ...(video ? (await ask({ video: small })).getTracks() : [])]);
      }
      const sound = typeof audio === 'object' ? { ...audio, ...plain } : plain;
      return ask({ audio: audio ? sound : false, video: video ? small : false });
    };
  }

  const open = () => peers.filter((peer) => peer.connectionState !== 'closed');

  async function streams(type, kind) {
    const reports = await Promise.all(open().map((peer) => peer.statsNow()));
    return reports
      .flatMap((report) => [...report.values()])
      .filter((stats) => stats.type === type && stats.kind === kind)
      .map(
        ({ ssrc, totalAudioEnergy, totalSamplesDuration, framesDecoded, packetsReceived, frameHeight }) => ({
          ssrc,
          height: frameHeight ?? 0,
          energy: totalAudioEnergy ?? 0,
          seconds: totalSamplesDuration ?? 0,
          frames: framesDecoded ?? 0,
          packets: packetsReceived ?? 0,
        }),
      );
  }

  /** Elements that play someone else's sound, and what would keep a person from hearing it. */
  function deafElements() {
    const remote = new Set(
      open().flatMap((peer) => peer.getReceivers().map((receiver) => receiver.track.id)),
    );
    return [...document.querySelectorAll('audio, video')]
      .filter((element) => element.srcObject?.getAudioTracks().some((track) => remote.has(track.id)))
      .filter((element) => element.muted || element.paused || element.volume === 0)
      .map((element) => element.outerHTML);
  }

  /** What the path of each line is known by; another path has another name. */
  function paths() {
    return open().map((peer) => /a=ice-ufrag:(\S+)/.exec(peer.currentLocalDescription?.sdp ?? '')?.[1] ?? '');
  }

  /** As when a phone changes from one network to another. */
  function losePaths() {
    open().forEach((peer) => peer.restartIce());
  }

  // What phones with Safari have and Chromium has not: it says that a call took the microphone.
  const audioSession = Object.assign(new EventTarget(), { type: 'auto', state: 'active' });
  Object.defineProperty(navigator, 'audioSession', { value: audioSession });

  function call(goesOn) {
    audioSession.state = goesOn ? 'interrupted' : 'active';
    audioSession.dispatchEvent(new Event('statechange'));
  }

  /** The browser's word that a path was found, on a computer where nothing ever comes over it. */
  function stand() {
    for (const peer of open()) {
      Object.defineProperty(peer, 'connectionState', { value: 'connected', configurable: true });
      peer.dispatchEvent(new Event('connectionstatechange'));
    }
  }

  /** Names of the microphones whose sound goes out on any line. */
  function microphones() {
    const tracks = open().flatMap((peer) => peer.getSenders().flatMap(({ track }) => track ?? []));
    return [...new Set(tracks.filter(({ kind }) => kind === 'audio').map(({ label }) => label))];
  }

  /** As the lock screen does: nobody sees the page. */
  function hide(hidden) {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    Object.defineProperty(document, 'visibilityState', {
      value: hidden ? 'hidden' : 'visible',
      configurable: true,
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }

  /** Frames of each picture of others that is shown, by the name of its tile. */
  function pictures() {
    const remote = new Set(
      open().flatMap((peer) => peer.getReceivers().map((receiver) => receiver.track.id)),
    );
    return [...document.querySelectorAll('video')]
      .filter((video) => video.srcObject?.getVideoTracks().some((track) => remote.has(track.id)))
      .map((video) => [
        video.closest('[aria-label]')?.getAttribute('aria-label') ?? '?',
        // Firefox counts those of a live picture under a name of its own only.
        video.mozPaintedFrames ?? video.getVideoPlaybackQuality().totalVideoFrames,
      ]);
  }

  /** As a page that was tampered with: it sends from a device of its own choice, whatever was decided. */
  async function insist(kind) {
    const [track] = (await ask({ [kind]: true })).getTracks();
    for (const peer of open()) {
      const own = peer.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);
      if (!own) continue;
      const { sender } = own;
      await sender.replaceTrack(track);
      const parameters = sender.getParameters();
      for (const encoding of parameters.encodings) encoding.active = true;
      await sender.setParameters(parameters);
      // From now on the page itself has no say in it.
      sender.setParameters = () => Promise.resolve();
      sender.replaceTrack = () => Promise.resolve();
    }
  }

  async function sums(kind, type, figures) {
    const reports = await Promise.all(open().map((peer) => peer.statsNow()));
    const all = reports.flatMap((report) => [...report.values()]);
    const those = all.filter((stats) => stats.kind === kind && stats.type === type);
    return figures.map((figure) => those.reduce((total, stats) => total + (stats[figure] ?? 0), 0));
  }

  /** What goes out of here, whoever gets it. */
  async function sending(kind) {
    const [energy] = await sums(kind, 'media-source', ['totalAudioEnergy']);
    const [bytes] = await sums(kind, 'outbound-rtp', ['bytesSent']);
    return { energy, bytes };
  }

  /** Frames sent of each size of the own camera's picture. */
  async function layers() {
    const own = open()[0]
      ?.getTransceivers()
      .find(({ receiver }) => receiver.track.kind === 'video');
    const report = await own?.sender.getStats();
    return [...(report?.values() ?? [])]
      .filter(({ type }) => type === 'outbound-rtp')
      .map(({ framesSent }) => framesSent ?? 0);
  }

  /** What has come from everybody together. */
  async function come(kind) {
    const figures = ['bytesReceived', 'framesDecoded', 'totalSamplesReceived', 'concealedSamples'];
    const [bytes, frames, samples, concealed] = await sums(kind, 'inbound-rtp', figures);
    return { bytes, frames, samples, concealed };
  }

  /** Whether the path in use goes over a relay, and how the relay is reached. */
  async function route() {
    const reports = await Promise.all(open().map((peer) => peer.statsNow()));
    return reports.flatMap((report) =>
      [...report.values()]
        .filter((stats) => stats.type === 'transport' && stats.selectedCandidatePairId)
        .map((transport) => {
          const local = report.get(report.get(transport.selectedCandidatePairId).localCandidateId);
          return [local.candidateType, local.relayProtocol ?? local.protocol].join('/');
        }),
    );
  }

  /** The servers that this page was given to find its way with. */
  const servers = () => open().flatMap((peer) => peer.getConfiguration().iceServers ?? []);

  /** How many ways over that server are found with that pass; the server says who may. */
  async function waysOver(server) {
    const peer = new Original({ iceServers: [server], iceTransportPolicy: 'relay' });
    let ways = 0;
    peer.addEventListener('icecandidate', ({ candidate }) => (ways += candidate?.type === 'relay' ? 1 : 0));
    peer.addTransceiver('audio');
    await peer.setLocalDescription();
    while (peer.iceGatheringState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 50));
    peer.close();
    return ways;
  }

  /** When the first picture of somebody else was shown, in milliseconds since this page was asked for. */
  async function firstPicture() {
    while (!pictures().some(([, frames]) => frames > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now();
  }

  /**
   * How long nobody at all was heard, in milliseconds, while this page's connection ends and another takes its place: from
   * the last sound that came over the one to the first that can be heard over the other.
   */
  async function soundReturns() {
    const ending = open();
    let packets = 0;
    for (let last = performance.now(); ;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const isAnother = open().some((peer) => !ending.includes(peer));
      const [come, energy] = await sums('audio', 'inbound-rtp', ['packetsReceived', 'totalAudioEnergy']);
      if (isAnother) {
        if (energy > 0.001) return performance.now() - last;
      } else if (come > packets) {
        last = performance.now();
        packets = come;
      }
    }
  }

  window.holdfastTest = {
    ...{ streams, deafElements, paths, losePaths, stand, call, microphones, hide },
    ...{ pictures, insist, sending, layers, come, route, servers, waysOver, firstPicture, soundReturns },
  };
})();
