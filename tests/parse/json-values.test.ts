// A JSON file read value by value gives what reading it whole would give, wherever it is cut into pieces, and what comes before a break.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonNotes, type JsonValue, jsonValues } from '../../src/parse/json-values.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, wanted: string[], size = 7): Promise<{ values: JsonValue[]; notes: JsonNotes }> {
  const notes: JsonNotes = { lost: 0, cut: false };
  const values: JsonValue[] = [];
  for await (const value of jsonValues(inPieces(text, size), wanted, notes)) values.push(value);
  return { values, notes };
}

describe('jsonValues', () => {
  it('gives the same values as JSON.parse, in any pieces', async () => {
    const chat = fc.record({ title: fc.string(), messages: fc.array(fc.jsonValue()), other: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(chat, fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 2), async (value, size, space) => {
        const text = JSON.stringify(value, null, space);
        const { values, notes } = await read(text, ['title', 'messages.*'], size);
        const plain = JSON.parse(text);
        expect(values.filter(({ wanted }) => wanted === 'title').map((one) => one.value)).toEqual([plain.title]);
        expect(values.filter(({ wanted }) => wanted === 'messages.*').map((one) => one.value)).toEqual(plain.messages);
        expect(notes).toEqual({ lost: 0, cut: false });
      }),
    );
  });

  it('tells by which keys it came to a value', async () => {
    const text = '{"chats":{"list":[{"name":"A","messages":[1]},{"name":"B","messages":[2,3]}]}}';
    const { values } = await read(text, ['chats.list.*.name', 'chats.list.*.messages.*']);
    expect(values.map(({ steps, value }) => [steps[2], value])).toEqual([
      ['0', 'A'],
      ['0', 1],
      ['1', 'B'],
      ['1', 2],
      ['1', 3],
    ]);
  });

  it('keeps what comes before a cut, and says so', async () => {
    const whole = JSON.stringify({ messages: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] });
    const { values, notes } = await read(whole.slice(0, whole.indexOf('three')), ['messages.*']);
    expect(values.map(({ value }) => value)).toEqual([{ text: 'one' }, { text: 'two' }]);
    expect(notes).toEqual({ lost: 1, cut: true });
  });

  it('keeps the last value of a file that breaks off right behind it, unless it is a number that may go on', async () => {
    const { values, notes } = await read('{"messages":[{"text":"one"},{"text":"two"}', ['messages.*']);
    expect(values.map(({ value }) => value)).toEqual([{ text: 'one' }, { text: 'two' }]);
    expect(notes).toEqual({ lost: 0, cut: true });
    expect((await read('{"messages":[1,23', ['messages.*'])).notes).toEqual({ lost: 1, cut: true });
  });

  it('calls an empty file cut', async () => {
    expect((await read('  ', ['messages.*'])).notes.cut).toBe(true);
  });

  it('loses a value that is no JSON and goes on', async () => {
    const { values, notes } = await read('{"messages":[{"a":tru},{"a":2}]}', ['messages.*']);
    expect(values.map(({ value }) => value)).toEqual([{ a: 2 }]);
    expect(notes).toEqual({ lost: 1, cut: false });
  });

  it('takes control characters that stand where JSON forbids them', async () => {
    const { values } = await read('{"messages":[{"a":"x\u0001y"}]}', ['messages.*']);
    expect(values.map(({ value }) => value)).toEqual([{ a: 'x y' }]);
  });

  it('throws for no text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'{}[]",:\\a1 ') }), (text) =>
        read(text, ['a.*']).then(() => undefined),
      ),
    );
  });
});
