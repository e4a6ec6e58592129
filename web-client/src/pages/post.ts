import { createContext } from 'svelte';
import type { StaffRole } from '../clinic/books';

/** Who of the staff sits here, and as what; nobody's roles before the door is open. */
export interface Post {
  seat: string;
  roles: readonly StaffRole[];
}

export const [usePost, providePost] = createContext<() => Post>();
