/** As much of a sheet as is needed to wait for the end of its saving. */
interface Saved {
  finish(): Promise<boolean>;
  readonly saving: string;
}

const AGAIN_MS = 4_000;

/**
 * Once the server has all that was written, or takes nothing of it any more: then nothing is left on the device either.
 *
 * @param waits told once, if something has to wait for its line
 */
export async function untilSaved(sheets: readonly Saved[], waits: () => void): Promise<void> {
  let told = false;
  for (;;) {
    const done = await Promise.all(
      sheets.map(async (sheet) => (await sheet.finish()) || sheet.saving === 'closed'),
    );
    if (done.every(Boolean)) return;
    if (!told) waits();
    told = true;
    await lineOrTime();
  }
}

/** The line may be back before the time is over. */
function lineOrTime(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, AGAIN_MS);
    addEventListener('online', go);
  });
}
