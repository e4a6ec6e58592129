// Runs in a browser, put together from the pages' own code: one sheet, in a room or on a page of its own.
import { mount } from 'svelte';
import '../src/styles/tokens.css';
import '../src/styles/font-swap.css';
import '../src/styles/base.css';
import '../src/styles/controls.css';
import '../src/styles/page.css';
import '../src/styles/tile.css';
import '../src/styles/bar.css';
import '../src/styles/room.css';
import '../src/styles/beside.css';
import { Speech } from '../src/i18n/speech.svelte';
import { forgetSheets } from '../src/worksheets/forget';
import { openSheet } from '../src/worksheets/worksheet-part';
import WorksheetDesk from './WorksheetDesk.svelte';

declare global {
  interface Window {
    /** When somebody is done with the sheet: whether the server has all of it. */
    holdfastFinish: () => Promise<boolean>;
    holdfastForget: () => Promise<void>;
  }
}

const asked = new URLSearchParams(location.search);
const speech = new Speech([asked.get('lang') ?? 'en']);
const inRoom = asked.get('in') === 'room';
if (inRoom) document.documentElement.dataset['theme'] = 'room';

const filling = await openSheet(asked.get('seat') ?? 'pSam', asked.get('sheet') ?? '', () => speech.lang);
window.holdfastFinish = () => filling.finish();
window.holdfastForget = forgetSheets;
const target = document.getElementById('app');
if (target) mount(WorksheetDesk, { target, props: { filling, speech, inRoom } });
