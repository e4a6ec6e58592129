type Fields = Record<string, unknown>;

/** A key that could reach into every object of the page. No server of ours sends it. */
export class HostileKey extends Error {}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What a merge patch (RFC 7396) makes of a value. Objects on the changed path are new and have no prototype; all
 * others stay the same objects, so that whoever draws them can tell at a glance what did not change.
 */
export function merge(before: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  const old = isFields(before) ? before : undefined;
  const next = Object.assign(Object.create(null), old) as Fields;
  let changed = old === undefined;
  for (const key of Object.keys(patch)) {
    if (key === '__proto__') throw new HostileKey(key);
    if (patch[key] === null) {
      changed ||= key in next;
      Reflect.deleteProperty(next, key);
    } else {
      const value = merge(next[key], patch[key]);
      changed ||= value !== next[key];
      next[key] = value;
    }
  }
  return changed ? next : old;
}
