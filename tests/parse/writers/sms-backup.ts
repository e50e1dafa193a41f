// SMS Backup & Restore: everything in attributes of XML, CRLF between lines, emoji as two references to halves. What goes to several
// people, or has a file with it, is a multimedia message.

import { type Chat, changed, type Files, milliseconds, numberOf, ownerOf, type Said, type Writer } from './chat.ts';

function attribute(text: string): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return plain.replace(/[\n\r\t\ud800-\udfff]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const tag = (name: string, attributes: Readonly<Record<string, string | number>>, close = ' />'): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
    .join('')}${close}`;

const isOwn = (chat: Chat, { sender }: Said): boolean => sender === ownerOf(chat);
const othersIn = (chat: Chat): string[] => chat.people.slice(1).map((name) => numberOf(chat, name));

function smsOf(chat: Chat, message: Said): string {
  const { at, text } = message;
  return `  ${tag('sms', {
    protocol: 0,
    address: othersIn(chat).join('~'),
    date: milliseconds(at),
    type: isOwn(chat, message) ? 2 : 1,
    subject: 'null',
    body: text,
    readable_date: at.replace('T', ' '),
    contact_name: chat.people[1] ?? '(Unknown)',
  })}`;
}

function mmsOf(chat: Chat, message: Said): string {
  const { at, sender, text, attachment } = message;
  const head = {
    date: milliseconds(at),
    rr: 'null',
    sub: 'null',
    ct_t: 'application/vnd.wap.multipart.related',
    msg_box: isOwn(chat, message) ? 2 : 1,
    address: othersIn(chat).join('~'),
    contact_name: chat.people.slice(1).join(', '),
  };
  const file = {
    seq: 0,
    ct: 'application/octet-stream',
    name: attachment ?? '',
    cl: attachment ?? '',
    text: 'null',
    data: 'AAAA',
  };
  const parts = [
    tag('part', { seq: -1, ct: 'application/smil', name: 'null', cl: 'smil.xml', text: '<smil></smil>' }),
    ...(attachment === undefined ? [] : [tag('part', file)]),
    ...(text === '' ? [] : [tag('part', { seq: 0, ct: 'text/plain', name: 'null', cl: 'text_0.txt', text })]),
  ];
  const from = isOwn(chat, message) ? 'insert-address-token' : numberOf(chat, sender);
  const addresses = [
    tag('addr', { address: from, type: 137 }),
    tag('addr', { address: 'insert-address-token', type: 151 }),
  ];
  return `  ${tag('mms', head, '>')}\r\n    <parts>\r\n      ${parts.join('\r\n      ')}\r\n    </parts>\r\n    <addrs>\r\n      ${addresses.join('\r\n      ')}\r\n    </addrs>\r\n  </mms>`;
}

function write(chat: Chat): Files {
  const messages = chat.messages.map((message) =>
    chat.people.length === 2 && message.attachment === undefined ? smsOf(chat, message) : mmsOf(chat, message),
  );
  const lines = [
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>",
    '<?xml-stylesheet type="text/xsl" href="sms.xsl"?>',
    `<smses count="${messages.length}" backup_date="1733346000000" type="full">`,
    ...messages,
    '</smses>',
  ];
  return { 'sms-20241204210000.xml': lines.map((line) => `${line}\r\n`).join('') };
}

/** Only a message to one person alone says how the phone calls them. */
function kept(chat: Chat): Said[] {
  const isNamed = chat.people.length === 2;
  return changed(chat, (message) => {
    const { sender } = message;
    return { sender: isOwn(chat, message) ? 'You' : isNamed ? sender : numberOf(chat, sender) };
  });
}

export const smsBackup: readonly Writer[] = [{ layout: 'sms-backup-restore', clock: 'seconds', write, kept }];
