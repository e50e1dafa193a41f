// The table of the NHS Lanarkshire case, counted from what detection finds in the fixture that was built after it.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixture, igScan } from '../run.ts';

const planted = JSON.parse(readFileSync(fixture('lanarkshire/expected.json'), 'utf8'));
const ZIP = fixture('lanarkshire/WhatsApp Chat with Kirkburn Community Team.zip');
const report = JSON.parse(igScan([ZIP, '--format', 'json']).stdout);
const facts = report.summary.breachFacts;

describe('the Lanarkshire table', () => {
  it('counts pictures, videos, screenshots, members and the one who was removed as planted', () => {
    const { images, videos, screenshots, readers, removed } = facts;
    expect({ images, videos, screenshots }).toEqual(planted.media);
    expect({ readers, removed }).toEqual({ readers: planted.members, removed: planted.outsiders });
  });

  it('counts dates of birth and addresses as planted', () => {
    expect(facts.withDateOfBirth).toBe(planted.ofThese.dateOfBirth);
    expect(facts.withAddress).toBe(planted.ofThese.address);
  });

  it('counts nearly all phones, and no other', () => {
    expect(facts.withPhone).toBeGreaterThanOrEqual(planted.ofThese.phone * 0.93);
    expect(facts.withPhone).toBeLessThanOrEqual(planted.ofThese.phone);
  });

  it('finds nearly all names, and none that was not planted', () => {
    expect(facts.named).toBeGreaterThanOrEqual(planted.entriesWithName * 0.96);
    expect(facts.named).toBeLessThanOrEqual(planted.entriesWithName);
  });

  it('ends with the last entry', () => {
    expect(facts.lastAt.slice(0, 10)).toBe(planted.period.to);
  });
});
