// The .rsmf file around a manifest: an internet message (RFC 5322) with X-RSMF headers, the messages as plain text for searching, and
// rsmf.zip as its one attachment (RFC 2045, RFC 2183). Names and titles in headers are hostile text: no line break, no control character
// and no sign beyond ASCII gets into one.

import type { ToolRecord } from '../../model.ts';
import { appName } from '../describe.ts';
import { forTerminal } from '../escape.ts';
import { isoTime, type Manifest, type Slice, titleOf } from './manifest.ts';

/** `_` is no sign of base64, so no part can hold this line. */
const BOUNDARY = '=_ig-scan_rsmf';

/** `zip` is the content of rsmf.zip. */
export function rsmfMail(slice: Slice, manifest: Manifest, zip: Uint8Array, tool: ToolRecord): Uint8Array {
  const parts = [
    ...headers(slice, manifest, tool).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(plainText(slice, manifest))),
    `--${BOUNDARY}`,
    'Content-Type: application/zip; name="rsmf.zip"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="rsmf.zip"',
    '',
    base64(zip),
    `--${BOUNDARY}--`,
    '',
  ];
  return Buffer.from(parts.join('\r\n'), 'latin1');
}

function headers({ chat, messages, part }: Slice, manifest: Manifest, { version }: ToolRecord) {
  // A phone whose clock was set back writes times out of order.
  const times = messages.map(({ at }) => at).sort();
  const [first = '', last = first] = [times[0], times.at(-1)];
  const { participants, custodian, events } = manifest;
  const day = first.slice(0, 10);
  const rows: (readonly [name: string, value: string])[] = [
    ['Date', headerText(mailDate(last))],
    // Nobody's address is known. Names under .invalid are nobody's (RFC 2606).
    ['From', `${headerText(custodian ?? participants[0] ?? appName(chat.app), isWord)}\r\n <chat@ig-scan.invalid>`],
    ['Subject', headerText(`${titleOf(chat)}, ${day}`)],
    ['Message-ID', headerText(`<${chat.id}.${day}.${part}@ig-scan.invalid>`)],
    ['X-RSMF-Version', '2.0.0'],
    ['X-RSMF-Generator', headerText(`ig-scan ${version}`)],
    ['X-RSMF-Application', headerText(appName(chat.app))],
    ['X-RSMF-BeginDate', headerText(isoTime(first))],
    ['X-RSMF-EndDate', headerText(isoTime(last))],
    ['X-RSMF-TimeZone', 'not stated in the export'],
    ['X-RSMF-EventCount', String(events)],
    ['X-RSMF-AttachmentCount', '0'],
    ['X-RSMF-EventCollectionID', headerText(chat.id)],
    // A comma parts the names.
    ['X-RSMF-Participants', headerText(participants.map((name) => name.replaceAll(',', ' ')).join(', '))],
    ...(custodian === undefined ? [] : [['X-RSMF-Custodian', headerText(custodian)] as const]),
  ];
  return rows.filter(([, value]) => value !== '');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `-0000`: a time whose zone is not known (RFC 5322, section 3.3). */
function mailDate(at: string): string {
  const month = MONTHS[Number(at.slice(5, 7)) - 1] ?? '';
  return `${at.slice(8, 10)} ${month} ${at.slice(0, 4)} ${isoTime(at).slice(11)} -0000`;
}

const isPlain = (text: string): boolean => /^[\x20-\x7e]{0,60}$/.test(text) && !text.includes('=?');
/** Can stand for a person's name before an address as it is. */
const isWord = (text: string): boolean => /^[A-Za-z0-9 ]{1,60}$/.test(text);

/** Bytes of UTF-8 in an encoded word: with the longest header name before it the line keeps to 76 signs. */
const WORD = 30;

/** A header's value: as it is where it is short and plain, else in encoded words (RFC 2047), one a line. */
function headerText(value: string, isSafe: (text: string) => boolean = isPlain): string {
  const text = forTerminal(value).trim();
  if (isSafe(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const sign of text) {
    if (Buffer.byteLength(word + sign) > WORD) {
      words.push(word);
      word = '';
    }
    word += sign;
  }
  return [...words, word].map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

/** The messages as a person reads them, and as the platform searches them. */
function plainText({ chat, messages }: Slice, { note }: Manifest): string {
  const said = messages.map(({ at, sender, revealed }) => {
    const who = sender === '' ? 'written by the app' : forTerminal(revealed.sender);
    return `${forTerminal(at.replace('T', ' '))} ${who}: ${lines(revealed.text)}`;
  });
  return [titleOf(chat), lines(note), '', ...said, ''].join('\r\n');
}

const lines = (text: string): string =>
  text
    .split(/\r\n|[\r\n]/)
    .map(forTerminal)
    .join('\r\n');

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');
