/** Which worksheets a person closed: they do not open again by themselves, also after the page was loaded anew. */
export class PutAway {
  readonly #key: string;
  #all: ReadonlySet<string>;

  constructor(seat: string) {
    this.#key = `holdfast-put-away:${seat}`;
    this.#all = new Set(kept(this.#key));
  }

  has(worksheet: string): boolean {
    return this.#all.has(worksheet);
  }

  put(worksheet: string, away: boolean): void {
    const others = [...this.#all].filter((other) => other !== worksheet);
    this.#all = new Set(away ? [...others, worksheet] : others);
    try {
      sessionStorage.setItem(this.#key, JSON.stringify([...this.#all]));
    } catch {
      // Then it is known as long as the page is open.
    }
  }
}

function kept(key: string): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[];
  } catch {
    return [];
  }
}
