// --map: which columns of a table hold what.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { igScan } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-map-'));
const table = join(folder, 'table.csv');
writeFileSync(table, 'Wie;Wanneer;Opmerking\nAnn Lee;13/12/2024 09:15;bed 4 MRSA positive\nSam;13/12/2024 09:16;ok\n');
afterAll(() => rmSync(folder, { recursive: true }));

describe('--map', () => {
  it('tells the columns of a table whose headings say nothing; without it that is said, and exit 3', () => {
    const plain = igScan([table]);
    expect(plain.code).toBe(3);
    expect(plain.stdout.replace(/\s+/g, ' ')).toContain('columns 1 to 3');
    expect(plain.stdout).not.toMatch(/Opmerking|Wanneer/);
    const mapped = igScan([
      table,
      '--map',
      'sender=Wie,date=2,text=Opmerking',
      '--format',
      'json',
      '--fail-on',
      'never',
    ]);
    expect(mapped.code).toBe(0);
    expect(JSON.parse(mapped.stdout).chats[0]).toMatchObject({ layout: 'table-mapped', firstAt: '2024-12-13T09:15' });
  });

  it.each(['Smith', 'text', 'text=', 'sender=1', 'text=1,text=2', 'patient=1,text=2'])(
    'refuses %s without repeating it',
    (map) => {
      const { code, stderr } = igScan([table, '--map', map]);
      expect(code).toBe(2);
      expect(stderr).toContain('--map sender=Author,date=2,text=Body');
      expect(stderr).not.toMatch(/Smith|patient/);
    },
  );
});
