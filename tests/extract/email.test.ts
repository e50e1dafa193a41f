import { describe, expect, it } from 'vitest';
import { emailReader } from '../../src/extract/email.ts';
import { readWith, sampleIsRead, textAt } from './reading.ts';

const mail = (...lines: string[]): string => lines.join('\r\n');

const withParts = (...parts: string[]): string =>
  mail(
    'From: Ida Fennimore <ida@example.org>',
    'To: Ward: a@example.org, "Vale, Kit" <kit@example.org>;',
    'Subject: =?UTF-8?Q?Mrs_Vale_=E2=80=93_results?=',
    'Date: Mon, 02 Sep 2024 09:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    ...parts.flatMap((part) => ['--b1', part]),
    '--b1--',
    '',
  );
const attached = (type: string, name: string, content: string): string =>
  mail(
    `Content-Type: ${type}`,
    `Content-Disposition: attachment${name ? `; filename="${name}"` : ''}`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content).toString('base64'),
  );

describe('an e-mail', () => {
  it('gives subject, addresses, body and what is attached', async () => {
    const reading = await readWith(
      emailReader,
      withParts(
        mail(
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          'TkhTIDk5OSAxMDcgOTIwMw==',
        ),
        attached('text/csv', 'list.csv', 'a,b'),
        attached('application/octet-stream', '', 'x'),
      ),
    );
    expect(textAt(reading, 'subject')).toBe('Mrs Vale – results');
    expect(textAt(reading, 'addresses')).toContain('From: Ida Fennimore <ida@example.org>');
    expect(textAt(reading, 'addresses')).toContain('Vale, Kit <kit@example.org>');
    expect(textAt(reading, 'body')).toBe('NHS 999 107 9203');
    expect(reading.inner.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['list.csv', 'a,b'],
      ['attachment 2', 'x'],
    ]);
    expect(reading.unread).toEqual([]);
    expect(await sampleIsRead(emailReader)).toBe(true);
  });

  it('does not say twice what its page repeats, but gives what only the page says', async () => {
    const page =
      '<p>Seen today</p><img alt="wristband"><table><tr><th>Name</th><th>DOB</th></tr><tr><td>Vale</td><td>1/2/51</td></tr></table>';
    const reading = await readWith(
      emailReader,
      withParts(
        mail(
          'Content-Type: multipart/alternative; boundary=b2',
          '',
          '--b2',
          'Content-Type: text/plain',
          '',
          'Seen',
          'today',
          '--b2',
          'Content-Type: text/html',
          '',
          page,
          '--b2--',
        ),
      ),
    );
    expect(textAt(reading, 'body')).toBe('Seen\ntoday');
    expect(textAt(reading, 'body as a page')).toBe('alt: wristband\nName\tDOB\nName: Vale; DOB: 1/2/51');
  });

  it('gives an attached mail as a file inside it', async () => {
    const { inner } = await readWith(
      emailReader,
      withParts(mail('Content-Type: message/rfc822', '', 'From: a@example.org', 'Subject: inside', '', 'Kit Vale')),
    );
    expect(inner.map(({ name }) => name)).toEqual(['attached mail 1.eml']);
    expect(textAt(await readWith(emailReader, inner[0]?.bytes ?? ''), 'body')).toBe('Kit Vale');
  });

  it('says that a sealed part is locked, and that a mail is cut short', async () => {
    const sealed = withParts(attached('application/pkcs7-mime; smime-type=enveloped-data', 'smime.p7m', 'x'));
    expect((await readWith(emailReader, sealed)).unread).toEqual([{ reason: 'media-locked', place: 'smime.p7m' }]);
    const cut = withParts(attached('text/csv', 'list.csv', 'a,b')).slice(0, -8);
    expect((await readWith(emailReader, cut)).unread).toEqual([
      { reason: 'media-damaged', place: 'its end is missing' },
    ]);
  });
});
