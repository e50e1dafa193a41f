// The reported messages, word for word, as Relativity Short Message Format 2.0, which review platforms for inquiries and claims take
// in. It exists only after a deliberate reveal: without the text there is nothing to hand over. The output is a zip of .rsmf files, one
// a chat and day as Relativity advises, and a README that says what is in it and what is not. Source: Relativity, "Relativity's short
// message format" and "Creating an RSMF file" (help.relativity.com); github.com/relativitydev/rsmf-validator-samples.

import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ChatRecord, MessageRecord, Summary, ToolRecord } from '../../model.ts';
import { type MostSerious, mostSerious } from '../most-serious.ts';
import type { OpenReport, Wording } from '../report.ts';
import { REVEAL_NOTICE } from '../reveal.ts';
import { counted, foundSentences, thousands, unreadSentence, urgentSentence } from '../sentences.ts';
import { rsmfMail } from './mail.ts';
import { manifestOf, type Revealed, type Slice } from './manifest.ts';

/** The zip is made in memory; beyond these the least serious messages are left out, and the README says so. */
const MOST_MESSAGES = 50_000;

/** Relativity advises 10,000 events a file at most; one is the note on how the extract was made. */
const MOST_EVENTS = 9_999;

/** A date in local parts reads the same in every zone; the same input gives the same bytes. */
const stamp = () => ({ mtime: new Date(1980, 0, 1) });

export const openRsmf: OpenReport = (tool, wording, { reveal }) => {
  const messages = mostSerious<Revealed>(MOST_MESSAGES);
  const chats = new Map<string, ChatRecord>();
  let masked = 0;
  return {
    message: (record) => {
      if (isRevealed(record)) messages.add(record);
      else masked += 1;
      return '';
    },
    chat: (record) => {
      chats.set(record.id, record);
      return '';
    },
    source: () => '',
    notExamined: () => '',
    end: (summary) => {
      const slices = slicesOf(messages, chats);
      const files = Object.fromEntries(slices.map((slice) => [entryName(slice), rsmfFile(slice, tool, wording)]));
      return zipSync(
        {
          'README.txt': strToU8(readme(slices, { summary, messages, masked, tool, reason: reveal?.reason ?? '' })),
          ...files,
        },
        stamp(),
      );
    },
  };
};

const isRevealed = (record: MessageRecord): record is Revealed => record.revealed !== undefined;

/** One for each chat and day, in order; a day with very many messages in parts. */
function slicesOf(messages: MostSerious<Revealed>, chats: ReadonlyMap<string, ChatRecord>): Slice[] {
  const days = new Map<string, Revealed[]>();
  for (const record of messages.inOrder()) {
    const key = `${record.chat} ${record.at.slice(0, 10)}`;
    const day = days.get(key);
    if (day) day.push(record);
    else days.set(key, [record]);
  }
  return [...days.values()].flatMap((day) => {
    const chat = chats.get(day[0]?.chat ?? '');
    if (chat === undefined) return [];
    const parts = Math.ceil(day.length / MOST_EVENTS);
    return Array.from({ length: parts }, (_, part) => {
      return { chat, part: part + 1, parts, messages: day.slice(part * MOST_EVENTS, (part + 1) * MOST_EVENTS) };
    });
  });
}

/** No title and no name of a person: file names are seen by more people than files. */
function entryName({ chat, messages, part, parts }: Slice): string {
  const day = (messages[0]?.at ?? '').slice(0, 10).replace(/[^\d-]+/g, '');
  return `${chat.id}_${day}${parts > 1 ? `_part${part}` : ''}.rsmf`;
}

function rsmfFile(slice: Slice, tool: ToolRecord, wording: Wording): Uint8Array {
  const manifest = manifestOf(slice, tool, wording);
  const inner: Zippable = { 'rsmf_manifest.json': strToU8(manifest.json) };
  return rsmfMail(slice, manifest, zipSync(inner, stamp()), tool);
}

interface Made {
  /** Of the reveal. */
  readonly reason: string;
  readonly summary: Summary;
  readonly messages: MostSerious<Revealed>;
  readonly masked: number;
  readonly tool: ToolRecord;
}

function readme(slices: readonly Slice[], { summary, messages, masked, tool, reason }: Made): string {
  const shown = slices.reduce((sum, slice) => sum + slice.messages.length, 0);
  const leftOut = [...messages.leftOut.values()].reduce((sum, count) => sum + count, 0);
  const sentences = [
    `${counted(shown, 'reported message')}, word for word, in ${counted(slices.length, 'file')} of Relativity Short Message Format 2.0: one for each chat and day.`,
    `${REVEAL_NOTICE} Reason: ${reason}`,
    'What was not reported is not in here, and neither are photos and other attachments.',
    'Times are those of the export; where it states no time zone, none was added.',
    unreadSentence(summary),
    ...foundSentences(summary),
    urgentSentence(summary),
    leftOut > 0
      ? `The ${thousands(leftOut)} least serious messages were left out; the JSON report lists them.`
      : undefined,
    masked > 0 ? `${counted(masked, 'reported message')} without revealed text: not in here.` : undefined,
    `ig-scan ${tool.version}, patterns ${tool.patterns.version}, policy ${tool.policy.id} ${tool.policy.version}`,
  ];
  return sentences.flatMap((sentence) => (sentence === undefined ? [] : [`${sentence}\r\n`])).join('\r\n');
}
