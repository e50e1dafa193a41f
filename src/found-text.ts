// What was found, word for word: in the text of the message, or in what was read out of one of its attachments. For pseudonyms,
// fingerprints and deliberate reveals; it goes into no report as it is.

import type { Evidence, Finding } from './model.ts';

export function foundText(
  { start, end, attachment }: Finding,
  { message, attached = [] }: Pick<Evidence, 'message' | 'attached'>,
): string {
  const text = attachment === undefined ? message.text : attached.find(({ name }) => name === attachment)?.text;
  return (text ?? '').slice(start, end);
}
