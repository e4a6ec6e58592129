import { call } from '../session/api';

/** What the clinic is called that one belongs to, if it is called anything; and for staff, where its clocks hang. */
export interface OwnClinic {
  name?: string;
  zone?: string;
}

export const ownClinic = (seat: string): Promise<OwnClinic> =>
  call('GET', `/me/clinic?seat=${encodeURIComponent(seat)}`);
