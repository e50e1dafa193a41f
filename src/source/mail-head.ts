// What a mail looks like at its start: nothing but header lines, among them such as mail programs write and people do not. A mail that
// somebody typed off or saved as text is text. RSMF files are mails in form only: they are read as the chats that they hold.

/** `Name: value`, or the rest of such a line folded onto the next (RFC 5322, section 2.2). */
const HEADER = /^([\x21-\x39\x3b-\x7e]{1,76}):/;
const FOLDED = /^[ \t]/;
const OF_PROGRAMS = new Set(['received', 'message-id', 'mime-version', 'return-path', 'delivered-to', 'x-received']);
const OF_MAILS = new Set([...OF_PROGRAMS, 'from', 'to', 'cc', 'subject', 'date', 'content-type', 'reply-to', 'sender']);
const KNOWN_AT_LEAST = 3;
const IS_RSMF = /^X-RSMF-/im;
/** The line between the mails of a mailbox (RFC 4155): `From ann@example.org Tue Dec  3 09:15:04 2024`. */
export const MAILBOX_LINE = /^From \S{1,320} .{0,40}\d\d:\d\d(?::\d\d)?.{0,20}\d{4}/;

/** Judged by the first bytes, which need not reach to the end of the headers; undefined for what is no mail. */
export function mailKind(head: Uint8Array): 'mail' | 'mailbox' | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  const lines = text.split(/\r?\n/);
  if (lines.length < KNOWN_AT_LEAST) return undefined;
  const isMailbox = MAILBOX_LINE.test(lines[0] ?? '');
  return isMail(isMailbox ? lines.slice(1) : lines) ? (isMailbox ? 'mailbox' : 'mail') : undefined;
}

function isMail(lines: readonly string[]): boolean {
  const end = lines.indexOf('');
  // Without an end the head is only part of the headers, and its last line may be half a line.
  const headers = end === -1 ? lines.slice(0, -1) : lines.slice(0, end);
  const names = headers.flatMap((line, at) => (at > 0 && FOLDED.test(line) ? [] : [nameIn(line)]));
  if (names.includes(undefined) || IS_RSMF.test(headers.join('\n'))) return false;
  const known = new Set(names.filter((name) => name !== undefined && OF_MAILS.has(name)));
  return known.size >= KNOWN_AT_LEAST && [...known].some((name) => name !== undefined && OF_PROGRAMS.has(name));
}

const nameIn = (line: string): string | undefined => HEADER.exec(line)?.[1]?.toLowerCase();
