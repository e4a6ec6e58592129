import type { Change, Kept } from './changes';
import { DATABASE } from './forget';
import type { Keeping } from './keeping';

const CHANGES = 'changes';
const KEYS = 'keys';
const KEY = 'sealing';
const LONGEST_KEPT_MS = 7 * 24 * 60 * 60 * 1_000;

interface Sealed {
  n: number;
  sheet: string;
  tried: boolean;
  /** When it was written, in milliseconds. */
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  box: ArrayBuffer;
}

/**
 * On the device, sealed with a key that no script can read out: whoever copies the browser's files has nothing to
 * open them with. Which sheet it is of stands outside the seal, what was written inside.
 */
export class SealedKeeping implements Keeping {
  readonly lasting = true;
  readonly #database: IDBDatabase;
  readonly #sheet: string;
  readonly #now: () => number;

  private constructor(database: IDBDatabase, sheet: string, now: () => number) {
    this.#database = database;
    this.#sheet = sheet;
    this.#now = now;
  }

  /** @param sheet with whose it is: several people may use one browser. Nothing where the browser keeps nothing. */
  static async open(sheet: string, now = () => Date.now()): Promise<SealedKeeping | undefined> {
    try {
      const opening = indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = () => {
        const changes = opening.result.createObjectStore(CHANGES, { keyPath: 'n', autoIncrement: true });
        changes.createIndex('sheet', 'sheet');
        opening.result.createObjectStore(KEYS);
      };
      const database = await done(opening);
      // Another tab wants all of it gone.
      database.onversionchange = () => database.close();
      return new SealedKeeping(database, sheet, now);
    } catch {
      return undefined;
    }
  }

  async all(): Promise<readonly Kept[]> {
    const changes = this.#changes('readonly');
    const found = (await done(changes.index('sheet').getAll(this.#sheet))) as Sealed[];
    if (found.length === 0) return [];
    const key = await this.#key();
    const kept: Kept[] = [];
    for (const sealed of found) {
      const change = this.#now() - sealed.at < LONGEST_KEPT_MS ? await this.#open(sealed, key) : undefined;
      // What cannot be opened any more is of no use to anybody.
      if (change) kept.push({ n: sealed.n, tried: sealed.tried, change });
      else await this.drop(sealed.n);
    }
    return kept;
  }

  async add(change: Change): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const words = new TextEncoder().encode(JSON.stringify(change));
    const key = await this.#key();
    const box = await crypto.subtle.encrypt(this.#with(iv), key, words);
    const transaction = this.#database.transaction([CHANGES, KEYS], 'readwrite');
    // Another tab that was done may have thrown the key away meanwhile.
    const keys = transaction.objectStore(KEYS);
    if ((await done(keys.count(KEY))) === 0) keys.put(key, KEY);
    const sealed = { sheet: this.#sheet, tried: false, at: this.#now(), iv, box };
    await done(transaction.objectStore(CHANGES).add(sealed));
  }

  async tried(n: number): Promise<void> {
    const changes = this.#changes();
    const sealed = (await done(changes.get(n))) as Sealed | undefined;
    if (sealed) await done(changes.put({ ...sealed, tried: true }));
  }

  async drop(n: number): Promise<void> {
    await done(this.#changes().delete(n));
  }

  /** The key goes as well, once nothing else is kept: what a disk still holds of it is then noise. */
  async wipe(): Promise<void> {
    const transaction = this.#database.transaction([CHANGES, KEYS], 'readwrite');
    const changes = transaction.objectStore(CHANGES);
    for (const n of await done(changes.index('sheet').getAllKeys(this.#sheet))) changes.delete(n);
    if ((await done(changes.count())) === 0) await done(transaction.objectStore(KEYS).delete(KEY));
  }

  async #open({ iv, box }: Sealed, key: CryptoKey): Promise<Change | undefined> {
    try {
      const words = await crypto.subtle.decrypt(this.#with(iv), key, box);
      return JSON.parse(new TextDecoder().decode(words)) as Change;
    } catch {
      return undefined;
    }
  }

  /** Bound to its sheet: moved to another it does not open. */
  #with(iv: Uint8Array<ArrayBuffer>): AesGcmParams {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(this.#sheet) };
  }

  /** Another tab may have made one in the same moment: the first one counts. */
  async #key(): Promise<CryptoKey> {
    const known = (await done(this.#keys('readonly').get(KEY))) as CryptoKey | undefined;
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const keys = this.#keys('readwrite');
    const first = (await done(keys.get(KEY))) as CryptoKey | undefined;
    if (first) return first;
    await done(keys.put(made, KEY));
    return made;
  }

  #changes(mode: IDBTransactionMode = 'readwrite'): IDBObjectStore {
    return this.#database.transaction(CHANGES, mode).objectStore(CHANGES);
  }

  #keys(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction(KEYS, mode).objectStore(KEYS);
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing'));
  });
}
