// Runs in a browser, put together from the pages' own code: the wall of one worksheet, with a board that is kept here.
import { mount } from 'svelte';
import '../src/styles/tokens.css';
import '../src/styles/font-swap.css';
import '../src/styles/base.css';
import '../src/styles/controls.css';
import '../src/styles/page.css';
import '../src/styles/sheet.css';
import '../src/styles/tile.css';
import '../src/styles/bar.css';
import '../src/styles/room.css';
import '../src/styles/beside.css';
import '../src/styles/worksheet.css';
import { Speech } from '../src/i18n/speech.svelte';
import WallDesk from './WallDesk.svelte';
import { Shown } from './shown-wall.svelte';

declare global {
  interface Window {
    /** What others do meanwhile, and how quickly the server answers. */
    holdfastWall: Shown;
  }
}

const asked = new URLSearchParams(location.search);
const speech = new Speech([asked.get('lang') ?? 'en']);
const place = asked.get('in') ?? 'room';
if (place === 'room') document.documentElement.dataset['theme'] = 'room';
if (asked.has('rtl')) document.documentElement.dir = 'rtl';

const shown = new Shown(asked.get('wall') ?? 'drawn', speech.lang, asked.has('staff'));
window.holdfastWall = shown;
const target = document.getElementById('app');
if (target) mount(WallDesk, { target, props: { shown, speech, place } });
