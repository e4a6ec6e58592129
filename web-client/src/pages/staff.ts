import { mount } from 'svelte';
import '../styles/tokens.css';
import '../styles/font-swap.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/page.css';
import '../styles/join.css';
import '../styles/tile.css';
import '../styles/bar.css';
import '../styles/room.css';
import '../styles/sheet.css';
import '../styles/staff.css';
import '../styles/console.css';
import StaffApp from './StaffApp.svelte';

const target = document.getElementById('app');
if (target) mount(StaffApp, { target });
