// A revealed report is the masked one with words more: whatever a chat holds, the records are the same, and hostile words stay harmless.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, Message, MessageRecord } from '../../src/model.ts';
import { FORMATS, type FormatId } from '../../src/report/formats.ts';
import type { ReportFormat } from '../../src/report/report.ts';
import { revealChat, revealMessage } from '../../src/report/reveal.ts';
import { demo, type Result } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { OPTIONS, write } from './run.ts';

const REASON = 'subject access request 117';
const revealing = (Object.values(FORMATS) as readonly ReportFormat[]).filter(
  ({ reveals, isBinary }) => reveals !== undefined && !isBinary,
);

/** A message of these words, with attachments in which the same stands backwards. */
function evidenceOn({ findings }: MessageRecord, words: string) {
  const text = [...words].reverse().join('');
  const attached = findings.flatMap(({ attachment: name }) => (name === undefined ? [] : [{ name, text }]));
  return { message: { sender: words, text: words } as Message, attached };
}

/** The demo result, every message with these words, every chat with this title and these people. */
const revealed = (words: string): Result => ({
  ...demo,
  messages: demo.messages.map((record) => revealMessage(record, evidenceOn(record, words))),
  chats: demo.chats.map((record) => {
    const participants = record.participants.map(({ said }) => ({ name: words, said }));
    return revealChat(record, { title: words, participants } as unknown as Conversation);
  }),
});
const text = async (format: FormatId, words: string) =>
  write(await FORMATS[format].open(tool, wording, { ...OPTIONS, reveal: { reason: REASON } }), revealed(words));

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '=cmd|calc',
    '\u001b[2J',
    '\u202egnp.exe',
    '","',
    'a\r\n"b"',
    '</bdi>&amp;',
  ),
);

/** What would be run where a format is opened. */
const RUN: Readonly<Record<string, RegExp>> = { html: /<script/, csv: /"=cmd/ };

describe('a revealed report', () => {
  it('has the records of the masked one, and the words as they are', async () => {
    const masked = JSON.parse(write(await FORMATS.json.open(tool, wording, OPTIONS), demo));
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const { reveal, ...report } = JSON.parse(await text('json', words));
        expect(reveal.reason).toBe(REASON);
        expect(report.messages.map(({ revealed: { text } }: { revealed: { text: string } }) => text)).toEqual(
          demo.messages.map(() => words),
        );
        for (const record of [...report.messages, ...report.chats]) delete record.revealed;
        for (const { findings } of report.messages) for (const finding of findings) delete finding.text;
        expect(report).toEqual(masked);
      }),
      { numRuns: 50 },
    );
  });

  it.each(revealing.map(({ id }) => id as FormatId))('is harmless to open as %s', async (format) => {
    const lines = async (words: string) => (await text(format, words)).split('\n').length;
    const usual = await lines('x');
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const shown = await text(format, words);
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e]/);
        const run = RUN[format];
        if (run) expect(shown).not.toMatch(run);
        expect(shown.split('\n')).toHaveLength(usual);
      }),
      { numRuns: 50 },
    );
  });

  it.each(revealing.map(({ id }) => id as FormatId))('says before any name what it is and why: %s', async (format) => {
    const shown = await text(format, 'Bronwen Hughes');
    expect(shown.indexOf(REASON)).toBeGreaterThan(0);
    expect(shown.indexOf(REASON)).toBeLessThan(shown.indexOf('Bronwen Hughes'));
  });

  it('shows of a finding what stands at its place, in the message or in its attachment', () => {
    const findings = revealed('0123456789'.repeat(5)).messages.flatMap((record) => record.findings);
    expect(findings[0]).toMatchObject({ start: 10, end: 18, text: '01234567' });
    const attached = findings.filter(({ attachment }) => attachment !== undefined);
    expect(attached.length).toBeGreaterThan(0);
    for (const { start, end, text } of attached) {
      expect(text).toBe('9876543210'.repeat(5).slice(start, end));
    }
  });
});
