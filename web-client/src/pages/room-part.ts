/** What a participant's page loads once the person has joined. */
export { default as Room } from './Room.svelte';
export { default as After } from './After.svelte';
import '../styles/tile.css';
import '../styles/bar.css';
import '../styles/room.css';
import '../styles/beside.css';
import '../styles/sheet.css';
