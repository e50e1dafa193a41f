// A message and what it brought are one piece of evidence.

import { describe, expect, it } from 'vitest';
import { type Attached, joined } from '../../../src/detect/attached/joined.ts';
import type { Evidence, Finding } from '../../../src/model.ts';
import { TOPICS } from '../../../src/topics.ts';

const shares = Object.fromEntries(TOPICS.map((topic) => [topic, 0])) as Record<(typeof TOPICS)[number], number>;
const finding = (category: string): Finding => {
  return { pattern: 'test', category, start: 0, end: 1, confidence: 0.9, because: [] };
};

const evidence = (own: readonly Finding[] = []): Evidence => ({
  message: { index: 1, kind: 'said', at: '', sender: 'A', text: 'see pic', attachments: [], marks: [], line: 1 },
  setting: { work: true, ward: true },
  findings: own,
  signals: ['media.image', 'media.unreviewed'],
  aboutness: { ...shares, person: 0.2, because: ['own'], leansOn: [] },
});

const attached = (parts: Partial<Attached> = {}): Attached => ({
  name: 'IMG-1.jpg',
  text: 'x',
  findings: [],
  signals: [],
  aboutness: undefined,
  aboutChild: false,
  isExhausted: true,
  ...parts,
});
const join = (own: readonly Finding[], ...all: Attached[]) => joined(evidence(own), all, () => 'none');

describe('a message with its attachments', () => {
  it('has the findings of both, and is as much about somebody as the most telling of them', () => {
    const inside = { ...shares, person: 0.9, because: ['inside'], leansOn: [] };
    const all = join([finding('a')], attached({ findings: [finding('b')], aboutness: inside, aboutChild: true }));
    expect(all.findings.map(({ category }) => category)).toEqual(['a', 'b']);
    expect(all.aboutness).toMatchObject({ person: 0.9, because: ['inside'] });
    expect(all.aboutChild).toBe(true);
  });

  it('is no longer suspect once all that it brought was read', () => {
    expect(join([], attached()).signals).toEqual([]);
  });

  it('stays suspect while one of its attachments was not read', () => {
    expect(join([], attached(), attached({ isExhausted: false })).signals).toEqual(['media.image', 'media.unreviewed']);
  });

  it('stays a picture of a patient where its own words speak of one', () => {
    expect(join([finding('patient.clinical.result')], attached()).signals).toEqual(['media.image']);
  });
});
