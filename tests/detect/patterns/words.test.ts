import { describe, expect, it } from 'vitest';
import { buildPhraseTable, glance } from '../../../src/detect/patterns/words.ts';

const table = buildPhraseTable(['nhs', 'nhs no', 'd.o.b', 'h&c', 'icd10', 'siân']);
const found = (text: string): string[] => glance(text, table).hits.map(({ start, end }) => text.slice(start, end));

describe('glance', () => {
  it('counts digits and @', () => {
    expect(glance('a1 22 x@y@z', table)).toMatchObject({ digits: 3, row: 2, ats: 2 });
  });

  it('finds a word and the longer phrase that begins with it', () => {
    expect(found('NHS no 12')).toEqual(['NHS', 'NHS no']);
  });

  it('finds a word that digits follow without a space', () => {
    expect(found('nhs999')).toEqual(['nhs']);
  });

  it('does not find a word inside another', () => {
    expect(found('nhsx inhs')).toEqual([]);
  });

  it('does not find a phrase whose last word goes on', () => {
    expect(found('nhs nobody')).toEqual(['nhs']);
  });

  it('takes any sign between the words of a phrase', () => {
    expect(found('d o b / D.O.B. / H+C')).toEqual(['d o b', 'D.O.B', 'H+C']);
  });

  it('does not reach over a longer gap', () => {
    expect(found('h --- c')).toEqual([]);
  });

  it('finds a phrase of letters and digits written together', () => {
    expect(found('ICD10 F20')).toEqual(['ICD10']);
  });

  it('finds words with accents and stops at an emoji', () => {
    expect(found('siân🙂nhs')).toEqual(['siân', 'nhs']);
  });

  it('finds nothing at the very end of a text that breaks off', () => {
    expect(found('d.o')).toEqual([]);
  });
});
