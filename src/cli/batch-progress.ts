// How far a batch is: a bar with rate and remaining time on a terminal, a plain line now and then elsewhere, so that a log shows it too.

import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../batch/batch.ts';

const LINE_MS = 30_000;
const BYTES_PER_MB = 1e6;

export function batchProgress(stream: NodeJS.WriteStream, quiet: boolean): { show(so: Progress): void; end(): void } {
  if (quiet) return { show: () => {}, end: () => {} };
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream) {
  const format =
    ' {bar} {percentage}%  {finished} of {items} archives, {rate} MB/s, {eta_formatted} left{before}{unread}';
  const one = new SingleBar(
    { stream, format, hideCursor: true, etaBuffer: 50, clearOnComplete: true },
    Presets.shades_classic,
  );
  const began = performance.now();
  let started = false;
  return {
    show: ({ finished, items, bytes, bytesInAll, before, unread }: Progress) => {
      if (!started) one.start(Math.max(bytesInAll, 1), 0);
      started = true;
      const rate = (bytes / BYTES_PER_MB / Math.max((performance.now() - began) / 1000, 0.001)).toFixed(1);
      one.update(bytes, { finished, items, rate, ...notes({ before, unread }) });
    },
    end: () => one.stop(),
  };
}

const notes = ({ before, unread }: Pick<Progress, 'before' | 'unread'>) => ({
  before: before > 0 ? `, ${before} done before` : '',
  unread: unread > 0 ? `, ${unread} not wholly read` : '',
});

function lines(stream: NodeJS.WriteStream) {
  const began = performance.now();
  let last = began;
  return {
    show: ({ finished, items, bytes, bytesInAll, before, unread }: Progress) => {
      const now = performance.now();
      if (now - last < LINE_MS) return;
      last = now;
      const left = Math.round(((now - began) / 60_000) * (bytesInAll / Math.max(bytes, 1) - 1));
      const rest = notes({ before, unread });
      stream.write(`ig-scan: ${finished} of ${items} archives${rest.before}${rest.unread}; about ${left} min left\n`);
    },
    end: () => {},
  };
}
