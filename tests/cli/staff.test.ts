// A staff list on the command line: what it counts, and that nothing of it is ever shown.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/schema.ts';
import { igScan, maskedFormats } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-staff-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const CHAT = file(
  'WhatsApp Chat with Ward 12.txt',
  [
    '13/12/2024, 09:15 - Alex Sample: bed 4 NEWS 8 sats 84, med reg not answering',
    '13/12/2024, 09:16 - Zebedee Quill: on my way',
    '13/12/2024, 09:17 - Gavin Roofing: ok',
    '13/12/2024, 09:18 - Zeb: ok',
    '13/12/2024, 09:19 - Alex Sample: bed 5 Mrs Abernethy lactate 4, give it now',
    '',
  ].join('\n'),
);
const LIST = file(
  'staff.yaml',
  `staff:
  - name: Sample, Alex
    numbers: [07700 900123]
  - name: Zebedee Quill
    left: 2024-03-31
  - name: Wilhelmina Thistlewood
    numbers: [07700 900987]
`,
);
const SECRETS = /quill|thistlewood|wilhelmina|zebedee|900987|900123|roofing/i;

describe('a staff list', () => {
  const report = JSON.parse(igScan([CHAT, '--staff', LIST, '--format', 'json']).stdout);

  it('says of each participant what it knows', () => {
    expect(report.chats[0].participants.map(({ staff }: { staff: object }) => staff)).toEqual([
      { status: 'listed' },
      { status: 'left', leftOn: '2024-03-31' },
      { status: 'unlisted' },
      { status: 'unknown' },
    ]);
  });

  it('counts readers of each message, people of the chat, and facts for a breach', () => {
    expect(report.messages[0].exposure).toEqual({ members: 4, outsiders: 1, leavers: 1 });
    expect(report.chats[0].membership).toMatchObject({ outsiders: 1, leavers: 1, unplaced: 1 });
    expect(report.summary.breachFacts).toMatchObject({ outsiders: 1, leavers: 1, unplaced: 1, readBeyondStaff: 2 });
  });

  it('fits the schema', () => {
    expect(() => reportSchema.parse(report)).not.toThrow();
  });

  it('changes nothing else: without it none of its fields is there', () => {
    const without = JSON.parse(igScan([CHAT, '--format', 'json']).stdout);
    expect(JSON.stringify(without)).not.toMatch(/outsiders|leavers|unplaced|"staff":\{/);
    expect(without.messages.map(({ verdict }: { verdict: string }) => verdict)).toEqual(
      report.messages.map(({ verdict }: { verdict: string }) => verdict),
    );
  });
});

describe('no report', () => {
  const ids = maskedFormats.map(({ id }) => id);
  const pathOf = (id: string) => join(folder, `report.${id}`);
  const textOf = (id: string) => {
    const bytes = readFileSync(pathOf(id));
    if (bytes.toString('latin1', 0, 2) !== 'PK') return bytes.toString('utf8');
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('\n');
  };
  let stderr = '';
  beforeAll(() => {
    const outs = ids.flatMap((id) => ['--out', `${id}=${pathOf(id)}`]);
    stderr = igScan([CHAT, '--staff', LIST, '--quiet', ...outs]).stderr;
  });

  it.each(ids)('shows a name or number of it: %s', (id) => {
    expect(textOf(id)).not.toMatch(SECRETS);
    expect(stderr).toBe('');
  });

  it.each(['terminal', 'html', 'csv', 'xlsx'])('for people leaves out who is not on it: %s', (id) => {
    expect(textOf(id)).toContain('not on the staff list');
  });

  it.each(ids)('calls anybody an outsider: %s', (id) => {
    expect(textOf(id).replaceAll('may be an outsider: not on the staff list', '')).not.toMatch(/outsider\b/i);
  });

  it('says more in HTML than the facts: what they may mean, and that a gap looks the same', () => {
    expect(textOf('html')).toContain('1 person may be an outsider: not on the staff list. A gap in the list');
    expect(textOf('html')).toContain('(to 3; 1 in the chat not on the staff list; 1 had left the Trust)');
  });
});

describe('a bad staff list', () => {
  it.each([
    ['is missing', join(folder, 'none.yaml')],
    ['is no YAML', file('broken.yaml', 'staff: [name: a: "Thistlewood')],
    ['has a wrong key', file('key.yaml', 'staff:\n  - name: Zebedee Quill\n    Thistlewood: 1\n')],
    ['has a wrong number', file('number.yaml', 'staff:\n  - { name: Zebedee Quill, numbers: [Thistlewood] }\n')],
    ['has a wrong day', file('day.yaml', 'staff:\n  - { name: Zebedee Quill, left: Thistlewood }\n')],
    ['names nobody', file('empty.yaml', '# Thistlewood\n')],
  ])('stops the scan with exit 2 and quotes nothing: it %s', (_, path) => {
    const { code, stdout, stderr } = igScan([CHAT, '--staff', path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('The staff list cannot be used; nothing was scanned.');
    expect(stderr).not.toMatch(SECRETS);
  });
});
