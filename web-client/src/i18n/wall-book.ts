import { enWall } from './en-wall';
import { esWall } from './es-wall';

export const wall = { en: enWall, es: esWall };
