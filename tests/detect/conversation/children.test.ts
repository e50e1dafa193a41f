// Is a message about a child? At least where an age, a date of birth or a word of children's care says so; never guessed.

import { describe, expect, it } from 'vitest';
import { childReader, compileChildWords } from '../../../src/detect/conversation/children.ts';
import { childrenFileSchema } from '../../../src/detect/conversation/children-file.ts';
import type { Evidence, Finding } from '../../../src/model.ts';
import { TOPICS } from '../../../src/topics.ts';
import { readYaml } from '../../patterns.ts';

const file = childrenFileSchema.parse(readYaml('children.yaml'));
const words = compileChildWords(file);

interface Said {
  readonly text: string;
  readonly found?: readonly (readonly [category: string, typed: string])[];
  readonly person?: number;
  readonly from?: readonly number[];
}

function evidenceOf({ text, found = [], person = 0.9, from }: Said, place: number): Evidence {
  const shares = Object.fromEntries(TOPICS.map((topic) => [topic, 0])) as Record<(typeof TOPICS)[number], number>;
  const findings = found.map(([category, typed]): Finding => {
    const start = text.indexOf(typed);
    return { pattern: 'test', category, start, end: start + typed.length, confidence: 0.9, because: [] };
  });
  return {
    message: {
      index: place + 1,
      kind: 'said',
      at: `2024-03-04T10:${String(place).padStart(2, '0')}`,
      sender: 'A',
      text,
      attachments: [],
      marks: [],
      line: place + 1,
    },
    setting: { work: true, ward: true },
    findings,
    signals: [],
    ...(from ? { carried: { power: 'strong', subject: 'patient', from, confidence: 0.9, because: '' } } : {}),
    aboutness: { ...shares, person, because: [], leansOn: [] },
  };
}

function read(...said: readonly Said[]): boolean[] {
  const reader = childReader(words);
  return said.map((one, place) => reader.isAboutChild(evidenceOf(one, place)));
}

const AGE = 'patient.identifier.age-sex';
const DOB = 'patient.identifier.dob';

describe('a message about a child', () => {
  it.each([
    { text: '6M with croup in bay 2', found: [[AGE, '6M']] as const },
    { text: 'Baby Vale, 11 weeks', found: [[AGE, '11 weeks']] as const },
    { text: 'dob 12/03/2012', found: [[DOB, '12/03/2012']] as const },
    { text: 'dob 12.3.12', found: [[DOB, '12.3.12']] as const },
    { text: 'CHI 0503121234', found: [['patient.identifier.chi-number', '0503121234']] as const },
    { text: 'bruises on both arms', found: [['safeguarding.child', 'bruises']] as const },
    ...file.match.map((text) => ({ text })),
  ])('$text', (said) => {
    expect(read(said)).toEqual([true]);
  });

  it('is what is said next of the same person', () => {
    expect(read({ text: '6M with croup', found: [[AGE, '6M']] }, { text: 'sats 91', from: [1] })).toEqual([true, true]);
  });
});

describe('a message about no child, as far as it says', () => {
  it.each([
    { text: '72F with a fall', found: [[AGE, '72F']] as const },
    { text: 'female 30s', found: [[AGE, '30s']] as const },
    { text: 'dob 12/03/1952', found: [[DOB, '12/03/1952']] as const },
    { text: 'dob 12.3.52', found: [[DOB, '12.3.52']] as const },
    { text: 'dob 12/03/2006', found: [[DOB, '12/03/2006']] as const },
    ...file.noMatch.map((text) => ({ text })),
    { text: 'toddler group has the hall on Friday', person: 0.1 },
  ])('$text', (said) => {
    expect(read(said)).toEqual([false]);
  });

  it('is what is said next of an adult', () => {
    const adult = { text: '72F with a fall', found: [[AGE, '72F']] as const };
    expect(read({ text: '6M with croup', found: [[AGE, '6M']] }, adult, { text: 'sats 91', from: [2] })).toEqual([
      true,
      false,
      false,
    ]);
  });
});
