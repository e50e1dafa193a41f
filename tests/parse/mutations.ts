// What can befall an export: cut off, bytes changed, lines lost or doubled, values of other kinds than the app writes.

import fc from 'fast-check';

export interface Mutation {
  readonly kind: string;
  readonly content: string | Uint8Array;
  /** Where it is known: how many messages and what stood in their place there are now. */
  readonly records?: number;
  /** All words that still stand in the file stand where the app puts words. */
  readonly isPlain?: boolean;
}

const noise = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\n', '\t', '"', '{', '}', '[', ']', '<', '>', ',', ':', '&', '0', '1'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

/** `records` is the number of messages in the text. */
export function mutationsOf(text: string, records: number): fc.Arbitrary<Mutation> {
  const bytes = new TextEncoder().encode(text);
  const json = parsedOrLines(text);
  const kinds = [
    putIn(text),
    behindItsBeginning(text),
    cut(bytes),
    otherBytes(bytes),
    lines(text, json === undefined && !/<html/i.test(text)),
  ];
  if (json && records > 0) kinds.push(otherValues(json, records), otherRecords(json, records));
  return fc.oneof(...kinds);
}

const putIn = (text: string): fc.Arbitrary<Mutation> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(40), noise)
    .map(([at, drop, more]) => ({ kind: 'put in', content: text.slice(0, at) + more + text.slice(at + drop) }));

const behindItsBeginning = (text: string): fc.Arbitrary<Mutation> =>
  fc.tuple(fc.nat(text.length), noise).map(([at, more]) => ({ kind: 'noise', content: text.slice(0, at) + more }));

const cut = (bytes: Uint8Array): fc.Arbitrary<Mutation> =>
  fc.nat(bytes.length).map((at) => ({ kind: 'cut', content: bytes.slice(0, at), isPlain: true }));

const otherBytes = (bytes: Uint8Array): fc.Arbitrary<Mutation> =>
  fc.tuple(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 20 })).map(([at, odd]) => {
    const mixed = bytes.slice();
    mixed.set(odd.subarray(0, bytes.length - at), at);
    return { kind: 'bytes', content: mixed };
  });

/** In JSON, two lost lines can make one message of two: of two values with one key, only one counts. A page without a tag shows other things. */
function lines(text: string, isPlain: boolean): fc.Arbitrary<Mutation> {
  const all = text.split('\n');
  const change = fc.tuple(fc.nat(all.length - 1), fc.constantFrom(0, 2, 3), fc.nat(3));
  return change.map(([at, times, more]) => {
    const some = all.slice(at, at + more + 1);
    const instead = Array.from({ length: times }, () => some).flat();
    const changed = [...all.slice(0, at), ...instead, ...all.slice(at + more + 1)];
    return { kind: times === 0 ? 'lines lost' : 'lines doubled', content: changed.join('\n'), isPlain };
  });
}

/** Values of a file, and the text of values. */
interface Values {
  readonly value: unknown;
  textOf(value: unknown): string;
}

function parsedOrLines(text: string): Values | undefined {
  try {
    return { value: JSON.parse(text), textOf: (value) => JSON.stringify(value, null, 1) };
  } catch {
    try {
      const value = text
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
      const textOf = (all: unknown) => (all as unknown[]).map((one) => `${JSON.stringify(one)}\n`).join('');
      return { value, textOf };
    } catch {
      return undefined;
    }
  }
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, one]) =>
    pathsIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inside : [path, ...inside];
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inside, step) => (inside as Record<string | number, unknown>)[step], value);

function replaced(value: unknown, path: Path, instead: (old: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return instead(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[step] = replaced(copy[step], rest, instead);
  return copy;
}

/** Where the messages are: the list that has as many values as there are messages. */
const listIn = (value: unknown, records: number): Path | undefined =>
  [[], ...pathsIn(value)].find((path) => {
    const found = at(value, path);
    return Array.isArray(found) && found.length === records && found.every((one) => typeof one === 'object');
  });

const startsWith = (path: Path, begin: Path): boolean => begin.every((step, index) => path[index] === step);

function otherValues({ value, textOf }: Values, records: number): fc.Arbitrary<Mutation> {
  const list = listIn(value, records);
  const inside = pathsIn(value).filter((path) => path.length > 0);
  return fc.tuple(fc.constantFrom(...inside), fc.jsonValue()).map(([path, instead]) => {
    const content = textOf(replaced(value, path, () => instead));
    const isInMessage = list !== undefined && path.length > list.length && startsWith(path, list);
    return { kind: `value at ${path.join('.')}`, content, ...(isInMessage ? { records } : {}) };
  });
}

/** The first message stays, so that the file is known by its beginning. */
function otherRecords({ value, textOf }: Values, records: number): fc.Arbitrary<Mutation> {
  const list = listIn(value, records);
  if (!list) return otherValues({ value, textOf }, records);
  const messages = at(value, list) as readonly object[];
  const message = fc.constantFrom(...messages);
  const changed = fc
    .tuple(message, fc.array(fc.tuple(fc.nat(30), fc.jsonValue()), { maxLength: 4 }))
    .map(([one, changes]) => {
      const keys = Object.keys(one);
      return { ...one, ...Object.fromEntries(changes.map(([key, other]) => [keys[key % keys.length] ?? '', other])) };
    });
  const record = fc.oneof(message, changed, fc.jsonValue());
  return fc.array(record, { maxLength: 12 }).map((others) => ({
    kind: 'records',
    content: textOf(replaced(value, list, () => [messages[0], ...others])),
    records: others.length + 1,
  }));
}
