import { describe, expect, it } from 'vitest';
import { checkPattern } from '../../../src/detect/patterns/check.ts';
import { compilePatterns } from '../../../src/detect/patterns/compile.ts';
import { patternSchema } from '../../../src/detect/patterns/schema.ts';

function failures(examples: object) {
  const all = compilePatterns([
    patternSchema.parse({
      id: 'tray',
      name: 'Tray',
      category: 'patient.identifier.event-ref',
      why: 'Because.',
      sources: ['none'],
      forms: { three: '\\d{3}' },
      confidence: { base: '0.5' },
      match: [
        { text: 'tray 123', finds: ['123'] },
        { text: 'tray 124', finds: ['124'] },
      ],
      noMatch: [
        { text: 'tray', why: 'no number' },
        { text: 'tea', why: 'no tray' },
      ],
      ...examples,
    }),
  ]);
  return all.patterns.flatMap((pattern) => checkPattern(pattern, all));
}

describe('checkPattern', () => {
  it('is content with examples that hold', () => {
    expect(failures({})).toEqual([]);
  });

  it('calls a match that is not found missing', () => {
    const match = [
      { text: 'tray 12', finds: ['12'] },
      { text: 'tray 124', finds: ['124'] },
    ];
    expect(failures({ match })).toEqual([
      { pattern: 'tray', kind: 'missing', example: 'tray 12', says: 'does not find "12"' },
    ]);
  });

  it('calls a match missing that is found with too little confidence', () => {
    const match = [
      { text: 'tray 123', finds: ['123'], atLeast: '0.8' },
      { text: 'tray 124', finds: ['124'] },
    ];
    expect(failures({ match })).toMatchObject([{ kind: 'missing', says: 'finds "123" with 0.5, not 0.8' }]);
  });

  it('calls what a match example does not name noisy', () => {
    const match = [
      { text: 'tray 123 and 456', finds: ['123'] },
      { text: 'tray 124', finds: ['124'] },
    ];
    expect(failures({ match })).toMatchObject([{ kind: 'noisy', says: 'finds "456" as well' }]);
  });

  it('wants a value as often as it is named', () => {
    const match = [
      { text: 'tray 123', finds: ['123', '123'] },
      { text: 'tray 124', finds: ['124'] },
    ];
    expect(failures({ match })).toMatchObject([{ kind: 'missing' }]);
  });

  it('calls a finding in a counter-example noisy and repeats why it should not be', () => {
    const noMatch = [
      { text: 'room 123', why: 'a room' },
      { text: 'tea', why: 'no tray' },
    ];
    expect(failures({ noMatch })).toMatchObject([
      { kind: 'noisy', example: 'room 123', says: expect.stringContaining('a room') },
    ]);
  });
});
