// `ig-scan config init FOLDER`: writes a folder to start from, every setting explained and switched off, with examples of each file.

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ScanError } from '../../errors.ts';
import { wrap } from '../../report/terminal/page.ts';
import { EXAMPLES } from './examples.ts';
import { editorSchemas } from './schema.ts';
import { ALL_SETTINGS, type Setting } from './settings.ts';

/** Their content will be names: for the eyes of their owner. */
const SECRET = new Set(['holds.yaml', 'staff.yaml']);

/** Writes nothing over anything: one file of the same name, and none is written. */
export async function initConfig(folder: string): Promise<number> {
  const files = Object.entries({ 'ig-scan.yaml': settingsFile(), ...EXAMPLES, ...editorSchemas() });
  const there = files.map(([name]) => name).filter((name) => existsSync(join(folder, name)));
  if (there.length > 0) {
    throw new ScanError(
      `Nothing was written: the folder holds ${there.join(', ')} already.`,
      'Name a folder that is new, or without these files.',
    );
  }
  for (const [name, text] of files) await write(join(folder, name), text, SECRET.has(name) ? 0o600 : 0o644);
  const next = [
    `Written: ${files.map(([name]) => name).join(', ')}`,
    '',
    'Next: open ig-scan.yaml, take the # away before what you want, and set contact. Then',
    '  ig-scan config check FOLDER',
    '  ig-scan export.zip --config FOLDER        or set IG_SCAN_CONFIG to the folder',
    'Keep the folder away from exports: a configuration that lies with what is scanned is not used.',
  ];
  process.stdout.write(`${next.join('\n')}\n`);
  return 0;
}

async function write(path: string, text: string, mode: number): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { mode, flag: 'wx' });
  } catch {
    throw new ScanError('A file of the configuration cannot be written.', 'Check the folder and its permissions.');
  }
}

/** Every setting with what it means, switched off. */
function settingsFile(): string {
  const head = [
    '# yaml-language-server: $schema=./ig-scan.schema.json',
    ...comment(
      'Configuration of ig-scan. Take away the # before a line to switch a setting on. What is typed on the command line counts more than what stands here. Paths count from this folder. Check it with: ig-scan config check FOLDER',
    ),
  ];
  return `${[head, ...ALL_SETTINGS.map(settingLines)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function settingLines({ name, flag, says, more, choices, fallback, example, group }: Setting): readonly string[] {
  const sentence = `${group ? `${group.replace(/:$/, '')}: ` : ''}${says}.`;
  const also = [
    more ?? '',
    choices ? `One of ${choices.join(', ')}${fallback ? `; without it ${fallback}` : ''}.` : '',
    `The same as ${flag.split(' ')[0]}.`,
  ];
  const text = [sentence.charAt(0).toUpperCase() + sentence.slice(1), ...also].filter((part) => part !== '').join(' ');
  return [...comment(text), `# ${name}: ${example}`];
}

const comment = (text: string): readonly string[] => wrap(text, 100).map((line) => `# ${line}`);
