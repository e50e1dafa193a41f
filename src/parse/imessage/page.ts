// imessage-exporter's pages: a box a message, with spans for date and sender; answers in a box below.

import { isBlock, readHtml, tidied } from '../html-events.ts';
import { datedOr } from '../notes.ts';
import { usDate } from '../us-date.ts';
import { announcement, messageOf, type Placed } from './body.ts';
import type { Reading } from './text.ts';

/** A message whose box is open. */
interface Open {
  readonly depth: number;
  readonly isAnnouncement: boolean;
  readonly under: boolean;
  date: string;
  sender: string;
  text: string;
  answers: boolean;
  readonly files: string[];
}

/** Stands for a link to a file that is neither picture nor recording; its words are `Click to download` and the name. */
const DOWNLOAD = 'download link';
const IGNORED = new Set([DOWNLOAD, 'reactions', 'tapbacks', 'reaction', 'tapback', 'reply_anchor']);

/** Path of a file that an element shows or leads to; addresses on the web and places on the page are none. */
function fileIn(name: string, { src, href = '' }: Readonly<Record<string, string>>): string | undefined {
  if (name === 'a') return /^(?:[a-z][a-z\d+.-]+:|#|$)/i.test(href) ? undefined : href;
  return name === 'img' || name === 'video' || name === 'audio' || name === 'source' ? src : undefined;
}

export async function* entriesOfPage(
  pieces: AsyncIterable<string>,
  reading: Reading,
): AsyncGenerator<readonly Placed[]> {
  let finished: Placed[] = [];
  const boxes: Open[] = [];
  const classes: string[][] = [];
  const within = (name: string) => {
    const from = boxes.at(-1)?.depth ?? 0;
    return classes.slice(from).some((names) => names.includes(name));
  };
  const page = readHtml(pieces, {
    opens: (name, attributes) => {
      const names = (attributes.class ?? '').split(/\s+/);
      const file = fileIn(name, attributes);
      if (file && ![...IGNORED].some(within)) boxes.at(-1)?.files.push(file);
      classes.push(name === 'a' && file !== undefined ? [DOWNLOAD] : names);
      const isAnnouncement = names.includes('announcement');
      if (name === 'div' && (isAnnouncement || names.includes('message'))) {
        boxes.push({
          depth: classes.length,
          isAnnouncement,
          under: boxes.length > 0,
          date: '',
          sender: '',
          text: '',
          answers: false,
          files: [],
        });
      }
      const box = boxes.at(-1);
      if (box && isBlock(name)) box.text += '\n';
    },
    text: (text) => {
      const box = boxes.at(-1);
      if (!box) {
        if (text.trim() !== '' && classes.some((names) => names.includes('message_part'))) reading.notes.before++;
      } else if (within('timestamp')) box.date += text;
      else if (within('sender')) box.sender += text;
      else if (within('reply_context')) box.answers = true;
      else if (![...IGNORED].some(within)) box.text += text;
    },
    closes: (name) => {
      const box = boxes.at(-1);
      if (box && isBlock(name)) box.text += '\n';
      if (box && box.depth === classes.length) {
        boxes.pop();
        finished.push(placed(box, reading));
      }
      classes.pop();
    },
  });
  for await (const _ of page) {
    yield finished;
    finished = [];
  }
}

function placed(box: Open, reading: Reading): Placed {
  const at = datedOr(reading.notes, usDate(box.date.trim())?.at);
  const text = tidied(box.text);
  if (box.isAnnouncement) return { chat: '', message: announcement(at, text) };
  const message = messageOf({ at, sender: box.sender.trim() || 'unknown', text, files: box.files }, reading);
  return { chat: '', message, under: box.under, answers: box.answers };
}
