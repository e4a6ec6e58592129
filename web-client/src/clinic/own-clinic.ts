import { call } from '../session/api';

/** What the clinic is called that one belongs to, if it is called anything. */
export const ownClinic = (seat: string): Promise<{ name?: string }> =>
  call('GET', `/me/clinic?seat=${encodeURIComponent(seat)}`);
