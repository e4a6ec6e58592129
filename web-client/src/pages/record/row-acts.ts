import type { SheetRow } from '../../session/sheet';

/** What staff may do about a row. */
export interface RowActs {
  oncorrect: (row: SheetRow) => void;
  onanswer: (row: SheetRow) => void;
}
