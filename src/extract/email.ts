// E-mails saved as files (.eml): who wrote to whom, the subject, the body both as text and as page, and what was attached. A mail that is
// attached to a mail is a file inside it.

import type { Address, Attachment, Email } from 'postal-mime';
import { Gathering } from './gathering.ts';
import { readMailPage } from './mail-page.ts';
import type { Reader, ReadingLimits } from './reader.ts';

export const emailReader: Reader = {
  kind: 'email',
  title: 'e-mails (.eml)',
  packages: ['postal-mime'],
  ready: async (limits) => {
    const { default: PostalMime } = await import('postal-mime');
    return {
      read: async (bytes) => {
        const gathering = new Gathering(limits);
        gather(await PostalMime.parse(bytes, { forceRfc822Attachments: true }), gathering, limits);
        if (isCutShort(bytes)) gathering.unread('media-damaged', 'its end is missing');
        return gathering.done();
      },
    };
  },
  sample: () => ({
    bytes: new TextEncoder().encode('MIME-Version: 1.0\r\nFrom: a@example.org\r\nSubject: Ward\r\n\r\nround\r\n'),
    name: 'sample.eml',
    word: 'round',
  }),
};

/** Headers beside addresses and subject in which people write. */
const WRITTEN_HEADERS = ['keywords', 'comments', 'thread-topic', 'organization'];

function gather(mail: Email, gathering: Gathering, limits: ReadingLimits): void {
  if (mail.subject) gathering.passage('subject', mail.subject);
  const people = [
    ['From', mail.from && [mail.from]],
    ['Sender', mail.sender && [mail.sender]],
    ['Reply to', mail.replyTo],
    ['To', mail.to],
    ['Cc', mail.cc],
    ['Bcc', mail.bcc],
  ] as const;
  for (const [label, addresses] of people)
    for (const address of addresses ?? []) gathering.line('addresses', `${label}: ${written(address)}`, 'told');
  if (mail.date) gathering.passage('date', mail.date, 'told');
  for (const { key, originalKey, value } of mail.headers) {
    if (WRITTEN_HEADERS.includes(key) && value !== mail.subject)
      gathering.line('headers', `${originalKey}: ${value}`, 'told');
  }
  for (const line of (mail.text ?? '').split(/\r\n|\r|\n/)) gathering.line('body', line);
  if (mail.html) readMailPage(mail.html, mail.text ?? '', gathering, limits);
  for (const [at, attachment] of mail.attachments.entries()) attach(attachment, at + 1, gathering);
}

const written = (address: Address): string =>
  address.group
    ? `${address.name}: ${address.group.map(written).join(', ')}`
    : `${address.name} <${address.address}>`.trim();

/** Parts that only the right key opens (S/MIME, RFC 8551; OpenPGP, RFC 3156). */
const SEALED = /pkcs7-mime|pgp-encrypted/;

function attach({ filename, mimeType, content, description }: Attachment, number: number, gathering: Gathering): void {
  const isMail = mimeType === 'message/rfc822';
  const name = filename ?? (isMail ? `attached mail ${number}.eml` : `attachment ${number}`);
  if (description) gathering.line('attachments', description, 'told');
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  if (SEALED.test(mimeType)) gathering.unread('media-locked', name);
  else if (bytes.length === 0) gathering.unread('empty', name);
  else gathering.inner(isMail && !/\.eml$/i.test(name) ? `${name}.eml` : name, bytes);
}

/** The mark that ends the last part is missing (RFC 2046, 5.1.1), so the mail was cut on its way. */
function isCutShort(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [above = ''] = text.split(/\r?\n\r?\n/, 1);
  const mark = /^content-type:\s*multipart\/[^\0]*?boundary="?([^"\s;]+)/im.exec(above)?.[1];
  return mark !== undefined && !text.includes(`--${mark}--`);
}
