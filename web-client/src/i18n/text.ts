/** Sentences with named gaps; a sentence that depends on a number has one form for each of the language's plurals. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}
export type Message = string | Plural;
export type Messages = Readonly<Record<string, Message>>;

/** What another language must bring: the same keys, each of the same kind. A missing key does not compile. */
export type Translation<E extends Messages> = {
  readonly [K in keyof E]: E[K] extends string ? string : Plural;
};

type Gaps<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Gaps<Rest> : never;
type GapsOf<M> = M extends Plural ? Gaps<M['one'] | M['other']> | 'n' : Gaps<M>;
type Fill<M> = [GapsOf<M>] extends [never] ? [] : [fill: Readonly<Record<GapsOf<M>, string | number>>];

export type Say<E extends Messages> = <K extends keyof E & string>(key: K, ...fill: Fill<E[K]>) => string;

const DOUBLE_STOP = /\.\.(?!\.)/g;
const GAP = /\{(\w+)\}/g;

export function say<E extends Messages>(messages: E, plurals: Intl.PluralRules): Say<E> {
  return (key, ...rest) => {
    const fill = (rest[0] ?? {}) as Readonly<Record<string, string | number>>;
    const message: Message = messages[key] as Message;
    return (
      choose(message, plurals, fill['n'])
        .replace(GAP, (gap, name: string) => String(fill[name] ?? gap))
        // A name that ends with a full stop, as "Dana W.", ends the sentence too.
        .replace(DOUBLE_STOP, '.')
    );
  };
}

function choose(message: Message, plurals: Intl.PluralRules, n: string | number | undefined): string {
  if (typeof message === 'string') return message;
  return plurals.select(Number(n)) === 'one' ? message.one : message.other;
}
