// Questions to a JSON value of which nothing is known: exports leave out keys, and change what stands in them, as they please.

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at a key; an empty one where there is none. */
export function objectAt(value: Json, key: string): Json {
  const found = value[key];
  return isJson(found) ? found : {};
}

/** The objects in the list at a key. */
export function objectsAt(value: Json, key: string): readonly Json[] {
  const found = value[key];
  return Array.isArray(found) ? found.filter(isJson) : [];
}

/** The list at a key; an empty one where there is none. */
export function listAt(value: Json, key: string): readonly unknown[] {
  const found = value[key];
  return Array.isArray(found) ? found : [];
}

/** Text at a key; '' for anything else, numbers among it. */
export function wordsAt(value: Json, key: string): string {
  const found = value[key];
  return typeof found === 'string' ? found : '';
}

/** Text at a key, numbers as text; '' for anything else. */
export function textAt(value: Json, key: string): string {
  const found = value[key];
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}

/** The number at the first of the keys that holds one, written as a number or as text; not a number where none does. */
export function numberAt(value: Json, ...keys: readonly string[]): number {
  const found = keys.map((key) => textAt(value, key)).find((text) => text !== '');
  return found === undefined ? Number.NaN : Number(found);
}

/** The parts that say something, each once, on lines of their own. */
export const linesFrom = (...parts: readonly string[]): string =>
  [...new Set(parts.map((part) => part.trim()))].filter((part) => part !== '').join('\n');
