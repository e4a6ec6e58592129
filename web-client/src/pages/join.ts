import { mount } from 'svelte';
import '../styles/tokens.css';
import '../styles/font-optional.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/page.css';
import JoinApp from './JoinApp.svelte';

const target = document.getElementById('app');
if (target) mount(JoinApp, { target });
