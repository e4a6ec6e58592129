import { randomId } from './id';

/** One wish, however often it is asked: the same words go under the same id, so that a retry does nothing twice. */
export class Attempt {
  #words: string | undefined;
  #command = '';

  commandFor(words: object): string {
    const now = JSON.stringify(words);
    if (now !== this.#words) {
      this.#words = now;
      this.#command = randomId((bytes) => void crypto.getRandomValues(bytes));
    }
    return this.#command;
  }
}
