// The table of the NHS Lanarkshire case, counted from what detection finds in the fixture that was built after it.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
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

  it('counts children where an age, a date of birth or a word of their care says so: two in three, and hardly anybody else', () => {
    expect(facts.children).toBeGreaterThanOrEqual(planted.ofThese.children * 0.65);
    expect(facts.children).toBeLessThanOrEqual(planted.ofThese.children);
  });

  it('ends with the last entry', () => {
    expect(facts.lastAt.slice(0, 10)).toBe(planted.period.to);
  });
});

describe('the Lanarkshire table, with a staff list of the members', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ig-scan-lanarkshire-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const chat = Object.entries(unzipSync(readFileSync(ZIP))).find(([name]) => name.endsWith('.txt'))?.[1];
  const [, ...lines] = strFromU8(chat ?? new Uint8Array()).split('\n');
  const senders = lines.flatMap((line) => / - ([^:]+): /.exec(line)?.[1] ?? []);
  const members = [...new Set(senders)].filter((name) => name !== 'Gavin Roofing');
  const listed = members.map((name, at) =>
    name.startsWith('+')
      ? `  - name: Member ${at}\n    numbers: ["${name.replace('+44 ', '0')}"]`
      : `  - name: ${name}`,
  );
  const staff = join(folder, 'staff.yaml');
  writeFileSync(staff, `staff:\n${listed.join('\n')}\n`);
  const scanned = JSON.parse(igScan([ZIP, '--staff', staff, '--format', 'json']).stdout);

  it('counts one person who is not on it, and places all others', () => {
    const { outsiders, leavers, unplaced } = scanned.summary.breachFacts;
    expect({ members: members.length, outsiders, leavers, unplaced }).toEqual({
      members: planted.members,
      outsiders: planted.outsiders,
      leavers: 0,
      unplaced: 0,
    });
  });

  it('counts that person among the readers of just the messages of those days', () => {
    const [added, removed] = planted.outsiderAt;
    const read = scanned.messages.filter(({ exposure }: { exposure: { outsiders: number } }) => exposure.outsiders > 0);
    const at = read.map(({ index }: { index: number }) => index);
    expect(at.length).toBeGreaterThan(5);
    expect(Math.min(...at)).toBeGreaterThan(added);
    expect(Math.max(...at)).toBeLessThan(removed);
  });

  it('changes no other fact', () => {
    const { outsiders: _, leavers: __, unplaced: ___, readBeyondStaff: ____, ...rest } = scanned.summary.breachFacts;
    expect(rest).toEqual(facts);
  });
});
