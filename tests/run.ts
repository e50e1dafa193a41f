// Runs the built program as a user does, and gives back what it printed.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FORMATS } from '../src/report/formats.ts';
import type { ReportFormat } from '../src/report/report.ts';

export const PROGRAM = fileURLToPath(new URL('../bin/ig-scan.js', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function igScan(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = process.cwd()): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    cwd,
    // A configuration of whoever runs the tests must not change them.
    env: { ...process.env, IG_SCAN_CONFIG: '', ...env },
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}

export const fixture = (path: string): string => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));

/** Formats that can be written without a deliberate reveal. */
export const maskedFormats = Object.values<ReportFormat>(FORMATS).filter(({ reveals }) => reveals !== 'only');
