// Light on its feet: --version and --help load nothing heavy, and a large chat needs little more memory than a small one.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runMeasured, writeArchive } from '../../scripts/measure-memory.mjs';

const program = fileURLToPath(new URL('../../bin/ig-scan.js', import.meta.url));

describe('starting', () => {
  it('loads none of the heavy libraries for --version', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [program, '--version'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_DEBUG: 'esm' },
    });
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    expect(stderr).toMatch(/commander/);
    expect(stderr).not.toMatch(/node_modules\/(?:zod|yaml|yauzl|chalk|fast-glob|docx)\//);
  });

  it('loads nothing for a scan that only checks files, packs or unpacks others', () => {
    const chat = fileURLToPath(new URL('../../fixtures/social/WhatsApp Chat with Thursday Fives.txt', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [program, chat, '--format', 'json'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_DEBUG: 'esm' },
    });
    expect(status).toBeLessThan(2);
    expect(stderr).toMatch(/whatsapp/);
    expect(stderr).not.toMatch(/node_modules\/(?:zod|yaml|chalk|fflate|docx)\//);
  });
});

describe('memory', () => {
  it('stays under 400 MB for a 5 MB chat, and 100 MB of media beside it cost nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ig-scan-light-'));
    try {
      const alone = join(folder, 'alone.zip');
      const beside = join(folder, 'beside.zip');
      await writeArchive(alone, 5e6, 0);
      await writeArchive(beside, 5e6, 100e6);
      const first = await runMeasured([alone, '--format', 'json']);
      const second = await runMeasured([beside, '--format', 'json']);
      expect(first.peakMb).toBeGreaterThan(40);
      expect(first.peakMb).toBeLessThan(400);
      expect(second.peakMb).toBeLessThan(first.peakMb + 60);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 300_000);
});
