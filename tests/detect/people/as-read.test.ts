import { describe, expect, it } from 'vitest';
import { namesAsRead } from '../../../src/detect/people/as-read.ts';
import type { Colleague, PersonFinding } from '../../../src/detect/people/people.ts';
import type { Aboutness, Evidence } from '../../../src/model.ts';

const name = (category: string, subject: PersonFinding['subject'], colleague?: Colleague): PersonFinding => ({
  pattern: 'person-name',
  category,
  start: 0,
  end: 4,
  confidence: 0.9,
  because: [],
  subject,
  ...(colleague ? { colleague } : {}),
});

const colleague = (kind: Colleague) => name('staff.identifier.name-role', 'staff', kind);

const read = (about: Partial<Aboutness>, ...findings: PersonFinding[]) =>
  namesAsRead({ findings, aboutness: { person: 1, staff: 0, ...about } } as unknown as Evidence).findings;

describe('names in a message that is read whole', () => {
  it('are too unsure to show where nobody is talked about', () => {
    const patient = name('patient.identifier.name-partial', 'patient');
    expect(read({ person: 0.9 }, patient)[0]?.confidence).toBe(0.9);
    expect(read({ person: 0.1 }, patient)[0]?.confidence).toBeLessThan(0.5);
  });

  it('are asked for more where no cue tells whose they are', () => {
    expect(read({ person: 0.6 }, name('patient.identifier.name-partial', 'unknown'))[0]?.confidence).toBeLessThan(0.5);
    expect(read({ person: 0.6 }, name('patient.identifier.name-partial', 'patient'))[0]?.confidence).toBe(0.9);
  });

  it('identify a colleague whose private matter is told', () => {
    const categories = (staff: number, ...kinds: Colleague[]) =>
      read({ staff }, ...kinds.map(colleague)).map(({ category }) => category.replace('staff.identifier.', ''));
    expect(categories(0.1, 'other')).toEqual(['name-role']);
    expect(categories(0.5, 'other')).toEqual(['name']);
    expect(categories(0.5, 'participant')).toEqual(['name-role']);
    expect(categories(0.9, 'participant')).toEqual(['name']);
    expect(categories(0.9, 'bystander')).toEqual(['name-role']);
    expect(categories(0.9, 'other', 'participant')).toEqual(['name', 'name-role']);
  });

  it('keep nothing that is only meant for this', () => {
    expect(read({ staff: 1 }, colleague('other'))[0]).not.toHaveProperty('colleague');
  });
});
