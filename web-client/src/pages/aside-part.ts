/** What a participant's page loads where there is no meeting to join: their own pages, one that is over. */
export { default as Aside } from './Aside.svelte';
import '../styles/after.css';
import '../styles/sheet.css';
import '../styles/mine.css';
