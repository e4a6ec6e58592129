/** Time as an argument, so that tests need not wait. */
export interface Timers {
  now(): number;
  /** Runs once, `ms` from now, unless what it returns is called before. */
  after(ms: number, run: () => void): Cancel;
}

export type Cancel = () => void;

export const systemTimers: Timers = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
