// Lines to records: nothing is lost, and what was pasted into a message stays in it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/model.ts';
import { outlineOf, planOf } from '../../../src/parse/whatsapp/outline.ts';
import { noNotes, recordsOf } from '../../../src/parse/whatsapp/records.ts';
import { chatOf, codesOf, fileOf, messagesOf } from '../files.ts';

const LRM = '\u200e';
const read = async (text: string): Promise<Message[]> => messagesOf(await chatOf(text));

async function accountOf(text: string): Promise<{ lines: number; attributed: number; unattributed: number }> {
  const file = fileOf('x', text);
  const outline = await outlineOf(file);
  const notes = noNotes();
  let attributed = 0;
  const layout = planOf(outline) ?? { accepts: () => true };
  for await (const records of recordsOf(file, outline.encoding, layout, notes)) {
    for (const record of records) attributed += record.lines;
  }
  return { lines: notes.lines, attributed, unattributed: notes.unattributed };
}

const lineCount = (text: string): number => {
  const parts = text.split(/\r\n|\n|\r/);
  return parts.at(-1) === '' ? parts.length - 1 : parts.length;
};

describe('every line', () => {
  const pieces = fc.constantFrom(
    '13/10/2020, 00:14 - ',
    '[13/10/2020, 00:14:07] ',
    '10/13/20, 2:14 PM - ',
    '[10/13/20, 2:14:07 PM] - ',
    '2016-06-27, 8:04:08 AM: ',
    'Mar 5, 8:11 PM - ',
    'Jo: ',
    'Ward: ',
    'Jo added Sam: x',
    LRM,
    '\ufeff',
    '\u200f',
    'Messages and calls are end-to-end encrypted.',
    '<attached: x.jpg>',
    '<Media omitted>',
    '(file attached)',
    'a.pdf',
    ' (',
    ')',
    ': ',
    ':',
    '<',
    '>',
    '•',
    '\n',
    '\n',
    '\r\n',
    '\r\n',
    '\r',
    '\0',
    '\u2028',
    '🙏',
    '\ud83d',
    'null',
    'This message was deleted',
    'text',
  );
  const mixture = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 200, unit: 'binary' }),
  );

  it('belongs to a record or is counted as belonging to none, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async (text) => {
        const bytes = new TextDecoder().decode(new TextEncoder().encode(text));
        const { lines, attributed, unattributed } = await accountOf(text);
        expect(attributed + unattributed).toBe(lines);
        expect(lines).toBe(lineCount(bytes.replaceAll('\0', '')));
      }),
      { numRuns: 500 },
    );
  });

  it('is read without an error, and the counts are those of the messages', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async (noise) => {
        const chat = await chatOf(`13/10/2020, 00:14 - Jo: hi\n${noise}`);
        const messages = await messagesOf(chat);
        expect(messages.map(({ index }) => index)).toEqual([...messages.keys()].map((i) => i + 1));
        expect(chat.counts.records).toBe(messages.length);
        expect(chat.counts.said).toBe(messages.filter(({ kind }) => kind === 'said').length);
        expect(chat.counts.attachments).toBe(messages.reduce((sum, { attachments }) => sum + attachments.length, 0));
        expect(chat.participants.reduce((sum, { said }) => sum + said, 0)).toBe(chat.counts.said);
        for (const { kind, sender, system } of messages)
          expect(kind === 'system').toBe(sender === '' && system !== undefined);
      }),
      { numRuns: 300 },
    );
  });

  it('of a text is the same whatever the size of the pieces it arrives in', async () => {
    const text = `\u200e[13/10/2020, 00:14:07] Jo: ${LRM}<attached: 00000001-PHOTO-2020-10-13-00-14-07.jpg>\r\n[13/10/2020, 00:15:07] Sam: één\nзвук 🙏\r\n`;
    const whole = await read(text);
    for (const piece of [1, 3, 10]) {
      const file = fileOf('_chat.txt', text, piece);
      const { findChats } = await import('../../../src/parse/parse.ts');
      const { chats } = await findChats([file], { sourcePath: '_chat.txt' });
      expect(await messagesOf(chats[0]!)).toEqual(whole);
    }
  });
});

describe('records', () => {
  it('know the line on which they begin', async () => {
    const messages = await read('13/10/2020, 00:14 - Jo: a\nb\n\nc\n13/10/2020, 00:15 - Sam: d\n');
    expect(messages).toMatchObject([
      { line: 1, text: 'a\nb\n\nc' },
      { line: 5, text: 'd' },
    ]);
  });

  it('of iPhones end with CRLF: a chat pasted into a message stays in it', async () => {
    const pasted = '[12/10/2020, 10:00:00] Kim: old\n[12/10/2020, 10:01:00] Pat: older';
    const messages = await read(`[13/10/2020, 00:14:07] Jo: look\n${pasted}\r\n[13/10/2020, 00:15:07] Sam: ok\r\n`);
    expect(messages).toMatchObject([{ sender: 'Jo', text: `look\n${pasted}` }, { sender: 'Sam' }]);
  });

  it('of iPhones that hold a pasted chat give no evidence from it, and no alarm', async () => {
    const text = `[13/10/2020, 00:14:07] Jo: a\r\n[14/10/2020, 00:15:07] Sam: look\n[10/13/2020, 10:00:00] Kim: b\n[10/13/20, 2:00:00 PM] Kim: c\r\n`;
    const chat = await chatOf(text);
    expect(chat).toMatchObject({
      dateOrder: { order: 'day-first', certain: true },
      counts: { records: 2 },
      issues: [],
    });
  });

  it('of an iPhone export that was saved anew with LF or CRLF only are told by their headers', async () => {
    for (const end of ['\n', '\r\n']) {
      const messages = await read(
        ['[13/10/2020, 00:14:07] Jo: a', 'b', '[13/10/2020, 00:15:07] Sam: c', 'd', ''].join(end),
      );
      expect(messages).toMatchObject([{ text: 'a\nb' }, { text: 'c\nd' }]);
    }
  });

  it('of Android may hold a CRLF', async () => {
    expect(await read('13/10/2020, 00:14 - Jo: a\r\nb\n13/10/2020, 00:15 - Sam: c\n')).toMatchObject([
      { text: 'a\nb' },
      { text: 'c' },
    ]);
  });

  it('are not begun by lines pasted from an export of another phone, which are reported', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `13/10/2020, 00:${10 + i} - Jo: hi\n`);
    lines.splice(5, 0, '[12/10/2020, 10:00:00] Kim: old\n[12/10/2020, 10:01:00] Pat: older\n');
    const chat = await chatOf(lines.join(''));
    expect(chat.counts.records).toBe(20);
    expect((await messagesOf(chat))[4]?.text).toBe(
      'hi\n[12/10/2020, 10:00:00] Kim: old\n[12/10/2020, 10:01:00] Pat: older',
    );
    expect(chat.issues).toContainEqual({ code: 'mixed-layouts', place: 'line 6', count: 2 });
  });

  it('of two exports put together are all records, each with its own order of day and month', async () => {
    const first = '13/10/2020, 00:14 - Jo: a\n05/11/2020, 00:14 - Jo: b\n06/11/2020, 00:14 - Jo: c\n';
    const second = '10/13/20, 2:14 PM - Kim: d\n11/5/20, 2:14 PM - Kim: e\n11/6/20, 2:14 PM - Kim: f\n';
    for (const joint of ['', '\ufeff']) {
      const chat = await chatOf(first + joint + second);
      expect((await messagesOf(chat)).map(({ at }) => at.slice(0, 10))).toEqual([
        '2020-10-13',
        '2020-11-05',
        '2020-11-06',
        '2020-10-13',
        '2020-11-05',
        '2020-11-06',
      ]);
      expect(codesOf(chat)).toContain('mixed-layouts');
    }
  });

  it('before the first header belong to nobody, which is said', async () => {
    const chat = await chatOf('Forwarded by Jo\n\nsee below\n13/10/2020, 00:14 - Jo: hi\n');
    expect(chat.issues).toContainEqual({ code: 'lines-before-first-message', count: 2 });
    expect((await messagesOf(chat))[0]).toMatchObject({ index: 1, line: 4 });
  });

  it('are cut when longer than any message, which is said', async () => {
    const chat = await chatOf(
      `13/10/2020, 00:14 - Jo: ${'x'.repeat(1_500_000)}\n13/10/2020, 00:15 - Sam: ${'y\n'.repeat(1_000_000)}13/10/2020, 00:16 - Jo: ok\n`,
    );
    const messages = await messagesOf(chat);
    expect(messages.map(({ text }) => text.length <= 1 << 20)).toEqual([true, true, true]);
    expect(messages[2]?.text).toBe('ok');
    expect(chat.issues).toContainEqual({ code: 'record-cut', place: 'line 1, 2', count: 2 });
  });
});
