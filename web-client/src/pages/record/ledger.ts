import type { SheetReason, SheetRow } from '../../session/sheet';

/** The sentences of a row, put like an account: what it comes to, and then what makes it up, in the order of time. */
export interface Ledger {
  headlines: SheetReason[];
  lines: LedgerLine[];
}

export interface LedgerLine {
  /** "38", "1:30"; nothing where a line explains without adding. */
  adds: string | undefined;
  reason: SheetReason;
}

const ADDING = new Set(['credited', 'drop-credited', 'reconnect-credited']);
const NOT_ADDING = new Set([
  'waited',
  'before-start',
  'after-end',
  'drop-not-credited',
  'reconnect-not-credited',
  'media-lost-not-credited',
  'unattended',
]);

/** They stand first: what staff said goes before what was computed. */
const CORRECTING = new Set(['status-corrected', 'credit-corrected', 'by-phone', 'status-follows']);

export function ledgerOf(row: SheetRow): Ledger {
  const at = ({ args }: SheetReason) => Date.parse(args['from'] ?? args['at'] ?? '');
  const isLine = (reason: SheetReason) => !Number.isNaN(at(reason)) && !CORRECTING.has(reason.code);
  const lines = row.because
    .filter(isLine)
    .map((reason) => ({ adds: adds(reason), reason }))
    .sort(
      (a, b) => Number(a.adds === undefined) - Number(b.adds === undefined) || at(a.reason) - at(b.reason),
    );
  return { headlines: row.because.filter((reason) => !isLine(reason)), lines };
}

function adds({ code, args }: SheetReason): string | undefined {
  if (ADDING.has(code)) return minutes(args['credited'] ?? '');
  return NOT_ADDING.has(code) ? '0' : undefined;
}

/** "PT38M30S" as "38:30", and "PT1H" as "60". */
export function minutes(duration: string): string {
  const [, hours = '0', mins = '0', seconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(duration) ?? [];
  const whole = Number(hours) * 60 + Number(mins);
  return Number(seconds) === 0 ? String(whole) : `${String(whole)}:${seconds.padStart(2, '0')}`;
}
