import type { Api, Arrival } from '../session/api';

/**
 * Tells staff where someone is today. It is worth a try but never keeps anybody out of their group: only who has no
 * line at all is asked to try again.
 */
export const tellArrival = (api: Api, session: string, arrival: Arrival): Promise<boolean> =>
  api.arrive(session, arrival).then(
    () => true,
    () => navigator.onLine,
  );
