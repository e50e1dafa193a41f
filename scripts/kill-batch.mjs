// Kills a batch at random moments and takes it up again:  npm run kill-batch -- [--archives 200] [--kills 50]
// Writes invented archives into the temporary folder, runs one batch undisturbed and one that is killed (SIGKILL), and compares what
// both leave, byte by byte. Exit 1 where anything differs.

import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import yazl from 'yazl';
import { chatLines } from './measure-memory.mjs';

const PROGRAM = fileURLToPath(new URL('../bin/ig-scan.js', import.meta.url));
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const archives = option('--archives', 200);
const kills = option('--kills', 50);

const place = mkdtempSync(join(tmpdir(), 'ig-scan-kill-'));
const seized = join(place, 'seized');
mkdirSync(seized);
for (let i = 0; i < archives; i++) {
  const zip = new yazl.ZipFile();
  const text = [...chatLines(20_000 + 997 * (i % 40))].slice(i % 7).join('');
  zip.addBuffer(Buffer.from(text), 'WhatsApp Chat with Ward 12.txt', { mtime: new Date(2024, 0, 1) });
  zip.end();
  await finished(zip.outputStream.pipe(createWriteStream(join(seized, `${i}.zip`))));
}

const args = (out) => [PROGRAM, 'batch', seized, '--out', out, '--quiet'];
const whole = join(place, 'whole');
const began = performance.now();
spawnSync(process.execPath, args(whole));
const undisturbed = performance.now() - began;

const killed = join(place, 'killed');
let ended = 0;
for (let i = 0; i < kills; i++) {
  const running = spawn(process.execPath, args(killed), { stdio: 'ignore' });
  const over = new Promise((resolve) => running.once('exit', resolve));
  const timer = setTimeout(() => running.kill('SIGKILL'), Math.random() * Math.max(2000, (2 * undisturbed) / kills));
  if ((await over) !== null) ended += 1;
  clearTimeout(timer);
}
spawnSync(process.execPath, args(killed));

/** The key of the traces is a secret of each batch, and so are the pseudonyms made with it. */
const results = (out) =>
  readdirSync(join(out, 'reports'))
    .sort()
    .map((name) => `${name} ${readFileSync(join(out, 'reports', name), 'utf8')}`)
    .join('\n');
const same = results(whole) === results(killed);
process.stdout.write(
  `${archives} archives, killed ${kills - ended} times (${ended} runs had ended before): ${same ? 'the same, byte by byte' : 'DIFFERENT'}\n`,
);
rmSync(place, { recursive: true });
process.exitCode = same ? 0 : 1;
