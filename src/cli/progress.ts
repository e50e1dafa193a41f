// One line on stderr that says how far a long scan is; only on a terminal, and wiped before anything else is printed.

import type { Progress } from '../scan.ts';

/** A scan shorter than this shows nothing; a longer one is told of at this pace. */
const PACE_MS = 500;

export function progressLine(stream: NodeJS.WriteStream, isQuiet: boolean): { show: Progress; clear(): void } {
  if (isQuiet || stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  let last = performance.now();
  let shown = false;
  return {
    show: ({ sources, messages, attachments }) => {
      const now = performance.now();
      if (now - last < PACE_MS) return;
      last = now;
      shown = true;
      const files = attachments ? `, attachment ${attachments.done} of ${attachments.of}` : '';
      stream.write(`\r\u001b[K  reading … ${sources + 1}. source, ${messages} messages so far${files}`);
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}
