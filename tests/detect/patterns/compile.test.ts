import { describe, expect, it } from 'vitest';
import { compilePattern, compilePatterns, gatesOf } from '../../../src/detect/patterns/compile.ts';
import { patternSchema } from '../../../src/detect/patterns/schema.ts';
import { ScanError } from '../../../src/errors.ts';
import { shipped } from './shipped.ts';

const raw = {
  id: 'tray',
  name: 'Tray',
  category: 'patient.identifier.event-ref',
  why: 'Because.',
  sources: ['none'],
  forms: { plain: 'tray \\d{3}' },
  confidence: { base: '0.5', word: '.3'.replace('.', '0.') },
  match: [
    { text: 'tray 123', finds: ['tray 123'] },
    { text: 'a tray 124', finds: ['tray 124'], atLeast: '0.5' },
  ],
  noMatch: [
    { text: 'tray', why: 'no number' },
    { text: 'tray 1', why: 'too short' },
  ],
};

describe('patternSchema', () => {
  it('reads numbers and yes and no that arrive as text', () => {
    const file = patternSchema.parse({ ...raw, ignoreCase: 'no', context: { within: '25' } });
    expect(file).toMatchObject({ ignoreCase: false, confidence: { base: 0.5, word: 0.3 }, context: { within: 25 } });
  });

  it('reads its own result again, as it comes out of the pack', () => {
    const file = patternSchema.parse(raw);
    expect(patternSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  });

  it.each([
    ['one example only', { match: raw.match.slice(1) }],
    ['no counter-example', { noMatch: [] }],
    ['a counter-example without a reason', { noMatch: [{ text: 'a' }, { text: 'b' }] }],
    ['an unknown key', { regexp: 'x' }],
    ['no form', { forms: {} }],
    ['a word that is no name and no word', { noNames: ['Ward 12'] }],
    ['a form that is no regex', { forms: { broken: '(' } }],
    ['a form that matches nothing at all', { forms: { empty: '\\d*' } }],
    ['a word of signs', { context: { words: ['##'] } }],
    ['points above 1', { confidence: { base: '50' } }],
    ['an id that is no file name', { id: 'Tray 1' }],
  ])('refuses %s', (_, change) => {
    expect(patternSchema.safeParse({ ...raw, ...change }).success).toBe(false);
  });
});

describe('compilePattern', () => {
  const compileWith = (change: object) => () => compilePattern(patternSchema.parse({ ...raw, ...change }));

  it.each([
    ['an unknown validator', { validator: 'horoscope' }, 'horoscope'],
    ['a keyword that is required and not named', { keyword: 'required' }, 'keyword'],
    ['words that are no names without a group for the name', { noNames: ['Ward'] }, 'group "name"'],
  ])('refuses %s and says where', (_, change, says) => {
    expect(compileWith(change)).toThrow(ScanError);
    expect(compileWith(change)).toThrow(says);
  });

  it('matches either case unless told otherwise', () => {
    expect(compileWith({})().forms[0]?.regex.flags).toBe('gi');
    expect(compileWith({ ignoreCase: 'no' })().forms[0]?.regex.flags).toBe('g');
  });
});

describe('compilePatterns', () => {
  it('keeps one phrase for two patterns that ask for it', () => {
    const first = patternSchema.parse({ ...raw, context: { words: ['ward', 'Tray No'] } });
    const second = patternSchema.parse({ ...raw, id: 'other', context: { words: ['WARD'], not: ['tea'] } });
    expect(compilePatterns([first, second]).phrases.phrases).toEqual(['ward', 'tray no', 'tea']);
  });
});

describe('gates made by the build', () => {
  const files = shipped.patterns.map(({ file }) => file);
  const leastsOf = (patterns: typeof shipped.patterns) => patterns.map(({ forms }) => forms.map(({ least }) => least));

  it('are those that are read off the regexes, and are believed', () => {
    expect(leastsOf(compilePatterns(files, gatesOf(files)).patterns)).toEqual(leastsOf(shipped.patterns));
    const [file] = files;
    const source = Object.values(file?.forms ?? {})[0] ?? '';
    const gate = { digits: 99, row: 99, ats: 99 };
    expect(file && compilePattern(file, { [source]: gate }).forms[0]?.least).toEqual(gate);
  });
});
