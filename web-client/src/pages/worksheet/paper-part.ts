/** What the room loads once a worksheet is opened in it. */
export { default as Paper } from './Paper.svelte';
export { openSheet } from '../../worksheets/worksheet-part';
