// A picture in the words of a patient's papers is not passed over in silence, and a door with "Ward" on it is none.

import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../src/detect/attached/blocks.ts';
import { patientForm } from '../../../src/detect/attached/patient-form.ts';
import type { Finding } from '../../../src/model.ts';

const NUMBER = 'patient.identifier.nhs-number';
const powerOf = (category: string) => (category === NUMBER ? 'direct' : 'none');
const form = (text: string, by: 'seen' | 'typed' = 'seen', findings: readonly Finding[] = []) =>
  patientForm(layoutOf([{ place: 'top', text, by }]), findings, powerOf);
const number = (confidence: number): Finding => {
  return { pattern: 'nhs-number', category: NUMBER, start: 0, end: 3, confidence, because: [] };
};

const BAND = 'SURNAME\nDateofBirth\nNHSNo';

describe('the words of a patient form', () => {
  it('are a finding over all that was seen, although no name could be read', () => {
    expect(form(BAND)).toMatchObject({ category: 'media.patient-form', start: 0, end: BAND.length });
  });

  it('are none where fewer than three headings stand', () => {
    expect(form('Ward 7\nVisiting hours\nConsultant of the week')).toBeUndefined();
  });

  it('need no word where the number could be read, and need one where it hardly could', () => {
    expect(form(BAND, 'seen', [number(0.9)])).toBeUndefined();
    expect(form(BAND, 'seen', [number(0.3)])).toBeDefined();
  });

  it('are looked for in pictures only', () => {
    expect(form(BAND, 'typed')).toBeUndefined();
  });
});
