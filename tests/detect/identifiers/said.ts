// Messages for these tests: who said what, one minute apart unless told otherwise.

import type { Finding, Message } from '../../../src/model.ts';

type Line = readonly [sender: string, text: string, minutesLater?: number];

export function said(...lines: readonly Line[]): Message[] {
  let minutes = 9 * 60;
  return lines.map(([sender, text, later], at) => {
    minutes += later ?? (at === 0 ? 0 : 1);
    const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return {
      index: at + 1,
      kind: 'said',
      at: `2024-03-04T${clock}`,
      sender,
      text,
      attachments: [],
      marks: [],
      line: at + 1,
    };
  });
}

/** "pattern: characters" of each finding. */
export function shown({ text }: Message, findings: readonly Finding[]): string[] {
  return findings.map(({ pattern, start, end }) => `${pattern}: ${text.slice(start, end)}`);
}
