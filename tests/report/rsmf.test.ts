// RSMF: each file fits the schema that Relativity published, holds what was revealed and nothing else, and claims no time zone.

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ChatRecord, MessageRecord } from '../../src/model.ts';
import { openRsmf } from '../../src/report/rsmf/writer.ts';
import { demo, type Result } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { finish, OPTIONS } from './run.ts';

const schema = JSON.parse(readFileSync(new URL('schemas/rsmf-2.0.0.schema.json', import.meta.url), 'utf8'));
// Formats are not checked: the schema says `date-time`, which asks for a zone, and its own examples have none.
const fits = new Ajv({ strict: false, validateFormats: false }).compile(schema);

const NAMES = ['Vera Sample', '07700 900123', '~Jo', 'Alex Sample', 'Zoë Sample'];
const NASTY =
  'Vera\r\nBcc: all@example.org\r\n\r\n--=_ig-scan_rsmf\u0000\u001b[2J\u202e, "x" <x@example.org> =?utf-8?Q?x?= \ud800';

/** The demo result as after a reveal. */
function revealed(text = (record: MessageRecord) => `text of ${record.id}`, name = (id: string) => nameOf(id)): Result {
  return {
    ...demo,
    messages: demo.messages
      .filter(({ at }) => /^\d{4}/.test(at))
      .map((record) => ({ ...record, revealed: { sender: record.sender && name(record.sender), text: text(record) } })),
    chats: demo.chats.map((chat) => ({
      ...chat,
      revealed: { title: name(chat.title), names: chat.participants.map(({ id }) => name(id)) },
    })),
  };
}

const nameOf = (id: string): string => NAMES[Number(id.slice(1)) - 1] ?? id;

async function filesOf(result: Result): Promise<Record<string, string>> {
  const zip = unzipSync(await finish(openRsmf(tool, wording, OPTIONS), result));
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function mails(result: Result): Promise<string[]> {
  const { 'README.txt': _, ...files } = await filesOf(result);
  return Object.values(files);
}

const headersOf = (mail: string): string[] => mail.slice(0, mail.indexOf('\r\n\r\n')).split(/\r\n(?! )/);

/** The text and the manifest in a mail, read by its boundary alone. */
function partsOf(mail: string) {
  const boundary = /boundary="([^"]+)"/.exec(mail)?.[1] ?? '';
  const parts = mail.split(`--${boundary}`).slice(1, -1);
  const bytes = parts.map((part) => Buffer.from(part.slice(part.indexOf('\r\n\r\n')), 'base64'));
  const zip = unzipSync(bytes[1]!);
  return {
    attachments: parts.filter((part) => part.includes('Content-Disposition: attachment; filename="rsmf.zip"')),
    count: parts.length,
    text: bytes[0]!.toString('utf8'),
    entries: Object.keys(zip),
    manifest: JSON.parse(strFromU8(zip['rsmf_manifest.json']!)),
  };
}

const direct = (title: string): Result => {
  const chat: ChatRecord = {
    ...demo.chats[0]!,
    kind: 'direct',
    participants: demo.chats[0]!.participants.slice(0, 2),
    revealed: { title, names: NAMES.slice(0, 2) },
  };
  const message = { ...demo.messages[0]!, sender: 'S2', revealed: { sender: NAMES[1]!, text: 'x' } };
  return { ...demo, messages: [message], chats: [chat] };
};

describe('the RSMF export', () => {
  it.each([
    ['an ordinary result', revealed()],
    [
      'hostile text and names',
      revealed(
        () => NASTY,
        () => NASTY,
      ),
    ],
    ['a chat of two', direct('Vera Sample')],
  ])('fits the published schema: %s', async (_, result) => {
    const all = await mails(result);
    expect(all.length).toBeGreaterThan(0);
    for (const mail of all) expect(fits(partsOf(mail).manifest) ? [] : fits.errors).toEqual([]);
  });

  it('is refused by the schema where a word is wrong', async () => {
    const { manifest } = partsOf((await mails(revealed()))[0]!);
    manifest.events[0].type = 'gossip';
    expect(fits(manifest)).toBe(false);
  });

  it('holds exactly one attachment, rsmf.zip, with the manifest and nothing else', async () => {
    for (const mail of await mails(
      revealed(
        () => NASTY,
        () => NASTY,
      ),
    )) {
      const { attachments, count, entries } = partsOf(mail);
      expect([attachments.length, count, entries]).toEqual([1, 2, ['rsmf_manifest.json']]);
    }
  });

  it('gives each revealed message word for word, once, with what was decided on it', async () => {
    const result = revealed((record) => `${NASTY} ${record.id}`);
    const events = (await mails(result)).flatMap((mail) => partsOf(mail).manifest.events).filter(({ id }) => id);
    const bodies = Object.fromEntries(events.map(({ id, body }) => [id, body]));
    expect(bodies).toEqual(Object.fromEntries(result.messages.map(({ id, revealed }) => [id, revealed?.text])));
    const { custom } = events.find(({ id }) => id === demo.messages[0]!.id);
    const fields = Object.fromEntries(custom.map(({ name, value }: { name: string; value: string }) => [name, value]));
    expect(fields).toMatchObject({ Record: demo.messages[0]!.id, Verdict: 'Confirmed', Severity: 'Critical' });
    expect(fields['Where it belongs']).toContain('Care record');
  });

  it('has one file a chat and day, named without a title or a person', async () => {
    const next = { ...demo.messages[0]!, id: 'c0ffee000001-1:70', index: 70, at: '2024-12-04T09:00:30' };
    const result = revealed();
    const more = { ...next, revealed: { sender: 'Vera Sample', text: 'x' } };
    const files = Object.keys(await filesOf({ ...result, messages: [...result.messages, more] }));
    expect(files).toEqual(['README.txt', 'c0ffee000001-1_2024-12-03.rsmf', 'c0ffee000001-1_2024-12-04.rsmf']);
  });

  it('claims no time zone', async () => {
    const [mail] = await mails(revealed());
    for (const { timestamp } of partsOf(mail!).manifest.events)
      expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(headersOf(mail!)).toContainEqual(expect.stringMatching(/^Date: 03 Dec 2024 \d\d:\d\d:00 -0000$/));
    expect(headersOf(mail!)).toContainEqual('X-RSMF-TimeZone: not stated in the export');
  });

  it('lets no name or title break out of its header', async () => {
    const known = headersOf((await mails(revealed()))[0]!).map((line) => line.split(':')[0]);
    for (const mail of await mails(
      revealed(
        () => NASTY,
        () => NASTY,
      ),
    )) {
      const headers = headersOf(mail);
      expect(headers.map((line) => line.split(':')[0])).toEqual(known);
      expect(headers.join('')).toMatch(/^[\r\n\x20-\x7e]*$/);
      for (const line of headers.join('\r\n').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    }
  });

  it('lists as participants those who wrote a message of the file', async () => {
    const { manifest } = partsOf((await mails(revealed()))[0]!);
    const senders = new Set(manifest.events.flatMap(({ participant }: { participant?: string }) => participant ?? []));
    expect(new Set(manifest.participants.map(({ id }: { id: string }) => id))).toEqual(senders);
    expect(manifest.participants).toContainEqual({ id: 'S5', display: 'Zoë Sample' });
    expect(manifest.conversations[0].custodian).toBeUndefined();
  });

  it('knows the custodian of a chat of two that is named after the other', async () => {
    const conversationOf = async (title: string) => partsOf((await mails(direct(title)))[0]!).manifest.conversations[0];
    expect(await conversationOf('Vera Sample')).toMatchObject({ custodian: 'S2', participants: ['S2', 'S1'] });
    expect((await conversationOf('chat')).custodian).toBeUndefined();
  });

  it('splits a day with more events than Relativity advises', async () => {
    const [chat] = revealed().chats;
    const one = revealed().messages[0]!;
    const many = Array.from({ length: 10_050 }, (_, at) => ({ ...one, id: `${chat!.id}:${at + 1}`, index: at + 1 }));
    const all = await mails({ ...demo, messages: many, chats: [chat!] });
    expect(all.map((mail) => partsOf(mail).manifest.events.length)).toEqual([10_000, 52]);
    expect(headersOf(all[1]!)).toContain('X-RSMF-EventCount: 52');
  });

  it('says in its README what was not read and what is left out', async () => {
    const { 'README.txt': text, ...files } = await filesOf(demo);
    expect(Object.keys(files)).toEqual([]);
    expect(text).toContain('1 source could not be read at all');
    expect(text).toContain(`${demo.messages.length} reported messages without revealed text`);
  });

  it('is the same twice, in any time zone', async () => {
    const zone = process.env.TZ;
    const bytes = async (TZ: string) => {
      process.env.TZ = TZ;
      return Buffer.from(await finish(openRsmf(tool, wording, OPTIONS), revealed())).toString('base64');
    };
    const [here, there] = [await bytes('Europe/London'), await bytes('Pacific/Auckland')];
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(here === there).toBe(true);
  });
});
