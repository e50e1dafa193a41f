import { describe, expect, it } from 'vitest';
import { compilePatterns } from '../../../src/detect/patterns/compile.ts';
import { findPatterns } from '../../../src/detect/patterns/match.ts';
import { patternSchema } from '../../../src/detect/patterns/schema.ts';
import { normalise } from '../../../src/detect/text.ts';
import { shipped } from './shipped.ts';

const examples = {
  match: [
    { text: 'tray 12', finds: ['12'] },
    { text: 'tray 13', finds: ['13'] },
  ],
  noMatch: [
    { text: 'a', why: 'a' },
    { text: 'b', why: 'b' },
  ],
};

function only(change: object) {
  return compilePatterns([
    patternSchema.parse({
      id: 'tray',
      name: 'Tray',
      category: 'patient.identifier.event-ref',
      why: 'Because.',
      sources: ['none'],
      forms: { two: '(?<!\\d)\\d{2}(?!\\d)' },
      confidence: { base: '0.4', word: '0.3', not: '-0.2' },
      ...examples,
      ...change,
    }),
  ]);
}

const confidences = (text: string, change: object): number[] =>
  findPatterns(normalise(text), only(change)).map(({ confidence }) => confidence);

const ids = (text: string): string[] => findPatterns(normalise(text), shipped).map(({ pattern }) => pattern);

describe('words that are no names', () => {
  const change = {
    forms: { after: '(?<name>[A-Z][a-z-]{1,9})( [A-Z][a-z]{1,9})? (?<value>\\d{2})' },
    noNames: ['Ward'],
    ignoreCase: 'no',
  };
  const found = (text: string): number => findPatterns(normalise(text), only(change)).length;

  it('keep a form from matching where its name begins with one', () => {
    expect(['Vera 12', 'Wardle 12', 'Ward 12', 'Ward-based 12'].map(found)).toEqual([1, 1, 0, 0]);
  });

  it('do not hide a name that begins behind them', () => {
    expect(found('Ward Vera 12')).toBe(1);
  });
});

describe('points', () => {
  const context = { words: ['tray', 'tray no'], not: ['tea', 'tea time'], within: '10' };

  it('are the base alone where no word stands near', () => {
    expect(confidences('12', { context })).toEqual([0.4]);
  });

  it('are added once for a word near, on either side', () => {
    expect(confidences('tray no 12', { context })).toEqual([0.7]);
    expect(confidences('12 tray, tray', { context })).toEqual([0.7]);
  });

  it('are not added for a word out of reach', () => {
    expect(confidences('tray and then something 12', { context })).toEqual([0.4]);
  });

  it('are taken off for a word against it', () => {
    expect(confidences('tray 12 tea', { context })).toEqual([0.5]);
  });

  it('count the nearer word only, where the pattern says so', () => {
    expect(confidences('tray 12, tea', { context: { ...context, nearest: 'yes' } })).toEqual([0.7]);
    expect(confidences('tray tea 12', { context: { ...context, nearest: 'yes' } })).toEqual([]);
  });

  it('are nothing where a word is required and missing', () => {
    expect(confidences('12 is too far from any tray', { context, keyword: 'required' })).toEqual([]);
    expect(confidences('tray 12', { context, keyword: 'required' })).toEqual([0.7]);
  });

  it('below 0.3 report nothing', () => {
    expect(confidences('12 tea', { context })).toEqual([]);
  });
});

describe('findPatterns', () => {
  it('gives the place of the value, not of the words around it', () => {
    const [found] = findPatterns(normalise('keysafe is 2580 ok'), shipped);
    expect(found).toMatchObject({ pattern: 'key-safe', start: 11, end: 15 });
  });

  it('says why in words of the pack, none of the message', () => {
    const [found] = findPatterns(normalise('Pt Zebedee NHS no 999 000 0018'), shipped);
    expect(found?.because).toEqual([
      'shape of NHS number: spaced',
      'check digit passes, in the range reserved for tests',
      '"nhs no" stands beside it',
    ]);
  });

  it('reads a number through invisible marks', () => {
    const text = normalise('nhs no \u200e999\u202f000\u202f0018\u200e');
    const [found] = findPatterns(text, shipped);
    expect(text.raw.slice(text.toRaw(found?.start ?? 0), text.toRaw((found?.end ?? 0) - 1) + 1)).toBe(
      '999\u202f000\u202f0018',
    );
  });

  it('gives the findings in the order of the text', () => {
    expect(ids('12 Acacia Ave L12 4AB keysafe 4821')).toEqual(['address-proper', 'postcode', 'key-safe']);
  });

  it('takes a phone with +44 for a phone although its end passes as an NHS number', () => {
    expect(ids('+44 7700900019')).toEqual(['phone']);
  });

  it('takes a mobile without its 0 for an NHS number where the words say so', () => {
    expect(ids('nhs no 7700900019')).toEqual(['nhs-number']);
  });

  it('takes a date with the word for a birth for a date of birth, not a sort code', () => {
    expect(ids('dob 20-10-53')).toEqual(['dob']);
  });

  it('takes a sort code that is a date as well for a sort code where the words say so', () => {
    expect(ids('sort code 20-10-53')).toEqual(['bank']);
  });

  it('takes a wrong check digit beside the words for a typing error', () => {
    expect(ids('NHS no 999 000 1384')).toEqual(['nhs-number-mistyped']);
  });

  it('gives the same findings when asked again', () => {
    const text = normalise('bed 4 and bed 5, dob 12/3/52');
    expect(findPatterns(text, shipped)).toEqual(findPatterns(text, shipped));
  });

  it('finds nothing in an empty text', () => {
    expect(findPatterns(normalise(''), shipped)).toEqual([]);
  });
});
