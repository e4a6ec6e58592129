/** How many people fit beside each other, and on one page: a circle of equals, unless staff put one in the spotlight. */
export interface Screen {
  wide: boolean;
  sideways: boolean;
  /** Something else, such as the chat, takes half of it: then all faces stay in sight, however small. */
  half: boolean;
}

export interface Grid {
  columns: number;
  /** A value of grid-template-rows. */
  rows: string;
}

export interface TilePage<T> extends Grid {
  people: readonly T[];
  /** How many of them come first and are shown larger. */
  large: number;
}

export interface Seating<T> {
  pages: readonly TilePage<T>[];
  /** Whether the own picture is in the last cell, or has a row to itself; over several pages it stays in sight. */
  corner: 'cell' | 'row';
}

/** More than these, and nobody would be large. */
const MOST_LARGE = 3;
/** The others on one page; where there are several pages, the own picture is below them. */
const PAGE_CELLS = { wide: 15, phone: 8 };
/** On the first page of a phone where a large tile takes two of its four rows. */
const LEAST_BESIDE_LARGE = 4;

/** How many can be large: those in the spotlight or kept in view, as long as somebody else is there beside them. */
export const largeOf = (wanted: number, others: number): number =>
  Math.max(0, Math.min(wanted, MOST_LARGE, others - 1));

/**
 * The others in the order in which they have their seats. A page is filled before the next begins, so that whoever comes
 * moves nobody but where another row is needed.
 *
 * @param wanted how many come first and would be shown larger
 */
export function seat<T>(others: readonly T[], screen: Screen, wanted: number): Seating<T> {
  const large = largeOf(wanted, others.length);
  if (others.length <= mostOnOne(screen, large)) {
    const { corner, ...grid } = arrange(others.length, screen, large);
    return { pages: [{ people: others, large, ...grid }], corner };
  }
  const cells = cellsOf(screen);
  const onFirst = large === 0 ? 0 : besideLarge(cells, large);
  const pages = large === 0 ? [] : [firstPage(others.slice(0, onFirst), screen, large)];
  return { pages: [...pages, ...equalPages(others.slice(onFirst), screen)], corner: 'row' };
}

/** As many rows as let the last page have its share, and the same on all of them. */
function equalPages<T>(people: readonly T[], screen: Screen): TilePage<T>[] {
  const columns = screen.wide ? 5 : screen.sideways ? 4 : 2;
  const share = people.length / Math.ceil(people.length / cellsOf(screen));
  const rows = Math.ceil(share / columns);
  const pages: TilePage<T>[] = [];
  for (let at = 0; at < people.length; at += rows * columns)
    pages.push({ people: people.slice(at, at + rows * columns), large: 0, columns, rows: equal(rows) });
  return pages;
}

function mostOnOne(screen: Screen, large: number): number {
  if (screen.half) return Infinity;
  return large === 0 || screen.wide ? cellsOf(screen) : besideLarge(cellsOf(screen), large);
}

const cellsOf = ({ wide }: Screen): number => (wide ? PAGE_CELLS.wide : PAGE_CELLS.phone);

const besideLarge = (cells: number, large: number): number => Math.max(LEAST_BESIDE_LARGE, cells - 3 * large);

function firstPage<T>(people: readonly T[], screen: Screen, large: number): TilePage<T> {
  const cells = people.length + 3 * large;
  if (!screen.wide && !screen.sideways) return { people, large, columns: 2, rows: upright(cells, large) };
  const columns = screen.wide ? largeColumns(cells, large) : Math.max(2 * large, Math.ceil(cells / 2));
  return { people, large, columns, rows: equal(Math.ceil(cells / columns)) };
}

/** Beside a screen that somebody shows, or below it upright on a phone: small, and nobody larger than others. */
export function seatStrip<T>(people: readonly T[], screen: Screen, own: 0 | 1): Seating<T> {
  const cells = people.length + own;
  const columns = Math.max(1, Math.min(cells, stripColumns(cells, screen)));
  return {
    pages: [{ people, large: 0, columns, rows: equal(Math.ceil(cells / columns)) }],
    corner: 'cell',
  };
}

function stripColumns(cells: number, { wide, sideways, half }: Screen): number {
  if (wide) return cells > 5 ? 2 : 1;
  // The chat below leaves room for two low rows.
  if (half) return Math.max(4, Math.ceil(cells / 2));
  if (sideways) return cells > 8 ? 3 : 2;
  return cells > 12 ? 5 : 4;
}

/** All on one page, with the own picture among them. */
function arrange(others: number, screen: Screen, large: number): Grid & { corner: 'cell' | 'row' } {
  if (large > 0) return aroundLarge(others, screen, large);
  const columns = columnsFor(others, screen);
  const fullRows = Math.ceil(others / columns);
  if (small(screen)) return { columns, rows: equal(Math.ceil((others + 1) / columns)), corner: 'cell' };
  if (others % columns !== 0) return { columns, rows: equal(fullRows), corner: 'cell' };
  const low = others === 0 ? 'minmax(0, 1fr)' : screen.wide ? 'minmax(0, 0.4fr)' : 'minmax(84px, 0.45fr)';
  return { columns, rows: others === 0 ? low : `${equal(fullRows)} ${low}`, corner: 'row' };
}

/** A large tile takes four cells; upright on a phone it takes a row, twice as high as the others. */
function aroundLarge(others: number, screen: Screen, large: number): Grid & { corner: 'cell' | 'row' } {
  const cells = others + 1 + 3 * large;
  if (screen.wide || screen.sideways || screen.half) {
    const columns = screen.wide
      ? largeColumns(cells, large)
      : screen.half
        ? 4
        : Math.max(2 * large, Math.ceil(cells / 2));
    return { columns, rows: equal(Math.ceil(cells / columns)), corner: 'cell' };
  }
  const alone = (others - large) % 2 === 0;
  const rows = upright(others + 3 * large, large);
  return { columns: 2, rows: alone ? `${rows} minmax(84px, 0.6fr)` : rows, corner: alone ? 'row' : 'cell' };
}

/** @param cells of which a large one takes four */
const upright = (cells: number, large: number): string =>
  `repeat(${large}, minmax(0, 2fr)) ${equal(Math.ceil((cells - 4 * large) / 2))}`;

/** Two large tiles find room beside each other. */
export const largeColumns = (cells: number, large: number): number =>
  cells <= 6 && large < 2 ? 3 : cells <= 12 ? 4 : 5;

function columnsFor(others: number, { wide, sideways, half }: Screen): number {
  const cells = others + 1;
  if (!wide && !sideways) return half ? Math.min(cells, cells > 8 ? 5 : 4) : others <= 2 ? 1 : 2;
  const usual = cells <= 2 ? cells : cells <= 4 ? 2 : cells <= 6 ? 3 : cells <= 12 ? 4 : 5;
  const most = wide ? (cells > 12 ? 4 : 3) : cells > 8 ? 3 : 2;
  return half ? Math.min(most, usual) : usual;
}

/** The console: everybody is an equal tile, oneself too, and a facilitator wants to see all of them at once. */
export function seatConsole<T>(everyone: readonly T[], phone: boolean, lit: boolean): Seating<T> {
  const most = phone ? CONSOLE_CELLS.phone : CONSOLE_CELLS.desk;
  const large = lit && everyone.length > 1 ? 1 : 0;
  const pages: TilePage<T>[] = [];
  for (let at = 0; at === 0 || at < everyone.length; at += most) {
    const people = everyone.slice(at, at + most);
    const first = at === 0 ? large : 0;
    const columns =
      everyone.length > most ? CONSOLE_CELLS.columns : consoleColumns(people.length, phone, first);
    const rows = everyone.length > most && !first ? equal(Math.ceil(most / columns)) : 'none';
    pages.push({ people, large: first, columns, rows });
  }
  return { pages, corner: 'cell' };
}

const CONSOLE_CELLS = { desk: 20, phone: 16, columns: 4 };

/** Three beside each other suit the console; few people get larger tiles, a phone two columns. */
function consoleColumns(n: number, phone: boolean, large: number): number {
  if (large > 0) return phone ? (n <= 6 ? 3 : 4) : largeColumns(n + 3, 1);
  if (phone) return n <= 2 ? Math.max(1, n) : n <= 6 ? 2 : n <= 9 ? 3 : 4;
  if (n <= 4) return Math.min(2, Math.max(1, n));
  return n <= 9 ? 3 : n <= 16 ? 4 : 5;
}

/** Too little room for words beside the own picture. */
const small = ({ wide, half }: Screen): boolean => half && !wide;

const equal = (rows: number): string => `repeat(${rows}, minmax(0, 1fr))`;
