// Mails as archives of what was written and what is attached.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailKind } from '../../src/source/mail-head.ts';
import { CHAT, readOne, temporaryFolder, zipOf } from './archives.ts';

const folder = temporaryFolder();
const read = (bytes: Buffer | string, limits = {}) => readOne(folder, bytes, limits);

const HEAD = [
  'From: Jo Bell <jo.bell@example.org>',
  'To: ig@example.org',
  'Date: Tue, 3 Dec 2024 18:02:10 +0000',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
];

const mail = (...lines: readonly string[]): string => [...HEAD, ...lines, ''].join('\r\n');

interface Attached {
  readonly name: string;
  readonly content: string | Buffer;
  readonly type?: string;
}

/** A mail with parts, the first of them what was written. */
function mailWith(text: string, attached: readonly Attached[], subject = 'Chat'): string {
  const parts = attached.flatMap(({ name, content, type = 'application/octet-stream' }) => [
    '--=_b',
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content).toString('base64'),
  ]);
  const body = ['--=_b', 'Content-Type: text/plain; charset=utf-8', '', text, ...parts, '--=_b--'];
  return mail(`Subject: ${subject}`, 'Content-Type: multipart/mixed; boundary="=_b"', '', ...body);
}

describe('a mail', () => {
  it('holds what was written, with its subject, and what is attached', async () => {
    const source = await read(mailWith('See below.', [{ name: 'a.txt', content: CHAT }]));
    expect(source.contents).toEqual({ 'message.txt': 'Chat\n\nSee below.\n', 'a.txt': CHAT });
  });

  it('holds nothing written when all that it says is what WhatsApp says by itself', async () => {
    const name = 'WhatsApp Chat with Ward 12.txt';
    const text = `Chat history is attached as "${name}" file to this email.`;
    const source = await read(mailWith(text, [{ name, content: CHAT }], 'WhatsApp Chat with Ward 12'));
    expect(source.names).toEqual([name]);
  });

  it('is read when it was written as a page only, line by line, without what is not seen', async () => {
    const page =
      '<html><head><style>p { color: red }</style></head><body><p>bed 4 &amp; 5</p><p>NEWS 8</p></body></html>';
    const source = await read(mail('Content-Type: text/html; charset=utf-8', '', page));
    expect(source.contents).toEqual({ 'message.txt': 'bed 4 & 5\nNEWS 8' });
  });

  it('gives the page beside a text that is only a stub', async () => {
    const parts = [
      ['--=_b', 'Content-Type: text/plain', '', 'Not shown.'],
      [
        '--=_b',
        'Content-Type: text/html',
        '',
        `<p>Bed 4 has NEWS 8.</p><p>${'More of it. '.repeat(10)}</p>`,
        '--=_b--',
      ],
    ].flat();
    const source = await read(mail('Content-Type: multipart/alternative; boundary="=_b"', '', ...parts));
    expect(source.contents['message.txt']).toMatch(/^Not shown\.\s+Bed 4 has NEWS 8\./);
  });

  it('opens archives that are attached, and mails sent on, as far as the limits go', async () => {
    const zip = { name: 'in.zip', content: await zipOf({ 'a.txt': CHAT }) };
    const inner = { name: 'b.eml', content: mailWith('', [zip]), type: 'message/rfc822' };
    const source = await read(mailWith('', [inner]));
    expect(source.names).toEqual(['b.eml!/in.zip!/a.txt', 'b.eml!/message.txt', 'message.txt']);
    const third = await read(mailWith('', [{ name: 'c.eml', content: mailWith('', [inner]) }]));
    expect(third.notExamined).toEqual([{ path: 'c.eml!/b.eml', kind: 'archive', reason: 'limit-depth' }]);
  });

  it('names what is attached without paths, and each once', async () => {
    const attached = ['../../etc/a.txt', 'C:\\\\x\\\\a.txt', 'a.txt'].map((name) => ({ name, content: CHAT }));
    const source = await read(mailWith('', attached, ''));
    expect(source.names).toEqual(['a (2).txt', 'a (3).txt', 'a.txt']);
  });

  it('is refused when it is larger than mails are', async () => {
    const source = await read(`${mail('', 'text')}${'a'.repeat(64 * 1024 ** 2)}`);
    expect(source.codes).toEqual(['mail-too-large']);
  });

  it('is refused when its parts lie too deep in one another', async () => {
    const deep = Array.from({ length: 60 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary="b${at}"`,
      '',
      `--b${at}`,
    ]).flat();
    expect((await read(mail(...deep))).codes).toEqual(['mail-damaged']);
  });

  it('never throws, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), fc.uint8Array(), async (lines, bytes) => {
        const content = Buffer.concat([Buffer.from(mail(...lines)), bytes]);
        const source = await read(content);
        expect(source.names.length + source.codes.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a mailbox', () => {
  it('holds its mails', async () => {
    const line = 'From jo@example.org Tue Dec  3 18:02:10 2024\n';
    const text = `${line}${mail('Subject: one', '', 'first')}\n${line}${mail('Subject: two', '', 'second')}`;
    const { contents } = await read(text.replaceAll('\r\n', '\n'));
    expect(Object.keys(contents)).toEqual(['mail 1.eml!/message.txt', 'mail 2.eml!/message.txt']);
    expect(contents['mail 2.eml!/message.txt']).toContain('second');
  });
});

describe('mailKind', () => {
  const kindOf = (text: string) => mailKind(Buffer.from(text));

  it('takes no text for a mail that a person may have typed, and no RSMF file', () => {
    expect(kindOf(mail('', 'text'))).toBe('mail');
    expect(kindOf('From: Jo\nTo: Kit\nDate: today\nSubject: bed 4\n\nNEWS 8')).toBeUndefined();
    expect(kindOf(`Message-ID: x\nTo: Kit\n12/03/2024, 09:00 - Jo: hello\n${mail('', 'text')}`)).toBeUndefined();
    expect(kindOf(mail('X-RSMF-Version: 2.0.0', '', 'text'))).toBeUndefined();
  });

  it('does not wait for the end of long headers', () => {
    expect(kindOf(mail(`X-Spam: ${'a'.repeat(9000)}`).slice(0, 4096))).toBe('mail');
  });
});
