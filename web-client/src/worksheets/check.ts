import type { Item, Value } from './form';

/** Why a value is no answer to a question. */
export type Misfit =
  'too-long' | 'no-number' | 'not-whole' | 'too-small' | 'too-big' | 'no-date' | 'no-option' | 'other-kind';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Half a step's thousandth: what adding decimals leaves over is no fault of the person. */
const NEAR = 1e-6;

export function misfit(item: Item, value: Value): Misfit | undefined {
  switch (item.type) {
    case 'group':
    case 'display':
      return 'other-kind';
    case 'line':
    case 'text':
      return each(item, value, (text) => longer(item, text));
    case 'choice':
      return each(item, value, (code) =>
        item.options?.some((option) => option.code === code) ? undefined : 'no-option',
      );
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'other-kind';
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : 'no-date';
    case 'whole':
    case 'decimal':
    case 'slider':
      return number(item, value);
  }
}

function each(item: Item, value: Value, one: (text: string) => Misfit | undefined): Misfit | undefined {
  if (typeof value === 'string') return item.repeats ? 'other-kind' : one(value);
  if (typeof value !== 'object' || !item.repeats) return 'other-kind';
  return value.map(one).find((fault) => fault !== undefined);
}

const longer = ({ most }: Item, text: string): Misfit | undefined =>
  most !== undefined && text.length > most ? 'too-long' : undefined;

function number({ type, from, to, step }: Item, value: Value): Misfit | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'no-number';
  if (type !== 'decimal' && !Number.isInteger(value)) return 'not-whole';
  if (from !== undefined && value < from) return 'too-small';
  if (to !== undefined && value > to) return 'too-big';
  if (type !== 'slider' || step === undefined) return undefined;
  const steps = (value - (from ?? 0)) / step;
  return Math.abs(steps - Math.round(steps)) < NEAR ? undefined : 'no-option';
}

/** A day that is in the calendar. */
function isDay(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What somebody typed as a number, in either way of writing it; nothing else is guessed. */
export function numberFrom(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
