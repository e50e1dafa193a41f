// The reader of headers that the passes over a chat use: by hand where that is enough, by the table where it is not.

import { createTableReader, type Header } from './header.ts';
import { createQuickReader } from './quick-header.ts';

/** A function that says what the header of a line reads, or undefined for a line that does not start a message. */
export function createHeaderReader(): (line: string) => Header | undefined {
  const quick = createQuickReader();
  const table = createTableReader();
  return (line) => quick(line) ?? table(line);
}
