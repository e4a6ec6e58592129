/** The first of a hash as people compare it: "9c41 e07b 52aa". */
export const seal = (hash: string, groups = 3): string =>
  (hash.slice(0, groups * 4).match(/.{4}/g) ?? []).join(' ');
