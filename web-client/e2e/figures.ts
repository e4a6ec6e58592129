import { appendFileSync } from 'node:fs';

/** What was measured goes to the file that HOLDFAST_FIGURES names, where the bench asks for it, and is printed. */
export function figure(name: string, ms: readonly number[]): void {
  const line = JSON.stringify({ name, ms: ms.map(Math.round) });
  console.log(line);
  const file = process.env['HOLDFAST_FIGURES'];
  if (file) appendFileSync(file, `${line}\n`);
}
