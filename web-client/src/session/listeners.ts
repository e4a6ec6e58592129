/** Those who want to hear of something, and how to stop. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();

  add(listen: (value: T) => void): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }

  tell(value: T): void {
    for (const listen of [...this.#listeners]) listen(value);
  }
}
