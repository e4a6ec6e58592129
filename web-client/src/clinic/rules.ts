/** By which rules minutes become credit, word for word as the server's documents name them. Times are whole minutes. */
export interface Rules {
  lateAfter: number;
  leftEarlyBefore: number;
  graceGap: number;
  minimumCreditPercent: number;
  creditUnattended: boolean;
  creditMediaLost: boolean;
}

export interface StandingRules {
  clinic: { version: number; rules: Rules };
  groups: { group: string; version: number; rules: Rules }[];
}

export const NUMBERS = {
  lateAfter: 120,
  leftEarlyBefore: 120,
  graceGap: 120,
  minimumCreditPercent: 100,
} as const;

/** Whether each is a whole number that the server takes. */
export const fits = (rules: Rules): boolean =>
  Object.entries(NUMBERS).every(([name, most]) => {
    const n = rules[name as keyof typeof NUMBERS];
    return Number.isInteger(n) && n >= 0 && n <= most;
  });
