// Permissive licences and those whose conditions end at their own files. Widening this list is a decision, not a fix.
export const accepted = new Set([
  'Apache-2.0',
  'MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'CC0-1.0',
  'EPL-2.0',
  'OFL-1.1',
  // ICU, which the check of forms brings: a permissive licence as MIT is, for code and for Unicode's tables alike.
  'Unicode-3.0',
]);

// Poms name the same licence in many ways.
const names = [
  [/apache.*2|^apache-2\.0$/i, 'Apache-2.0'],
  [/^(the )?mit( license)?$/i, 'MIT'],
  [/^mit-0/i, 'MIT'],
  [/bsd.*3|new bsd|revised bsd/i, 'BSD-3-Clause'],
  // The Eclipse Distribution License is the BSD licence with three clauses, word for word.
  [/^(edl|eclipse distribution license)/i, 'BSD-3-Clause'],
  // iCal4j's is the same three clauses under its own name.
  [/^ical4j - license$/i, 'BSD-3-Clause'],
  [/bsd.*2|simplified bsd/i, 'BSD-2-Clause'],
  [/eclipse public license.*2|^epl[ -]2/i, 'EPL-2.0'],
  [/eclipse public license.*1|^epl[ -]1/i, 'EPL-1.0'],
  [/^(public domain, per )?(creative commons|cc0).*(cc0|1\.0)/i, 'CC0-1.0'],
];

export function spdxOf(name) {
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}
