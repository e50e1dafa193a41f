// Aboutness: clues that know no person, two looks, and reasons that can be named.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aboutnessReader } from '../../../src/detect/aboutness/aboutness.ts';
import { type ClueBook, clueBook, type WordClues } from '../../../src/detect/aboutness/clue-book.ts';
import { clueVisitor } from '../../../src/detect/aboutness/clues.ts';
import { type Glimpse, glimpse } from '../../../src/detect/aboutness/glimpse.ts';
import { AFTER } from '../../../src/detect/aboutness/neighbours.ts';
import { parseWeights } from '../../../src/detect/aboutness/weights.ts';
import { tokenise } from '../../../src/detect/words/tokens.ts';
import type { Finding, Message } from '../../../src/model.ts';
import { TOPICS } from '../../../src/topics.ts';

const shipped = (name: string) => readFileSync(new URL(`../../../patterns/aboutness/${name}`, import.meta.url), 'utf8');

/** The first column of the shipped table of clues. */
const clueLines = () =>
  shipped('first-look.tsv')
    .split('\n')
    .slice(1, -1)
    .map((line) => line.slice(0, line.indexOf('\t')));

const said = (index: number, text: string): Message => ({
  index,
  kind: 'said',
  at: '2024-03-04T10:00',
  sender: 'A',
  text,
  attachments: [],
  marks: [],
  line: index,
});
const finding = (category: string, start: number, end: number): Finding => ({
  pattern: 'test',
  category,
  start,
  end,
  confidence: 0.9,
  because: [],
});
const seenWith =
  (book: ClueBook) =>
  (index: number, text: string, findings: Finding[] = [], minute = index): Glimpse =>
    glimpse(said(index, text), minute, tokenise(text), findings, book);

const columns = (weight: number) => TOPICS.map(() => weight).join('\t');
const tables = (first: string[], second: string[]) => ({
  firstLook: `clue\t${TOPICS.join('\t')}\n${first.join('\n')}\n`,
  secondLook: `feature\t${TOPICS.join('\t')}\n${second.join('\n')}\n`,
});
const reader = (first: string[], second: string[]) => {
  const weights = parseWeights(tables(first, second));
  return { ...aboutnessReader(weights), seen: seenWith(weights.book) };
};

describe('the clues of a message', () => {
  /** Every clue has a number: its place in the list of their names. */
  const names: string[] = [];
  const numberOf = (kind: string, clue: string) => {
    const name = `${kind}: ${clue}`;
    return names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
  };
  const words = new Map<string, WordClues>();
  const book = clueBook(numberOf, {
    word: (word) => {
      const clues = words.get(word) ?? { now: numberOf('word', word), before: numberOf('word before', word) };
      words.set(word, clues);
      return clues;
    },
    pair: (first, second) => numberOf('pair of words', `${first} ${second}`),
  });
  const visitClues = clueVisitor(book);
  const seen = seenWith(book);
  const cluesOf = (...glimpses: Glimpse[]) => {
    const clues: string[] = [];
    visitClues(glimpses, glimpses.length - 1, (clue) => clues.push(names[clue] ?? ''));
    return clues;
  };

  it('hold no word of an identifier, only that there is one', () => {
    const clues = cluesOf(seen(1, 'Okafor is drowsy', [finding('patient.identifier.name-partial', 0, 6)]));
    expect(clues).toContain('word: drowsy');
    expect(clues).not.toContain('word: okafor');
    expect(clues).toContain('strong: patient.identifier.name-partial');
  });

  it('know a number by its length alone', () => {
    expect(cluesOf(seen(1, 'lactate 4'))).toContain('word: #1');
    expect(cluesOf(seen(1, 'ext 5512'))).toContain('word: #4');
  });

  it('are pairs of words too, in which an identifier is one word, whatever it is', () => {
    const clues = cluesOf(seen(1, 'ann Okafor is drowsy', [finding('patient.identifier.name-full', 0, 10)]));
    expect(clues.filter((clue) => clue.startsWith('pair of words'))).toEqual([
      'pair of words: ^ [name]',
      'pair of words: [name] is',
      'pair of words: is drowsy',
      'pair of words: drowsy $',
    ]);
  });

  it('count a category once, however many findings it has', () => {
    const twice = [finding('patient.clinical.result', 0, 3), finding('patient.clinical.result', 4, 9)];
    const clues = cluesOf(seen(1, 'ct chest', twice));
    expect(clues.filter((clue) => clue === 'strong: patient.clinical.result')).toHaveLength(1);
  });

  it('take in the words of the message before, unless it was long ago', () => {
    expect(cluesOf(seen(1, 'drowsy'), seen(2, 'ok'))).toContain('word before: drowsy');
    expect(cluesOf(seen(1, 'drowsy', [], 1), seen(2, 'ok', [], 90))).not.toContain('word before: drowsy');
  });
});

describe('reading a conversation', () => {
  const first = [`word: drowsy\t${columns(6)}`];
  const own = TOPICS.map((topic, at) => `${topic}: own\t${TOPICS.map((_, to) => (to === at ? 3 : 0)).join('\t')}`);

  it('gives every message once, in order, the last ones at the end', () => {
    const read = reader(first, own);
    const during = Array.from({ length: 10 }, (_, at) => read.next(read.seen(at + 1, 'hello')).length);
    expect(during.slice(0, AFTER)).toEqual(Array(AFTER).fill(0));
    expect(during.reduce((sum, count) => sum + count, 0) + read.end().length).toBe(10);
  });

  it('is sure where the clues are strong, and names them', () => {
    const read = reader(first, own);
    read.next(read.seen(1, 'very drowsy'));
    const [about] = read.end();
    expect(about?.person).toBeGreaterThan(0.9);
    expect(about?.because).toContain('word "drowsy"');
  });

  it('lets what follows speak for what stood before', () => {
    const read = reader(first, [`person: 1 after\t${columns(3)}`]);
    read.next(read.seen(1, 'hm'));
    read.next(read.seen(2, 'very drowsy'));
    expect(read.end()[0]?.person).toBeGreaterThan(0.9);
  });

  it('names the messages before that it leans on', () => {
    const read = reader(first, [`person: 1 before\t${columns(3)}`]);
    read.next(read.seen(1, 'very drowsy'));
    read.next(read.seen(2, 'since when'));
    expect(read.end()[1]).toMatchObject({ leansOn: [1], because: ['the talk before is about a person'] });
  });

  it('says nothing about a chat without clues', () => {
    const read = reader(first, own);
    read.next(read.seen(1, 'lunch?'));
    expect(read.end()[0]).toMatchObject({ because: [], leansOn: [] });
  });
});

describe('the weights', () => {
  it('are refused when a row has not one number a topic', () => {
    expect(() => parseWeights(tables([], ['always\t1']))).toThrow(RangeError);
    expect(() => parseWeights(tables(['word: x\t1'], [])).book.word('x')).toThrow(RangeError);
  });

  it('that ship are complete and not empty', () => {
    const weights = parseWeights({ firstLook: shipped('first-look.tsv'), secondLook: shipped('second-look.tsv') });
    expect(clueLines().filter((clue) => clue.startsWith('word: ')).length).toBeGreaterThan(500);
    expect(weights.second.filter((row) => row !== undefined).length).toBeGreaterThan(50);
  });

  it('that ship stand in the order in which they are looked up', () => {
    const { numberOf } = parseWeights({ firstLook: shipped('first-look.tsv'), secondLook: '' }).book;
    const lost = clueLines().filter((clue) => {
      const colon = clue.indexOf(': ');
      return numberOf(clue.slice(0, colon), clue.slice(colon + 2)) < 0;
    });
    expect(lost).toEqual([]);
  });

  it('that ship are tied to ordinary words and to words of the lists, never to a name that is nothing else', () => {
    const english = readFileSync(new URL('../../../patterns/people/english.tsv', import.meta.url), 'utf8');
    const ordinary = new Set(english.split('\n').map((line) => line.split('\t')[0]));
    const names = new Set(
      readFileSync(new URL('../../../patterns/people/names.tsv', import.meta.url), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([, given, surname]) => given === '3' || surname === '3')
        .map(([word]) => word),
    );
    const words = clueLines()
      .filter((clue) => /^word(?: before)?: /.test(clue))
      .map((clue) => clue.slice(clue.indexOf(': ') + 2));
    const personal = words.filter((word) => names.has(word) && !ordinary.has(word));
    expect(personal.length).toBeLessThan(words.length / 100);
  });
});
