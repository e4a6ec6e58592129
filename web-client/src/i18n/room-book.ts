import { enRoom } from './en-room';
import { esRoom } from './es-room';

export const room = { en: enRoom, es: esRoom };
