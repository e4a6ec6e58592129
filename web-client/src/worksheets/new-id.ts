import { randomId } from '../session/id';

/** Of a worksheet, as the server takes it: a letter, then twenty-one of base64url. */
export const newWorksheetId = (): string =>
  `w${randomId((bytes) => void crypto.getRandomValues(bytes)).slice(0, 21)}`;
