// An e-mail as a box: what was written, and what is attached to it. Chats are mailed more often than anything else: as the export that
// WhatsApp attaches, or pasted into the text. Read by postal-mime; a mailbox (.mbox) is cut into its mails first.

import type PostalMime from 'postal-mime';
import type { Attachment, Email } from 'postal-mime';
import { SourceError } from '../errors.ts';
import type { Box, Contents, Item } from './box.ts';
import { type Bytes, bytesInMemory, CHUNK_BYTES, chunks, peek, stretch } from './bytes.ts';
import { isUnsafe } from './entry-name.ts';
import { MAILBOX_LINE } from './mail-head.ts';
import { HEAD_BYTES } from './sniff.ts';

/** Mail servers take some tens of MB at most. */
const LARGEST = 64 * 1024 ** 2;
/** Parts within parts; programs write three or four. */
const DEEPEST = 50;

/** Signs that a page may have more than the text beside it before it is taken for another text. */
const SLACK = 40;

interface Part {
  readonly name: string;
  readonly content: Uint8Array;
  readonly written?: true;
}

/** Throws SourceError when it is too large or cannot be taken apart. */
export async function mailContents({ bytes, limit }: Box): Promise<Contents> {
  let parsed: WeakRef<readonly Part[]> | undefined;
  // Taken apart again when memory was short meanwhile.
  const parts = async (): Promise<readonly Part[]> => {
    const known = parsed?.deref();
    if (known) return known;
    const fresh = await partsOf(await bytes());
    parsed = new WeakRef(fresh);
    return fresh;
  };
  const all = await parts();
  const items = all.slice(0, limit).map((part, at) => itemOf(part, async () => (await parts())[at]?.content));
  return { items, beyondLimit: all.length - items.length, notes: [] };
}

function itemOf({ name, content, written }: Part, again: () => Promise<Uint8Array | undefined>): Item {
  const bytes = async (): Promise<Uint8Array> => (await again()) ?? new Uint8Array();
  const head = content.slice(0, HEAD_BYTES);
  return {
    name,
    bytes: content.length,
    ...(written ? { written } : {}),
    ...(isUnsafe(name, 0) ? { refusal: 'entry-name-unsafe' as const } : {}),
    head: async () => head,
    open: async function* () {
      const whole = await bytes();
      for (let at = 0; at < whole.length; at += CHUNK_BYTES) yield whole.subarray(at, at + CHUNK_BYTES);
    },
    stored: async () => bytesInMemory(await bytes()),
  };
}

async function partsOf(bytes: Bytes): Promise<readonly Part[]> {
  if (bytes.size > LARGEST) throw new SourceError('mail-too-large');
  const mail = await parse(peek(bytes, 0, bytes.size));
  const names = new Set<string>();
  const attached = mail.attachments.map((one) => ({ name: freeName(nameOf(one), names), content: bytesOf(one) }));
  const text = writtenIn(mail, await textOf(mail), attached);
  if (text === '') return attached;
  return [
    { name: freeName('message.txt', names), content: new TextEncoder().encode(text), written: true },
    ...attached,
  ];
}

async function parse(raw: Uint8Array): Promise<Email> {
  const { default: Parser }: { default: typeof PostalMime } = await import('postal-mime');
  try {
    return await Parser.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: DEEPEST });
  } catch (error) {
    // Its own errors, of a mail nested too deep or with endless headers, have no class of their own.
    if (!(error instanceof Error)) throw error;
    throw new SourceError('mail-damaged');
  }
}

/** Paths in a name are of the sender's computer; what is attached without a name is called after what it is. */
function nameOf({ filename, mimeType }: Attachment): string {
  const name = (filename ?? '').replaceAll('\\', '/').split('/').at(-1)?.trim() ?? '';
  if (name !== '' && name !== '.' && name !== '..') return name;
  if (mimeType === 'message/rfc822') return 'mail.eml';
  return mimeType.startsWith('text/') ? 'attachment.txt' : 'attachment';
}

/** `note.txt`, `note (2).txt` … for files of one name. */
function freeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name.slice(0, dot)} (${count})${name.slice(dot)}`;
  taken.add(free);
  return free;
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** Subject and text. What WhatsApp writes by itself when it mails a chat says nothing. */
function writtenIn({ subject = '' }: Email, text: string, attached: readonly Part[]): string {
  const names = attached.map(({ name }) => name);
  const isTitle = names.some((name) => name.startsWith(subject.trim()));
  const bare = names.reduce((rest, name) => rest.replaceAll(name, ''), text).trim();
  const isStock = /^chat history is attached as ["“][^"“”]{0,200}["”] file to this email\.?$/i.test(bare);
  return joined(isTitle ? '' : subject.trim(), isStock ? '' : text);
}

/** Most mails are written twice, as text and as a page. The page is wanted where it is all there is, or the text is only a stub. */
async function textOf({ text = '', html = '' }: Email): Promise<string> {
  if (html === '') return text;
  const { textOfPage } = await import('./mail-page.ts');
  const page = textOfPage(html);
  const isStub = text.trim() === '' || sizeOf(page) > 2 * sizeOf(text) + SLACK;
  return isStub ? joined(text, page) : text;
}

const sizeOf = (text: string): number => text.replace(/\s/g, '').length;
const joined = (...texts: readonly string[]): string => texts.filter((text) => text.trim() !== '').join('\n\n');

/** Cuts a mailbox at the lines between its mails; each mail is listed on its own. */
export async function mailboxContents({ bytes, limit }: Box): Promise<Contents> {
  const box = await bytes();
  const starts = await startsOfMails(box);
  const items = starts.slice(0, limit).map(({ from }, at): Item => {
    const end = starts[at + 1]?.line ?? box.size;
    const mail = async (): Promise<Bytes> => stretch(await bytes(), from, end);
    return {
      name: `mail ${at + 1}.eml`,
      bytes: end - from,
      head: async () => peek(await mail(), 0, HEAD_BYTES),
      open: async function* () {
        yield* chunks(await bytes(), from, end, CHUNK_BYTES);
      },
      stored: mail,
    };
  });
  return { items, beyondLimit: starts.length - items.length, notes: [] };
}

/** Where the line before each mail begins, and where the mail itself begins. */
async function startsOfMails(box: Bytes): Promise<{ readonly line: number; readonly from: number }[]> {
  const starts: { line: number; from: number }[] = [];
  let rest = '';
  let at = 0;
  const take = (lines: readonly string[]): void => {
    for (const line of lines) {
      if (MAILBOX_LINE.test(line)) starts.push({ line: at, from: at + line.length + 1 });
      at += line.length + 1;
    }
  };
  for await (const chunk of chunks(box, 0, box.size, CHUNK_BYTES)) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    take(lines);
  }
  return starts;
}
