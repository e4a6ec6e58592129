// Runs in every page before its own scripts: keeps the peer connections in reach of the tests, and pictures as small as
// the test says, so that two cores carry everybody.
(() => {
  const peers = [];
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration) {
      super(configuration);
      peers.push(this);
    }
  };

  const devices = navigator.mediaDevices;
  const ask = devices?.getUserMedia.bind(devices);
  if (ask) {
    devices.getUserMedia = ({ video, ...others }) => {
      const wanted = typeof video === 'object' ? video : {};
      const small = { ...wanted, ...window.holdfastPicture };
      return ask({ ...others, video: video ? small : false });
    };
  }

  const open = () => peers.filter((peer) => peer.connectionState !== 'closed');

  async function streams(type, kind) {
    const reports = await Promise.all(open().map((peer) => peer.getStats()));
    return reports
      .flatMap((report) => [...report.values()])
      .filter((stats) => stats.type === type && stats.kind === kind)
      .map(({ ssrc, totalAudioEnergy, totalSamplesDuration, framesDecoded, packetsReceived }) => ({
        ssrc,
        energy: totalAudioEnergy ?? 0,
        seconds: totalSamplesDuration ?? 0,
        frames: framesDecoded ?? 0,
        packets: packetsReceived ?? 0,
      }));
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
    return [...document.querySelectorAll('li video, figure video')]
      .filter((video) => video.srcObject?.getVideoTracks().some((track) => remote.has(track.id)))
      .map((video) => [
        video.closest('[aria-label]')?.getAttribute('aria-label') ?? '?',
        video.getVideoPlaybackQuality().totalVideoFrames,
      ]);
  }

  /** As a page that was tampered with: it sends from a device of its own choice, whatever was decided. */
  async function insist(kind) {
    const [track] = (await ask({ [kind]: true })).getTracks();
    for (const peer of open()) {
      const own = peer.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);
      await own?.sender.replaceTrack(track);
    }
  }

  /** What goes out of here, whoever gets it. */
  async function sending(kind) {
    const reports = await Promise.all(open().map((peer) => peer.getStats()));
    const all = reports.flatMap((report) => [...report.values()]).filter((stats) => stats.kind === kind);
    const sum = (type, figure) =>
      all.filter((stats) => stats.type === type).reduce((total, stats) => total + (stats[figure] ?? 0), 0);
    return { energy: sum('media-source', 'totalAudioEnergy'), bytes: sum('outbound-rtp', 'bytesSent') };
  }

  window.holdfastTest = {
    ...{ streams, deafElements, paths, losePaths, call, microphones, hide },
    ...{ pictures, insist, sending },
  };
})();
