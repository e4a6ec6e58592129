import { mkdirSync, rmSync } from 'node:fs';
import { AXE_REPORT, SHOTS } from './outputs';

/** Before the first test: nothing of an earlier run is left to be taken for this one's. */
export default function fresh(): void {
  rmSync(SHOTS, { recursive: true, force: true });
  rmSync(AXE_REPORT, { force: true });
  mkdirSync(SHOTS, { recursive: true });
}
