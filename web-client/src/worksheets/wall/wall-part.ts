/** What a page loads once somebody opens the wall of a worksheet. */
export { default as Wall } from './Wall.svelte';
