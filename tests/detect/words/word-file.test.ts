import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJoined, findWord, valueAt, wordFile } from '../../../src/detect/words/word-file.ts';
import { files } from '../people/chat-set.ts';

/** What the slots must give, looked up in the naive way: the first line of the word. */
function naively(text: string, word: string): string | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${word}\t`));
  return line?.slice(word.length + 1);
}

function valueFor(file: ReturnType<typeof wordFile>, word: string): string | undefined {
  const at = findWord(file, word);
  return at < 0 ? undefined : valueAt(file, at);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u{1f642}', '\\', 'u00e9', ' ', '0'), maxLength: 5 });

describe('a word file', () => {
  it('finds every line, also the first and the last, and nothing else', () => {
    const file = wordFile('ab\t1\nabc\t2\nb\t3\n');
    expect(['ab', 'abc', 'b'].map((one) => valueFor(file, one))).toEqual(['1', '2', '3']);
    expect(['', 'a', 'abcd', 'aa', 'c', 'é'].map((one) => findWord(file, one))).toEqual([-1, -1, -1, -1, -1, -1]);
    expect(findWord(wordFile(''), 'a')).toBe(-1);
  });

  it('finds what a walk over its lines finds, and keeps escapes and what they stand for apart', () => {
    const lines = fc.array(fc.tuple(word, fc.nat()), { maxLength: 40 });
    fc.assert(
      fc.property(lines, fc.array(word), (made, asked) => {
        const text = made.map(([key, value]) => `${key}\t${value}\n`).join('');
        const file = wordFile(text);
        for (const one of [...asked, ...made.map(([key]) => key)]) expect(valueFor(file, one)).toBe(naively(text, one));
      }),
    );
  });

  it('finds a word given in parts as it finds the whole', () => {
    const lines = fc.array(fc.tuple(word, fc.nat()), { maxLength: 40 });
    fc.assert(
      fc.property(lines, fc.array(fc.array(word, { maxLength: 3 })), (made, asked) => {
        const file = wordFile(made.map(([key, value]) => `${key}\t${value}\n`).join(''));
        const cut = made.map(([key]) => [key.slice(0, 1), key.slice(1, 2), key.slice(2)]);
        for (const parts of [...asked, ...cut]) expect(findJoined(file, parts)).toBe(findWord(file, parts.join('')));
      }),
    );
  });

  it('finds each of the 45,000 names', () => {
    const file = wordFile(files.names);
    const lines = files.names.trimEnd().split('\n');
    expect(lines.filter((line) => valueFor(file, line.split('\t')[0] ?? '') !== line.split('\t')[1])).toEqual([]);
  });

  it('is not made of values that it could not keep', () => {
    expect(() => wordFile('a\té\n')).toThrow(RangeError);
  });
});
