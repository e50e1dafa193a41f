// Nothing goes online and nothing is executed: no file of the program, and no module that it loads, asks for a network module.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const FORBIDDEN =
  /from '(?:node:)?(?:http|https|http2|net|tls|dns|dgram|child_process|vm|worker_threads)'|\bfetch\(|\beval\(|new Function\(/;
/** These start processes of the program's own code (one of them ffmpeg, where it is installed), watch their memory and shut the network in them, and may name what the others may not. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  'batch/crew.ts': /from 'node:child_process'/g,
  'extract/video/frames.ts': /from 'node:child_process'/g,
  'extract/process.ts': /from 'node:child_process'/g,
  'extract/memory-watch.ts': /from 'node:worker_threads'/g,
  'extract/no-network.ts': /from 'node:(?:dgram|dns|net)'/g,
};

describe('the program', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(files)('%s asks for no network and executes nothing', (name) => {
    const text = readFileSync(join(root, name), 'utf8').replace(ALLOWED[name] ?? /(?!)/g, '');
    expect(text).not.toMatch(FORBIDDEN);
  });
});
