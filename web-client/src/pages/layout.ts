/** How many people fit beside each other, and on one page: a circle of equals, never a stage. */
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
}

/** Beside the own picture. */
export const pageSize = ({ wide }: Screen): number => (wide ? 11 : 7);

export function arrange(others: number, screen: Screen): Arrangement {
  const columns = columnsFor(others, screen);
  const fullRows = Math.ceil(others / columns);
  const cornerAlone = others % columns === 0;
  if (!cornerAlone) return { columns, rows: `repeat(${fullRows}, minmax(0, 1fr))`, cornerAlone };
  const low = others === 0 ? 'minmax(0, 1fr)' : screen.wide ? 'minmax(0, 0.4fr)' : 'minmax(84px, 0.45fr)';
  return { columns, rows: others === 0 ? low : `repeat(${fullRows}, minmax(0, 1fr)) ${low}`, cornerAlone };
}

function columnsFor(others: number, { wide, sideways }: Screen): number {
  const cells = others + 1;
  if (!wide && !sideways) return others <= 2 ? 1 : 2;
  if (cells <= 2) return cells;
  if (cells <= 4) return 2;
  return cells <= 6 ? 3 : 4;
}

/** The people of one page, always in the order in which they have their seats. */
export const pageOf = <T>(people: readonly T[], page: number, size: number): readonly T[] =>
  people.slice(page * size, (page + 1) * size);
