// --channel, --account-domain, --device: what they change in a report, and what never.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { igScan } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-channel-'));
const table = join(folder, 'teams.csv');
writeFileSync(
  table,
  'Chat,Date,Sender,Text\nWard 12,13/12/2024 09:15,Ann Lee,"Mrs Doreen Ashworth, NHS 999 000 1383, MRSA positive"\nWard 12,13/12/2024 09:16,Sam Reed,sorry wrong group that was meant for the ward Mrs Doreen Ashworth\n',
);
afterAll(() => rmSync(folder, { recursive: true }));

interface Row {
  readonly index: number;
  readonly verdict: string;
  readonly severity: string;
  readonly dispositions: readonly { readonly destination: string; readonly because: readonly string[] }[];
}
const WORK = ['--channel', 'teams', '--account-domain', 'nhs.net', '--device', 'managed'];
const scan = (flags: readonly string[]) => JSON.parse(igScan([table, '--format', 'json', ...flags]).stdout);

describe('a chat in Teams', () => {
  it('with a work account on a work device is no breach by being sent, and nothing else of it changes', () => {
    const [plain, exempt] = [scan([]), scan(WORK)];
    expect(plain.chats[0].exemption.status).toBe('unknown');
    expect(exempt.chats[0].exemption).toEqual({
      status: 'met',
      because: ['declared to be Teams', 'work account', 'work device'],
    });
    const withoutBreach = (rows: readonly Row[]) =>
      rows.map(({ index, verdict, severity, dispositions }) => {
        return {
          index,
          verdict,
          severity,
          dispositions: dispositions.filter(({ destination }) => destination !== 'breach-assessment'),
        };
      });
    expect(withoutBreach(exempt.messages)).toEqual(withoutBreach(plain.messages));
    const breach = (rows: readonly Row[]) =>
      rows.map(
        ({ dispositions }) =>
          dispositions.find(({ destination }) => destination === 'breach-assessment')?.because ?? [],
      );
    expect(breach(plain.messages).every((because) => because.includes('POL-01'))).toBe(true);
    // What went to the wrong people is a breach wherever it was sent.
    expect(breach(exempt.messages).map((because) => because.slice(0, 2))).toEqual([[], ['POL-04', 'UKGDPR-33']]);
  });

  it('stays a breach to assess as long as one condition is not known', () => {
    for (const flags of [WORK.slice(0, 2), WORK.slice(0, 4), [...WORK.slice(0, 3), 'example.org', ...WORK.slice(4)]]) {
      expect(scan(flags).messages).toEqual(scan([]).messages);
    }
  });

  it('is told in words', () => {
    const { stdout } = igScan([table, ...WORK]);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'channel: allowed by the policy: declared to be Teams, work account, work device',
    );
  });

  it('asks for a domain, and never repeats what was typed', () => {
    const { code, stderr } = igScan([table, '--account-domain', 'jane.smith@nhs.net']);
    expect(code).toBe(2);
    expect(stderr).toContain('--account-domain nhs.net');
    expect(stderr).not.toContain('smith');
  });
});
