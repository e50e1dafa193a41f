// Bytes to text: what is left of an export after somebody opened and saved it elsewhere.

import { describe, expect, it } from 'vitest';
import { findChats } from '../../src/parse/parse.ts';
import { sniffEncoding, textOf, WrongEncoding } from '../../src/parse/text.ts';
import { chatOf, codesOf, damagedFile, fileOf, messagesOf } from './files.ts';

const CHAT = '05/10/2020, 00:14 - Jo: café – bed 4 🙏\n13/10/2020, 00:15 - Sam: “ok”\n';

const utf16 = (text: string, big: boolean, bom: boolean): Uint8Array => {
  const units = [...((bom ? '\ufeff' : '') + text)].join('');
  const bytes = Buffer.from(units, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

const ansi = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => ({ '–': 0x96, '“': 0x93, '”': 0x94, '€': 0x80 })[letter] ?? letter.charCodeAt(0));

async function textIn(bytes: Uint8Array, encoding: Parameters<typeof textOf>[1], piece?: number): Promise<string> {
  let all = '';
  for await (const text of textOf(fileOf('x', bytes, piece), encoding)) all += text;
  return all;
}

describe('decoding', () => {
  for (const big of [false, true]) {
    for (const bom of [false, true]) {
      it(`reads UTF-16 ${big ? 'BE' : 'LE'} ${bom ? 'with' : 'without'} BOM and says so`, async () => {
        const chat = await chatOf(utf16(CHAT.replaceAll('\n', '\r\n'), big, bom));
        expect((await messagesOf(chat)).map(({ text }) => text)).toEqual(['café – bed 4 🙏', '“ok”']);
        expect(codesOf(chat)).toContain('decoded-utf-16');
      });
    }
  }

  it('passes over the BOM of UTF-8', async () => {
    const chat = await chatOf(`\ufeff${CHAT}`);
    expect(chat.counts.records).toBe(2);
    expect(codesOf(chat)).not.toContain('lines-before-first-message');
  });

  it('reads what is not UTF-8 as windows-1252, curly quotes and all, and says so', async () => {
    const chat = await chatOf(ansi(CHAT.replace('🙏', '?').replace('bed 4', 'bed 4 €5')));
    expect((await messagesOf(chat)).map(({ text }) => text)).toEqual(['café – bed 4 €5 ?', '“ok”']);
    expect(codesOf(chat)).toContain('decoded-windows-1252');
  });

  it('undoes UTF-8 that was read as Windows-1252 and saved again, and says so', async () => {
    const names = '\u200e[05/10/2020, 00:14:07] Zoë: can’t – bed 4 🙏\r\n[05/10/2020, 00:15:07] Zoë: £20 café\r\n';
    const once = Buffer.from(names);
    const sign = new Map(
      [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'].map((letter, at) => [0x80 + at, letter]),
    );
    const twice = Array.from(once, (byte) => sign.get(byte) ?? String.fromCharCode(byte)).join('');
    const chat = await chatOf(Buffer.from(twice));
    expect((await messagesOf(chat)).map(({ sender, text }) => [sender, text])).toEqual([
      ['Zoë', 'can’t – bed 4 🙏'],
      ['Zoë', '£20 café'],
    ]);
    expect(codesOf(chat)).toContain('decoded-twice');
  });

  it('leaves a text alone in which only a word or two look so', async () => {
    const chat = await chatOf('05/10/2020, 00:14 - Jo: Ã© means é, don’t – “ask”, 🙏\n');
    expect((await messagesOf(chat))[0]?.text).toBe('Ã© means é, don’t – “ask”, 🙏');
  });

  it('undoes the quoted-printable of mail, and says so', async () => {
    const mail =
      '05/10/2020, 00:14 - Jo: caf=C3=A9 =E2=80=93 bed 4, a line that the mail program =\r\nbroke here, 2=3D2\r\n05/10/2020, 00:15 - Sam: ok=\r\n\r\n';
    const chat = await chatOf(mail);
    expect((await messagesOf(chat)).map(({ text }) => text)).toEqual([
      'café – bed 4, a line that the mail program broke here, 2=2',
      'ok',
    ]);
    expect(codesOf(chat)).toContain('decoded-quoted-printable');
  });

  it('undoes the same in any pieces', async () => {
    const twice = Buffer.from('Ã©'.repeat(40) + 'â€™s '.repeat(40));
    const quoted = Buffer.from('=C3=A9 =\r\n'.repeat(40));
    for (const piece of [1, 2, 3, 7, 50]) {
      expect(await textIn(twice, 'utf-8-twice', piece)).toBe('é'.repeat(40) + '’s '.repeat(40));
      expect(await textIn(quoted, 'quoted-printable', piece)).toBe('é '.repeat(40));
    }
  });

  it('keeps UTF-8 with a broken byte as UTF-8 and says so', async () => {
    const bytes = new TextEncoder().encode(CHAT);
    bytes[bytes.indexOf(0x62)] = 0xff;
    const chat = await chatOf(bytes);
    expect((await messagesOf(chat))[0]?.text).toBe('café – \ufffded 4 🙏');
    expect(codesOf(chat)).toContain('decoded-with-damage');
  });

  it('is not led astray by a last character that was cut in two', async () => {
    const bytes = new TextEncoder().encode('05/10/2020, 00:14 - Jo: bed 4 é');
    const chat = await chatOf(bytes.subarray(0, -1));
    expect((await messagesOf(chat))[0]?.text).toBe('bed 4 \ufffd');
    expect(codesOf(chat)).not.toContain('decoded-windows-1252');
  });

  it('gives the same text whatever the size of the pieces', async () => {
    for (const piece of [1, 2, 3, 7, 1000]) {
      expect(await textIn(new TextEncoder().encode(CHAT), 'utf-8', piece)).toBe(CHAT);
      expect(await textIn(utf16(CHAT, false, false), 'utf-16le', piece)).toBe(CHAT);
    }
  });

  it('tells strict UTF-8 from what it is not', async () => {
    await expect(textIn(ansi('“quoted” – text'), 'utf-8')).rejects.toThrow(WrongEncoding);
    expect(sniffEncoding(new TextEncoder().encode(CHAT))).toBe('utf-8');
  });

  it('passes over NUL bytes and counts them', async () => {
    const chat = await chatOf(CHAT.replace('bed', 'b\0ed').replace('00:15', '00\0:15'));
    expect((await messagesOf(chat)).map(({ text }) => text)).toEqual(['café – bed 4 🙏', '“ok”']);
    expect(chat.issues).toContainEqual({ code: 'nul-bytes', count: 2 });
  });

  it('reads up to damage, says so, and ends the messages at the same place', async () => {
    const long = CHAT.repeat(5000);
    const { chats } = await findChats([damagedFile('_chat.txt', long, 100_000)], { sourcePath: 'x.zip' });
    const [chat] = chats;
    if (!chat) throw new Error('no chat');
    expect(codesOf(chat)).toContain('entry-damaged');
    const messages = await messagesOf(chat);
    expect(messages.length).toBe(chat.counts.records);
    expect(messages.length).toBeGreaterThan(2000);
    expect(messages.length).toBeLessThan(10_000);
  });
});
