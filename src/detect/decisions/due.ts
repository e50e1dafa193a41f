// By when something is to be done, in a form that holds no words of the chat: a clock time, or a phrase of the pattern file.

import type { Sentence } from './sentences.ts';

const LEAD = String.raw`\b(?:by|before|at|for) (?:about |around )?`;
/** "by 5pm", "at 10.30", "before 17:00", "by 2"; a bare number only after "by", and not "by 2 units". */
const CLOCK = new RegExp(`${LEAD}(\\d{1,2})(?:[:.]([0-5]\\d)|(?=\\s?[ap]m))\\s?([ap]m)?\\b`);
const BARE = /\b(?:by|before) (\d{1,2})(?=$|[,;)]| (?:please|pls|at the latest|latest)\b)/;

/** `17:00`, `today`, …; undefined where the wording gives no time. */
export function dueIn(sentences: readonly Sentence[], due: RegExp): string | undefined {
  for (const { text } of sentences) {
    const [, hour, minute, half] = CLOCK.exec(text) ?? BARE.exec(text) ?? [];
    if (hour !== undefined && Number(hour) <= 24) return clockTime(Number(hour), minute, half);
  }
  for (const { text } of sentences) {
    const [phrase] = due.exec(text) ?? [];
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}

/** Without "am" or "pm" a number up to 12 may be either: it stays as it is. */
function clockTime(hour: number, minute = '00', half?: string): string {
  const shift = half === 'pm' && hour < 12 ? 12 : half === 'am' && hour === 12 ? -12 : 0;
  const time = `${String(hour + shift).padStart(2, '0')}:${minute}`;
  return half !== undefined || hour > 12 ? time : `${hour}:${minute}`;
}
