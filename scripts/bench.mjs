// How fast a scan is:  npm run bench -- [--runs 5] [--mb 1,20] [--peers FOLDER]
// Writes invented chats of these sizes into the temporary folder, scans each, and prints medians: MB of chat per CPU second, peak
// memory, and how long a chat of 100 messages takes beside a Node that does nothing. The programs take turns, so that a busy machine
// slows all of them alike. With --peers, other programs that the reader has installed there do their work on the same chats:
//   npm install --prefix FOLDER openredaction@1.1.5 whatsapp-chat-parser@4.0.2 --ignore-scripts

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chatLines } from './measure-memory.mjs';

const PROGRAM = fileURLToPath(new URL('../bin/ig-scan.js', import.meta.url));

/** What other programs do with a chat, as far as they go; the slow one is given no more than `mostMb` of it. */
const PEERS = [
  {
    name: 'whatsapp-chat-parser',
    mostMb: Number.POSITIVE_INFINITY,
    code: "const { parseString } = await import('whatsapp-chat-parser'); parseString(text);",
  },
  {
    name: 'openredaction',
    mostMb: 0.05,
    code: `const { OpenRedaction } = await import('openredaction'); const one = new OpenRedaction();
      for (const line of text.split('\\n')) await one.detect(line);`,
  },
];
const READ = "import { readFileSync } from 'node:fs'; const text = readFileSync(process.argv[1], 'utf8');";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-bench-'));
const usage = join(folder, 'usage.cjs');

/** Runs Node once: CPU and wall seconds, peak resident memory in MB. */
function run(args, cwd = folder) {
  // A list of certificates in the environment costs Node 20 twice its start, and so flatters every ratio to it.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const began = performance.now();
  const { output, status } = spawnSync(process.execPath, ['--require', usage, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const wall = (performance.now() - began) / 1000;
  if (status === null || status > 1) throw new Error(`${args[0]} ended with ${status}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(output[3].toString());
  return { wall, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 };
}

/** Runs jobs in turn, `runs` times; medians by job. */
function measure(jobs, runs) {
  const samples = jobs.map(() => []);
  for (let i = 0; i < runs; i++) for (const [at, { args, cwd }] of jobs.entries()) samples[at].push(run(args, cwd));
  return jobs.map(({ name, mb }, at) => {
    const of = (key) => median(samples[at].map((sample) => sample[key]));
    return { name, mb, wall: of('wall'), cpu: of('cpu'), peak: of('peak') };
  });
}

function chatOf(lines, name) {
  const place = join(folder, name);
  mkdirSync(place);
  const path = join(place, 'WhatsApp Chat with Ward 12.txt');
  writeFileSync(path, lines.join(''));
  return path;
}

function peerJobs(peers, mb) {
  return PEERS.filter(({ name }) => existsSync(join(peers, 'node_modules', name))).map(({ name, mostMb, code }) => {
    const part = Math.min(mb, mostMb);
    const path = chatOf([...chatLines(part * 1e6)], `${name}-${mb}`);
    return { name, mb: part, cwd: peers, args: ['--input-type=module', '-e', READ + code, path] };
  });
}

function main() {
  const runs = Number(option('--runs', 5));
  const sizes = option('--mb', '1,20').split(',').map(Number);
  const peers = option('--peers', '');
  writeFileSync(
    usage,
    "process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.resourceUsage())));",
  );
  const scan = (name, mb, path) => ({ name, mb, args: [PROGRAM, path, '--format', 'json'] });
  for (const mb of sizes) {
    const jobs = [scan('ig-scan', mb, chatOf([...chatLines(mb * 1e6)], `chat-${mb}`))];
    if (peers !== '') jobs.push(...peerJobs(resolve(peers), mb));
    for (const one of measure(jobs, runs)) {
      const speed = (one.mb / one.cpu).toFixed(2);
      console.log(
        `${one.name}: ${one.mb} MB in ${one.cpu.toFixed(2)} s CPU, ${speed} MB a CPU second, peak ${Math.round(one.peak)} MB`,
      );
    }
  }
  const small = scan('100 messages', 0, chatOf([...chatLines(1e4)].slice(0, 100), 'small'));
  const [tiny, nothing] = measure([small, { name: 'node -e 0', mb: 0, args: ['-e', '0'] }], runs);
  const ratio = (key) => (tiny[key] / nothing[key]).toFixed(1);
  console.log(
    `100 messages: ${Math.round(tiny.wall * 1000)} ms, ${ratio('wall')} times node -e 0 (CPU ${ratio('cpu')})`,
  );
}

try {
  main();
} finally {
  rmSync(folder, { recursive: true });
}
