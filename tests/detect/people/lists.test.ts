import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readShape } from '../../../src/detect/people/shape.ts';
import { plainWord } from '../../../src/detect/people/table.ts';
import { fold } from '../../../src/detect/words/tokens.ts';
import { files, fileText } from './chat-set.ts';

const firstWords = (file: string) =>
  file
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '');

describe('the committed word lists', () => {
  for (const [name, text] of [
    ['names.tsv', files.names],
    ['english.tsv', files.english],
  ] as const) {
    it(`${name} is sorted, without doubles, and below 1.4 MB`, () => {
      const words = firstWords(text);
      expect(words.every((word, index) => index === 0 || (words[index - 1] ?? '') < word)).toBe(true);
      expect(Buffer.byteLength(text)).toBeLessThan(1_400_000);
    });
  }

  it('hold every name of own-names.yaml (run scripts/make-word-list.mjs after changing it)', () => {
    const { surnames, given } = parse(fileText('own-names.yaml'), { schema: 'failsafe' }) as Record<
      string,
      Record<string, string>
    >;
    const own = [...Object.values(surnames ?? {}), ...Object.values(given ?? {})].flatMap((names) =>
      names.split(/[\s-]+/),
    );
    const listed = new Set(firstWords(files.names));
    const missing = own.map((name) => plainWord(fold(name))).filter((name) => name.length > 1 && !listed.has(name));
    expect(missing).toEqual([]);
    expect(new Set(own).size).toBeGreaterThan(5000);
  });

  it('are named in NOTICE with their licence', () => {
    const notice = readFileSync(new URL('../../../NOTICE', import.meta.url), 'utf8');
    expect(notice).toContain('Copyright 2000-2016 by Kevin Atkinson');
    expect(notice).toContain('Social Security Administration');
  });
});

describe('the spelling of a name', () => {
  const shape = readShape(files.shape);

  it('is told from that of an English word', () => {
    const average = (words: readonly string[]) => words.reduce((sum, word) => sum + shape(word), 0) / words.length;
    expect(average(['ogunfowora', 'kowalenka', 'mukherjit', 'papadimas', 'gebreabzgi', 'siobhanna'])).toBeGreaterThan(
      1,
    );
    expect(average(['dischargeable', 'recannulated', 'unmobilised', 'overprescribed', 'handoverish'])).toBeLessThan(-1);
  });

  it('is read with the features it was learnt with', async () => {
    const script = new URL('../../../scripts/train-name-shape.mjs', import.meta.url).href;
    const { buckets } = (await import(script)) as { buckets: (word: string) => number[] };
    const [head = '', body = ''] = files.shape.split('\n');
    const [bias = 0, scale = 0] = head.split(' ').map(Number);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+';
    const at = buckets('kowalenka');
    const sum = at.reduce((total, bucket) => total + (alphabet.indexOf(body.charAt(bucket)) - 31) * scale, 0);
    expect(shape('kowalenka')).toBeCloseTo(bias + sum / Math.sqrt(at.length), 3);
  });
});
