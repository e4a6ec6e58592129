/** What a page loads once somebody opens a worksheet. */
export { default as Worksheet } from './Worksheet.svelte';
export { openSheet } from './open-sheet';
