// Messages saved out of Outlook (.msg): e-mails, and with the same form its contacts, appointments and tasks. Every text that the message holds
// is given under its own name; what is attached comes as inner files.

import { createRequire } from 'node:module';
import type { FieldsData } from '@kenjiuno/msgreader';
import { decoded } from './decoded.ts';
import { Gathering } from './gathering.ts';
import { readMailPage } from './mail-page.ts';
import type { Reader, ReadingLimits } from './reader.ts';
import { unpackedRtf } from './rtf/packed.ts';
import { readRtf } from './rtf/read-rtf.ts';

type Library = typeof import('@kenjiuno/msgreader');

export const outlookMessageReader: Reader = {
  kind: 'outlook-message',
  title: 'Outlook messages (.msg)',
  packages: ['@kenjiuno/msgreader'],
  ready: async (limits) => {
    // Loaded as the CommonJS module that it is: what `import` makes of its own default depends on who imports.
    const { default: MsgReader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as Library;
    return {
      read: async (bytes) => {
        const gathering = new Gathering(limits);
        const message = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        const fields = message.getFileData();
        if (fields.error) gathering.unread('media-damaged');
        gatherMessage(fields, gathering, limits);
        for (const [at, attachment] of (fields.attachments ?? []).entries()) {
          const number = at + 1;
          try {
            const { fileName, content } = message.getAttachment(attachment);
            const name = fileName || `attachment ${number}`;
            if (!content || content.length === 0) gathering.unread('media-partly-read', name);
            else gathering.inner(name, content);
          } catch {
            gathering.unread('media-damaged', `attachment ${number}`);
          }
        }
        return gathering.done();
      },
    };
  },
};

function gatherMessage(fields: FieldsData, gathering: Gathering, limits: ReadingLimits): void {
  if (fields.subject) gathering.passage('subject', fields.subject);
  gathering.line('addresses', `From: ${fields.senderName ?? ''} <${addressOf(fields, 'sender')}>`, 'told');
  for (const recipient of fields.recipients ?? [])
    gathering.line('addresses', `${labelOf(recipient)}: ${recipient.name ?? ''} <${addressOf(recipient, '')}>`, 'told');
  for (const line of (fields.body ?? '').split(/\r\n|\r|\n/)) gathering.line('body', line);
  const page = fields.bodyHtml ?? (fields.html && decoded(fields.html));
  if (page) readMailPage(page, fields.body ?? '', gathering, limits);
  else if (!fields.body && fields.compressedRtf) gatherRtf(fields.compressedRtf, gathering, limits);
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string' && value !== fields.subject && !TOLD_ELSEWHERE.has(name))
      gathering.line('details', `${spaced(name)}: ${value}`, 'told');
  }
}

/** Texts that stand under a place of their own, and those by which programs talk to each other. */
const TOLD_ELSEWHERE = new Set([
  ...['subject', 'body', 'bodyHtml', 'preview', 'senderName', 'senderEmail', 'senderSmtpAddress', 'headers'],
  ...['dataType', 'messageClass', 'messageId', 'senderAddressType', 'globalAppointmentID', 'timeZoneDesc', 'extension'],
  ...['creatorSMTPAddress', 'lastModifierSMTPAddress', 'sentRepresentingSmtpAddress', 'inetAcctName'],
]);

const labelOf = ({ recipType }: FieldsData): string => ({ to: 'To', cc: 'Cc', bcc: 'Bcc' })[recipType ?? 'to'];

/** Within an organisation the plain address is a directory path; the one for the outside says more. */
const addressOf = (fields: FieldsData, of: 'sender' | ''): string =>
  (of === 'sender' ? (fields.senderSmtpAddress ?? fields.senderEmail) : (fields.smtpAddress ?? fields.email)) ?? '';

/** `homeTelephoneNumber` as words. */
const spaced = (name: string): string => {
  const words = name.replace(/[A-Z][a-z]|[A-Z]+(?![a-z])|\d+/g, ' $&').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

function gatherRtf(packed: Uint8Array, gathering: Gathering, limits: ReadingLimits): void {
  const rtf = unpackedRtf(packed, limits.inflatedPart);
  if (rtf) readRtf(rtf, gathering);
  else gathering.unread('media-damaged', 'body');
}
