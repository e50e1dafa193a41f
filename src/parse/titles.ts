// The title of a chat as its file or archive is named, in the languages in which WhatsApp names exports. E-mail gateways
// put `_` or `.` for spaces and add ` (1)`; a name is never evidence that something is a chat.

import { baseName } from './media.ts';

const FORMS: readonly RegExp[] = [
  /^WhatsApp Chat (?:with|-) (.+)$/i,
  /^WhatsApp-Chat mit (.+)$/i, // de
  /^Discussion WhatsApp avec (.+)$/i, // fr
  /^Chat de WhatsApp con (.+)$/i, // es
  /^Chat WhatsApp con (.+)$/i, // it
  /^Conversa d[eo] WhatsApp com (.+)$/i, // pt-BR
  /^Conversa no WhatsApp com (.+)$/i, // pt-PT
  /^WhatsApp-chat met (.+)$/i, // nl
  /^Chat WhatsApp s (?:uživatelem )?(.+)$/i, // cs
  /^Чат WhatsApp с (?:контактом )?(.+)$/i, // ru
  /^[与與](.+?)的 ?WhatsApp ?(?:聊天|對話|对话).*$/i, // zh
  /^WhatsApp - (.+)$/i,
];

/** `_chat.txt` and `chat.txt` say nothing; the archive or folder around them may. */
const NAMELESS = /^_?chat(?: \(\d+\))?$/i;

/**
 * The title that names suggest, '' when they suggest none. `path` is the path of the text inside its source (nested
 * archives end in `!`), `sourcePath` what was given to scan.
 */
export function titleFromNames(path: string, sourcePath: string): string {
  const own = stemOf(baseName(path));
  if (!NAMELESS.test(own)) return titleIn(own) ?? own;
  const outer = namesAround(path, sourcePath);
  for (const name of outer) {
    const title = titleIn(name);
    if (title !== undefined) return title;
  }
  return outer.at(0) ?? '';
}

/** True for a text named as apps name chats: by its own form, or as its archive. */
export function hasExportName(path: string, sourcePath: string): boolean {
  const own = stemOf(baseName(path));
  return NAMELESS.test(own) || titleIn(own) !== undefined || namesAround(path, sourcePath).includes(own);
}

/** Names of folders and archives around a text, innermost first. */
function namesAround(path: string, sourcePath: string): string[] {
  const inside = path.split('/').slice(0, -1).reverse();
  const source = baseName(sourcePath.replaceAll('\\', '/').replace(/\/+$/, ''));
  return [...inside.map((part) => stemOf(part.replace(/!$/, ''))), stemOf(source)].filter(
    (name) => name !== '' && name !== 'media' && !NAMELESS.test(name),
  );
}

/** A file name without endings (`.txt.txt`, `.zip`) and without ` (1)`, with plain spaces. */
function stemOf(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/(?:\.(?:txt|zip|text|dat))+$/i, '')
    .replace(/ ?\(\d{1,3}\)$/, '');
  const plain = bare.replace(/[\u00a0\u202f]/g, ' ').trim();
  if (plain.includes(' ')) return plain;
  if (/^whatsapp\.chat\./i.test(plain)) return plain.replaceAll('.', ' ');
  return /whatsapp/i.test(plain) ? plain.replace(/_+/g, ' ').trim() : plain;
}

function titleIn(stem: string): string | undefined {
  for (const form of FORMS) {
    const title = form.exec(stem)?.[1];
    if (title !== undefined) return title.trim();
  }
  return undefined;
}
