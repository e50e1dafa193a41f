// How much memory a scan of a large chat takes:  node scripts/measure-memory.mjs [--chat-mb 200] [--media-mb 0]
// Writes an invented chat of that size into a zip in the temporary folder (stored media beside it when asked), scans it, and prints
// time, peak memory of the process (VmHWM, Linux) and what was counted.

import { spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { ZipFile } from 'yazl';

const SAYINGS = [
  'morning all',
  'on my way, stuck on the M62',
  'bed 4 NEWS 7 sats 88 on air, can someone review',
  'thanks x',
  'who has the keys',
  'Mrs Okafor in SR2 wants her daughter called',
  'can anyone swap my late on Thursday',
  'K 6.8 on the gas',
  'kettle is broken again',
  'NHS no 999 000 0018 please chase the bloods',
  'has the transport been booked',
  '😂😂',
  'coffee?',
  'he is refusing his tablets again',
  'Teams link is in your inbox',
  'for home tomorrow if the package of care starts',
  'lol',
  'pharmacy closes at five today',
];
const PEOPLE = ['Priya Nair', 'Tom Reilly', '+44 7700 900123', '~ Bea', 'Kwame Asante', 'Siân Prytherch'];

/** Lines of an Android export, about `bytes` in all; the same for the same size. */
export function* chatLines(bytes) {
  let written = 0;
  for (let i = 0; written < bytes; i++) {
    const minute = i % 60;
    const hour = Math.floor(i / 60) % 24;
    const day = (Math.floor(i / 1440) % 28) + 1;
    const month = (Math.floor(i / 40320) % 12) + 1;
    const year = 2015 + (Math.floor(i / 483840) % 10);
    const two = (n) => String(n).padStart(2, '0');
    const line = `${two(day)}/${two(month)}/${year}, ${two(hour)}:${two(minute)} - ${PEOPLE[(i * 7) % 6]}: ${SAYINGS[(i * 11) % 18]}\n`;
    written += Buffer.byteLength(line);
    yield line;
  }
}

function* blocks(lines) {
  let block = '';
  for (const line of lines) {
    block += line;
    if (block.length > 1 << 20) {
      yield block;
      block = '';
    }
  }
  yield block;
}

/** Writes the zip; media are random bytes, stored, as phones store pictures. */
export async function writeArchive(path, chatBytes, mediaBytes) {
  const zip = new ZipFile();
  const options = { mtime: new Date(0), mode: 0o100644 };
  zip.addReadStream(Readable.from(blocks(chatLines(chatBytes))), 'WhatsApp Chat with Ward 12.txt', options);
  const each = 64 << 20;
  const noise = randomFillSync(Buffer.alloc(1 << 20));
  for (let i = 0; i * each < mediaBytes; i++) {
    const video = Readable.from(
      (function* () {
        for (let sent = 0; sent < each; sent += noise.length) yield noise;
      })(),
    );
    zip.addReadStream(video, `VID-20240101-WA${String(i).padStart(4, '0')}.mp4`, { ...options, compress: false });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

/** Runs the program; resolves to its exit code, seconds and peak resident memory in MB. */
export async function runMeasured(args) {
  const program = fileURLToPath(new URL('../bin/ig-scan.js', import.meta.url));
  const began = performance.now();
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? peak);
    } catch {
      // The process has just ended.
    }
  }, 20);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  return { code, seconds: (performance.now() - began) / 1000, peakMb: Math.round(peak / 1024) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, fallback) => Number(process.argv[process.argv.indexOf(name) + 1] || fallback);
  const chatMb = process.argv.includes('--chat-mb') ? option('--chat-mb', 200) : 200;
  const mediaMb = process.argv.includes('--media-mb') ? option('--media-mb', 0) : 0;
  const folder = mkdtempSync(join(tmpdir(), 'ig-scan-memory-'));
  try {
    const path = join(folder, 'chat.zip');
    await writeArchive(path, chatMb * 1e6, mediaMb * 1e6);
    const { code, seconds, peakMb } = await runMeasured([path, '--format', 'json']);
    console.log(
      `chat ${chatMb} MB, media ${mediaMb} MB, zip ${Math.round(statSync(path).size / 1e6)} MB: exit ${code}, ${seconds.toFixed(1)} s, peak ${peakMb} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
