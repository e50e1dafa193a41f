// The sentences that the screen and the page have in common: what was found, what was not looked at, what may not be deleted.

import type { Accepted, NotExamined, Summary } from '../model.ts';
import { ACCEPTED_AS, idsOf, KINDS, STILL_COUNTS } from './words.ts';

/** `4211` as `4,211`, whatever the machine's locale. */
export function thousands(count: number): string {
  return String(count).replace(/\d(?=(?:\d{3}){1,5}$)/g, '$&,');
}

/** `1 message`, `4,211 messages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Stands for a date that an export does not give. */
const UNDATED = '0000-01-01T00:00';

/** `2024-12-03T09:15` as `3 Dec 2024, 09:15`; anything else (an impossible date, say) as it stands. */
export function shownTime(at: string): string {
  if (at === UNDATED) return 'no date';
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(at);
  const [, year, month, day, time] = parts ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!name) return at;
  return `${Number(day)} ${name} ${year}${time ? `, ${time}` : ''}`;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `2024-12-03T09:15` as `Tuesday`; '' where there is no such day. */
export function weekday(at: string): string {
  const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)/.exec(at) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return '';
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? (DAYS[date.getUTCDay()] ?? '') : '';
}

/** `3 Dec 2024 to 7 Jan 2025`. */
export function shownSpan(firstAt: string, lastAt: string): string {
  const [first, last] = [firstAt, lastAt].map((at) => shownTime(at).split(', ')[0] ?? '');
  return first === last ? `${first}` : `${first} to ${last}`;
}

export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}

/** `12 photos, 4 voice notes and 1 file`. */
export function countedKinds(kinds: ReadonlyMap<NotExamined['kind'], number>): string {
  const parts = [...kinds].map(([kind, count]) => counted(count, ...KINDS[kind]));
  return listed(parts);
}

/** `a, b and c`. */
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** What was found, in one or two sentences; never just "nothing". */
export function foundSentences(summary: Summary): readonly string[] {
  const { confirmed, probable, indirect, possible } = summary.byVerdict;
  const flagged = confirmed + probable + indirect;
  const looked = `${counted(summary.messages, 'message')} in ${counted(summary.chats, 'chat')}`;
  if (summary.chats === 0) return ['No chat could be read, so nothing was scanned. This is not a clean result.'];
  const found =
    flagged === 0
      ? `No person-confidential information was recognised in ${looked}. That is not proof that there is none.`
      : `${counted(flagged, 'message holds', 'messages hold')} person-confidential information, out of ${looked}.`;
  const more = possible === 0 ? [] : [`${counted(possible, 'message')} may do so too: a person should look.`];
  return [found, ...more, ...sameFilesSentence(summary)];
}

/** Where each was sent stands in the JSON report. */
function sameFilesSentence({ sameFiles = [] }: Summary): readonly string[] {
  if (sameFiles.length === 0) return [];
  const chats = sameFiles.map(({ sentIn }) => new Set(sentIn.map(({ chat }) => chat)).size);
  const most = `${sameFiles.length === 1 ? 'it stands' : 'one of them stands'} in ${Math.max(...chats)} chats`;
  return [
    `${counted(sameFiles.length, 'file or photo was', 'files or photos were')} sent in more than one chat; ${most}.`,
  ];
}

/** Undefined when nothing is urgent. */
export function urgentSentence(summary: Summary): string | undefined {
  if (summary.urgent === 0) return undefined;
  return `${counted(summary.urgent, 'message speaks', 'messages speak')} of safeguarding, of somebody in danger or missing, or of destroying evidence. A person must read ${summary.urgent === 1 ? 'it' : 'them'} now.`;
}

/** Undefined when all was read to its end. */
export function unreadSentence({ sources, absentReaders = [] }: Summary): string | undefined {
  const parts = [
    sources.unreadable > 0 ? `${counted(sources.unreadable, 'source')} could not be read at all` : '',
    sources.partial > 0 ? `${counted(sources.partial, 'source was', 'sources were')} read only in part` : '',
  ].filter((part) => part !== '');
  const absent = absentReaders.map(({ title, files }) => `${title} (${counted(files, 'file')})`);
  const missing = `What reads ${listed(absent)} is not installed: ig-scan doctor says how to get it.`;
  const said = [...(parts.length > 0 ? [`${parts.join(' and ')}.`] : []), ...(absent.length > 0 ? [missing] : [])];
  return said.length === 0 ? undefined : `${said.join(' ')} Every number below leaves out what was not read.`;
}

/** Whom to ask, as the Trust wrote it; undefined where it wrote nothing: a contact is never made up. */
export const contactSentence = (contact: string | undefined): string | undefined =>
  contact === undefined ? undefined : `For advice ask: ${contact}`;

/** `Accepted risk until 31 Jan 2025 (IG lead): counted twice; counts all the same: it is urgent`. */
export function acceptedSentence({ state, reason, owner, until, stillCounts }: Accepted): string {
  const counts = stillCounts ? `; counts all the same: ${STILL_COUNTS[stillCounts]}` : '';
  return `${ACCEPTED_AS[state]} until ${shownTime(until)} (${owner}): ${reason}${counts}`;
}

/** Fingerprints named in a sentence; the JSON report has them all. */
const UNUSED_NAMED = 5;

/** What became of the accepted messages; none without a baseline. */
export function baselineSentences({ baseline }: Summary): readonly string[] {
  if (!baseline) return [];
  const { entries, accepted, silenced, stillCounts, unused } = baseline;
  const quiet = Object.values(silenced).reduce((sum, count) => sum + count, 0);
  const because = idsOf(STILL_COUNTS)
    .filter((id) => stillCounts[id] > 0)
    .map((id) => `${thousands(stillCounts[id])} because ${STILL_COUNTS[id]}`);
  const counting = because.length > 0 ? ` The rest count all the same: ${because.join(', ')}.` : '';
  const found = `A baseline of ${counted(entries, 'entry', 'entries')} was given. It names ${counted(accepted, 'message')} reported here, of which ${thousands(quiet)} no longer ${quiet === 1 ? 'decides' : 'decide'} the exit code.${counting}`;
  if (unused.length === 0) return [found];
  const named = [...unused.slice(0, UNUSED_NAMED), ...(unused.length > UNUSED_NAMED ? ['…'] : [])];
  return [
    found,
    `${counted(unused.length, 'entry', 'entries')} of the baseline ${unused.length === 1 ? 'fits' : 'fit'} no message reported here: ${named.join(', ')}`,
  ];
}

/** How people are called, and how far that reaches. */
export const pseudonymSentence = ({ pseudonyms }: Summary): string =>
  pseudonyms === 'case'
    ? 'Who sent a message is called S-…, whom it is about P-…: made with the key of the case from the name or number as typed, so that it stays the same in every chat and scan of the case. The same name in two chats may be two people, one person may bear two names, and a sender is not linked to a person of that name in a message.'
    : 'Who sent a message is called S1, S2 and so on, whom it is about P1, P2, in the order in which they first appear in a chat; S1 of one chat is not S1 of another. People of one surname may be taken for one, and S1 and P1 may be the same person.';

/** What may be deleted; `held` counts the messages that a hold covers. */
export function holdSentence(summary: Summary, held: number): string {
  if (!summary.holdRegister) {
    return 'No hold register was given: do not delete anything yet, and do not ask anyone to. Nobody has checked whether these messages must be kept for an inquiry, a claim, an inquest or a request for information.';
  }
  const found =
    held === 0
      ? 'A hold register was given. It covers none of the messages reported here.'
      : `A hold register was given. It covers ${counted(held, 'message')} reported here: keep ${held === 1 ? 'it' : 'them'} as ${held === 1 ? 'it is' : 'they are'}.`;
  const unmet = summary.holds.filter(({ messages }) => messages === 0).map(({ id }) => id);
  if (unmet.length === 0) return found;
  return `${found} Not one message is covered by ${unmet.join(', ')}: check the spelling of its names and its dates before anything is deleted.`;
}
