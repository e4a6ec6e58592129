// What axe found while the browser tests went through the pages. Nothing, on any page or state, is what is asked for.
import { readFileSync } from 'node:fs';

// A run that broke off early would have found nothing either.
const FEWEST_STATES = 105;

const states = readFileSync('web-client/build/accessibility.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const faulty = states.filter(({ violations }) => violations.length > 0);
for (const { state, violations } of faulty) {
  console.log(`${state}:\n  ${violations.join('\n  ')}`);
}
console.log(`axe looked at ${states.length} states and found something in ${faulty.length}`);
if (states.length < FEWEST_STATES) console.log(`${FEWEST_STATES} states are the fewest to look at`);
process.exit(faulty.length === 0 && states.length >= FEWEST_STATES ? 0 : 1);
