// How terms are found: the longest of a list, under which conditions, and the same from prepared lines as from the files.

import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/detect/text.ts';
import { type LexiconFile, lexiconSchema } from '../../../src/detect/words/lexicon.ts';
import { buildWordTable, findTerms, preparedWordTable, type WordTable } from '../../../src/detect/words/table.ts';
import { termLines } from '../../../src/detect/words/terms.ts';
import { tokenise } from '../../../src/detect/words/tokens.ts';

const lexicon = (id: string, terms: object): LexiconFile =>
  lexiconSchema.parse({
    id,
    name: id,
    category: `patient.clinical.${id}`,
    why: 'test',
    sources: ['test'],
    match: Array.from({ length: 2 }, () => ({ text: 'x', finds: ['x'] })),
    noMatch: Array.from({ length: 2 }, () => ({ text: 'x', why: 'x' })),
    ...terms,
  });

const FILES = [
  lexicon('ward', { strong: ['ward round | round of the ward'], weak: ['ward', 'round', 'Noël'] }),
  lexicon('heart', {
    strong: ['constructor'],
    special: [
      { term: 'MI', case: 'exact', needs: ['ecg', 'chest pain'], not: ['major incident'] },
      { term: 'round', weight: 'strong', needs: ['heart'] },
    ],
  }),
  lexicon('gone', {
    strong: ['(wipe, wiped) ... (chat, log book, photos)', 'said ... nothing ... here', '(no, ) trace at all', '5(2)'],
    weak: ['wipe the'],
  }),
  lexicon('friend', { category: 'context.false-friend', strong: ['ward off'], cancels: ['patient.clinical.ward'] }),
];
const table = buildWordTable(FILES);

const found = (text: string, words: WordTable = table): string[] => {
  const normal = normalise(text);
  return findTerms(normal, tokenise(normal.text), words).findings.map(
    ({ pattern, start, end, confidence }) => `${pattern} ${normal.text.slice(start, end)} ${confidence}`,
  );
};

describe('terms in a message', () => {
  it('are the longest of each list, and no weak one inside them', () => {
    expect(found('on the ward round now')).toEqual(['ward ward round 0.9']);
  });

  it('go on over more than two words', () => {
    expect(found('the round of the ward')).toEqual(['ward round of the ward 0.9']);
  });

  it('do not match when the message ends too early', () => {
    expect(found('round of the')).toEqual(['ward round 0.4']);
  });

  it('count as typed only, where the list says so', () => {
    expect([found('MI? ecg please'), found('mi? ecg please')]).toEqual([['heart MI 0.9'], []]);
  });

  it('ask for a phrase as a whole: its words apart are not enough', () => {
    expect([found('MI, chest pain'), found('MI, chest is fine, no pain')]).toEqual([['heart MI 0.9'], []]);
  });

  it('are cancelled by a phrase that speaks against them', () => {
    expect(found('MI declared, ecg, major incident')).toEqual([]);
  });

  it('are taken out where a false friend lies on them', () => {
    expect(found('to ward off a cold on the ward')).toEqual(['friend ward off 0.9', 'ward ward 0.4']);
  });

  it.each([
    ['wiped that old group chat', 'gone wiped 0.9'],
    ['wipe photos', 'gone wipe 0.9'],
    ['wipe the log book', 'gone wipe 0.9'],
    ['she said to him nothing of it here', 'gone said 0.9'],
    ['no trace at all', 'gone no trace at all 0.9'],
    ['trace at all', 'gone trace at all 0.9'],
    ['on a 5(2)', 'gone 5(2) 0.9'],
  ])('take one of a choice, and leave gaps: %s', (text, hit) => {
    expect(found(text)).toEqual([hit]);
  });

  it.each(['wipe one two three four five chat', 'wiped it. chat later', 'said nothing', 'wiped log'])(
    'keep to four words of the same sentence in a gap: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('lose no other term that stands in a gap', () => {
    expect(found('wipe the ward chat')).toEqual(['gone wipe 0.9', 'ward ward 0.4']);
  });

  it('may be called like a property of every object', () => {
    expect([found('constructor'), found('toString hasOwnProperty __proto__')]).toEqual([['heart constructor 0.9'], []]);
  });
});

describe('prepared lines', () => {
  const prepared = preparedWordTable(FILES, termLines(FILES));

  it.each([
    'on the ward round',
    'the round of the ward, a heart',
    'MI, chest pain',
    'wiped the chat',
    'noel and Noël',
    'ward off',
  ])('find in "%s" what the files find', (text) => {
    expect(found(text, prepared)).toEqual(found(text));
    expect(found(text)).not.toEqual([]);
  });

  it('are plain ASCII, but for words that are not', () => {
    expect(termLines([lexicon('ascii', { strong: ['sepsis “now” | sepsis é'] })])).toMatch(/^[\x00-\x7f]+$/);
  });
});
