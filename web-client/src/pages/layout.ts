/** How many people fit beside each other, and on one page: a circle of equals, unless staff put one in the spotlight. */
export interface Arrangement {
  columns: number;
  /** A value of grid-template-rows. */
  rows: string;
  /** The own picture has a row to itself, which is then a lower one. */
  cornerAlone: boolean;
}

export interface Screen {
  wide: boolean;
  sideways: boolean;
  /** Something else, such as the chat, takes half of it. */
  half: boolean;
}

/** Beside the own picture. */
export const pageSize = ({ wide }: Screen, lit: boolean): number => (wide ? 11 : lit ? 5 : 7);

/** @param lit whether the first of the others is in the spotlight, and there is more than one */
export function arrange(others: number, screen: Screen, lit: boolean): Arrangement {
  if (lit) return aroundSpotlight(others, screen);
  const columns = columnsFor(others, screen);
  const fullRows = Math.ceil(others / columns);
  if (small(screen)) return { columns, rows: equal(Math.ceil((others + 1) / columns)), cornerAlone: false };
  const cornerAlone = others % columns === 0;
  if (!cornerAlone) return { columns, rows: equal(fullRows), cornerAlone };
  const low = others === 0 ? 'minmax(0, 1fr)' : screen.wide ? 'minmax(0, 0.4fr)' : 'minmax(84px, 0.45fr)';
  return { columns, rows: others === 0 ? low : `${equal(fullRows)} ${low}`, cornerAlone };
}

/** The large tile takes four cells; upright on a phone it takes a row, twice as high as the others. */
function aroundSpotlight(others: number, screen: Screen): Arrangement {
  const cells = others + 4;
  if (screen.wide || screen.sideways || screen.half) {
    const columns = screen.wide ? spotlightColumns(cells) : screen.half ? 4 : Math.ceil(cells / 2);
    return { columns, rows: equal(Math.ceil(cells / columns)), cornerAlone: false };
  }
  const rest = others - 1;
  const cornerAlone = rest % 2 === 0;
  const rows = `minmax(0, 2fr) ${equal(Math.ceil(rest / 2))}`;
  return { columns: 2, rows: cornerAlone ? `${rows} minmax(84px, 0.6fr)` : rows, cornerAlone };
}

export const spotlightColumns = (cells: number): number => (cells <= 6 ? 3 : cells <= 12 ? 4 : 5);

function columnsFor(others: number, { wide, sideways, half }: Screen): number {
  const cells = others + 1;
  if (!wide && !sideways) return half ? Math.min(cells, 4) : others <= 2 ? 1 : 2;
  const most = half ? (wide ? 3 : 2) : 4;
  return Math.min(most, cells <= 2 ? cells : cells <= 4 ? 2 : cells <= 6 ? 3 : 4);
}

/** Too little room for words beside the own picture. */
const small = ({ wide, half }: Screen): boolean => half && !wide;

const equal = (rows: number): string => `repeat(${rows}, minmax(0, 1fr))`;

/** The people of one page, always in the order in which they have their seats. */
export const pageOf = <T>(people: readonly T[], page: number, size: number): readonly T[] =>
  people.slice(page * size, (page + 1) * size);
