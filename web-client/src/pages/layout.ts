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

/** More than these, and nobody would be large. */
const MOST_LARGE = 3;

/** Beside the own picture. */
export const pageSize = ({ wide }: Screen, large: number): number => (wide ? 11 : Math.max(3, 7 - 2 * large));

/** How many can be large: those in the spotlight or kept in view, as long as somebody else is there beside them. */
export const largeOf = (wanted: number, others: number): number => Math.min(wanted, MOST_LARGE, others - 1);

/** @param large how many of the others come first and are shown larger */
export function arrange(others: number, screen: Screen, large: number): Arrangement {
  if (large > 0) return aroundLarge(others, screen, large);
  const columns = columnsFor(others, screen);
  const fullRows = Math.ceil(others / columns);
  if (small(screen)) return { columns, rows: equal(Math.ceil((others + 1) / columns)), cornerAlone: false };
  const cornerAlone = others % columns === 0;
  if (!cornerAlone) return { columns, rows: equal(fullRows), cornerAlone };
  const low = others === 0 ? 'minmax(0, 1fr)' : screen.wide ? 'minmax(0, 0.4fr)' : 'minmax(84px, 0.45fr)';
  return { columns, rows: others === 0 ? low : `${equal(fullRows)} ${low}`, cornerAlone };
}

/** A large tile takes four cells; upright on a phone it takes a row, twice as high as the others. */
function aroundLarge(others: number, screen: Screen, large: number): Arrangement {
  const cells = others + 1 + 3 * large;
  if (screen.wide || screen.sideways || screen.half) {
    const columns = screen.wide
      ? largeColumns(cells, large)
      : screen.half
        ? 4
        : Math.max(2 * large, Math.ceil(cells / 2));
    return { columns, rows: equal(Math.ceil(cells / columns)), cornerAlone: false };
  }
  const rest = others - large;
  const cornerAlone = rest % 2 === 0;
  const rows = `repeat(${large}, minmax(0, 2fr)) ${equal(Math.ceil(rest / 2))}`;
  return { columns: 2, rows: cornerAlone ? `${rows} minmax(84px, 0.6fr)` : rows, cornerAlone };
}

/** Two large tiles find room beside each other. */
export const largeColumns = (cells: number, large: number): number =>
  cells <= 6 && large < 2 ? 3 : cells <= 12 ? 4 : 5;

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
