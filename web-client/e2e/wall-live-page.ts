// Runs in a browser, under the address of a demo and put together from the pages' own code: one person's seat with its
// real line, and the walls that the server shows to it. No sound and no pictures, so that six of them fit on a computer.
import { mount } from 'svelte';
import '../src/styles/tokens.css';
import '../src/styles/base.css';
import '../src/styles/controls.css';
import '../src/styles/page.css';
import '../src/styles/sheet.css';
import '../src/styles/worksheet.css';
import { Speech } from '../src/i18n/speech.svelte';
import { exchange } from '../src/session/api';
import type { Socket } from '../src/session/connection';
import { socketAddress } from '../src/session/seat';
import { Session } from '../src/session/session.svelte';
import WallLive from './WallLive.svelte';

/** What a test does with a page that people could not: read its frames, and keep it behind. */
export interface Live {
  session: Session;
  seat: string;
  /** Every text that came, in order. */
  frames: string[];
  /** Each frame is taken this much later; they stay in order. */
  behindMs: number;
  /** How many came and were not taken yet: what the page shows is as much behind. */
  waiting: number;
  /** Cuts the line; the page makes another one by itself. */
  drop: () => void;
}

declare global {
  interface Window {
    holdfastLive: Live;
  }
}

/** A socket whose frames are kept, and come when the test wants them to. */
function open(live: Live, address: string): Socket {
  const socket = new WebSocket(address);
  const line: Socket = {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
    onmessage: null,
    onclose: null,
  };
  let due = 0;
  live.drop = () => socket.close();
  socket.onmessage = ({ data }) => {
    live.frames.push(String(data));
    due = Math.max(due, Date.now() + live.behindMs);
    live.waiting++;
    setTimeout(() => {
      live.waiting--;
      line.onmessage?.({ data: data as unknown });
    }, due - Date.now());
  };
  socket.onclose = ({ code }) => line.onclose?.({ code });
  return line;
}

const asked = new URLSearchParams(location.search);
const { seat } = await exchange(location.hash.slice(1));
const place = { session: asked.get('session') ?? '', seat, language: 'en' };
const live = { seat, frames: [], behindMs: 0, waiting: 0 } as unknown as Live;
live.session = new Session(place, () => open(live, socketAddress(location.href, place)));
window.holdfastLive = live;
live.session.start();
const target = document.getElementById('app');
if (target) mount(WallLive, { target, props: { session: live.session, speech: new Speech(['en']) } });
