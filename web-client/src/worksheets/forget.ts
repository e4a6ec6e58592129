/** Where what was written waits for its line. */
export const DATABASE = 'holdfast-sheets';

/** Nothing of any sheet is left on this device: for when a link is gone, or somebody signs out. */
export function forgetSheets(): Promise<void> {
  return new Promise((resolve) => {
    try {
      const deleting = indexedDB.deleteDatabase(DATABASE);
      deleting.onsuccess = deleting.onerror = () => resolve();
    } catch {
      // A browser that keeps nothing has nothing to forget.
      resolve();
    }
  });
}
