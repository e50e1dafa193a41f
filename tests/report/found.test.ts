// What was found, in words: an attachment is named once, with the places to look at.

import { describe, expect, it } from 'vitest';
import type { FindingRecord, MessageRecord } from '../../src/model.ts';
import { foundIn, foundText } from '../../src/report/found.ts';
import { demo } from './demo.ts';
import { wording } from './demo-wording.ts';

const NUMBER = 'patient.identifier.nhs-number';
const MEDICATION = 'patient.clinical.medication';

function finding(category: string, parts: Partial<FindingRecord> = {}): FindingRecord {
  return { id: 'x:1.1', pattern: 'test', category, start: 0, end: 4, confidence: 0.8, because: ['test'], ...parts };
}

function said(findings: readonly FindingRecord[], flags: readonly string[] = []): string {
  return foundText({ ...message(findings), flags }, wording);
}

const message = (findings: readonly FindingRecord[]): MessageRecord => ({ ...demo.messages[0]!, findings, flags: [] });
const inLetter = (place: string, parts: Partial<FindingRecord> = {}) => ({ attachment: 'letter.pdf', place, ...parts });

describe('what was found, in words', () => {
  it('names an attachment once, after the words of the message and its flags', () => {
    const findings = [
      finding(NUMBER, inLetter('page 1')),
      finding(MEDICATION),
      finding(MEDICATION, inLetter('page 2')),
      finding(NUMBER, { attachment: 'IMG-1.jpg', place: 'top left' }),
    ];
    expect(said(findings, ['safeguarding.child'])).toBe(
      'Medication; Safeguarding of a child; in letter.pdf: NHS number (page 1); Medication (page 2); in IMG-1.jpg (top left): NHS number',
    );
  });

  it('gives the place of the surest finding, and says where it is not the only one', () => {
    const findings = [
      finding(NUMBER, inLetter('page 1', { confidence: 0.6 })),
      finding(NUMBER, inLetter('page 4', { confidence: 0.9, because: ['check digit right'] })),
      finding(MEDICATION, inLetter('page 2')),
      finding(MEDICATION, inLetter('page 2')),
    ];
    expect(said(findings)).toBe(
      'in letter.pdf: NHS number (2 times, page 4 and elsewhere); Medication (2 times, page 2)',
    );
    expect(foundIn(message(findings), wording)[0]?.found[0]?.because).toBe('check digit right');
  });

  it('counts what is in an attachment apart from what the message says', () => {
    expect(said([finding(NUMBER), finding(NUMBER, { attachment: 'letter.pdf' })])).toBe(
      'NHS number; in letter.pdf: NHS number',
    );
  });

  it('says nothing of a message in which nothing was found', () => {
    expect(foundIn(message([]), wording)).toEqual([]);
    expect(said([])).toBe('');
  });
});
