// Who wrote a line? The sender ends at the first colon and space, unless a longer sender is known: names hold colons,
// hyphens, emoji. And who is no person but the group, under whose name iPhones put the lines of the app?

import { cleanName } from '../marks.ts';
import { type Candidate, LONGEST_SENDER, type SenderTally } from './senders.ts';
import { canBeSystemText, readSystemLine } from './system.ts';

/** Where the sender of a line ends; `body` is the index at which the text begins. */
interface Split {
  readonly sender: string;
  readonly body: number;
}

/** The people of a chat as the first pass knows them. */
export interface Cast {
  /** The sender of a line, or undefined for a line without one, which the app wrote. */
  split(rest: string): Split | undefined;
  isPerson(name: string): boolean;
  /** The name that the app's own lines carry as sender on iPhones. */
  isTitle(sender: string): boolean;
  /** As `isTitle`, and nobody of that name ever typed anything: a group. */
  isVoiceless(sender: string): boolean;
  /** The last such name; '' without one. */
  readonly noticeTitle: string;
  /** The app's mark stands in no message: it was lost when the file was saved elsewhere. */
  readonly marksLost: boolean;
}

/** Makes the cast from what the first pass saw; `fileTitle` is the title that file names suggest. */
export function castOf(seen: SenderTally, fileTitle: string): Cast {
  const names = namesWithColon(seen, fileTitle);
  const plain = new Map<string, number>();
  let marked = 0;
  for (const candidate of seen.byText.values()) {
    plain.set(candidate.name, (plain.get(candidate.name) ?? 0) + candidate.plain);
    marked += candidate.marked;
  }
  const titles = new Set([...seen.titles].map(cleanName));
  const voiceless = (sender: string): boolean => (plain.get(sender) ?? 0) === 0;
  for (const host of seen.hosts) if (titles.size === 0 && voiceless(host)) titles.add(host);
  const isTitle = (sender: string): boolean => titles.has(sender) || (sender !== '' && sender === fileTitle);
  const isPerson = (name: string): boolean => plain.has(name) || names.has(name);
  return {
    split: createSplit(seen, names, isPerson),
    isPerson,
    isTitle,
    isVoiceless: (sender) => isTitle(sender) && voiceless(sender),
    noticeTitle: [...titles].at(-1) ?? '',
    marksLost: marked === 0,
  };
}

function namesWithColon(seen: SenderTally, fileTitle: string): Set<string> {
  const names = new Set([...seen.titles, ...seen.named, fileTitle]);
  for (const [text, { next, proved }] of seen.byText) if (next !== undefined && proved) names.add(`${text}: ${next}`);
  return new Set([...names].filter((name) => name.indexOf(': ') > 0));
}

/** Names by what stands before their first colon, longest first. */
function byFirstPart(names: Set<string>): Map<string, string[]> {
  const longer = new Map<string, string[]>();
  for (const name of [...names].sort((x, y) => y.length - x.length)) {
    const first = name.slice(0, name.indexOf(': '));
    longer.set(first, [...(longer.get(first) ?? []), name]);
  }
  return longer;
}

function createSplit(seen: SenderTally, names: Set<string>, isPerson: (name: string) => boolean): Cast['split'] {
  const longer = byFirstPart(names);
  const looseColons = [...seen.unspaced.values()].reduce((sum, n) => sum + n, 0) > seen.spaced;

  const splitAt = (rest: string, colon: number): Split | undefined => {
    const text = rest.slice(0, colon);
    const full = longer.get(text);
    const sender = full?.find((name) => rest.startsWith(`${name}: `));
    if (sender !== undefined) return { sender: cleanName(sender), body: sender.length + 2 };
    const known = seen.byText.get(text);
    if ((known?.system ?? canBeSystemText(text)) && isSystemText(rest, known, isPerson)) return undefined;
    if (known && known.plain + known.marked === 1 && isDeed(text, isPerson)) return undefined;
    if (full?.some((name) => rest.startsWith(`${name} `)) && readSystemLine(rest, isPerson)) return undefined;
    return { sender: known?.name ?? cleanName(text), body: colon + 2 };
  };

  const splitWithoutSpace = (rest: string): Split | undefined => {
    const colon = rest.indexOf(':');
    if (colon <= 0 || colon > LONGEST_SENDER) return undefined;
    const text = rest.slice(0, colon);
    const isSender =
      colon === rest.length - 1 || isPerson(cleanName(text)) || (looseColons && (seen.unspaced.get(text) ?? 0) > 1);
    if (!isSender || readSystemLine(rest, isPerson)) return undefined;
    return { sender: cleanName(text), body: colon + 1 };
  };

  return (rest) => {
    const colon = rest.indexOf(': ');
    if (colon === -1) return splitWithoutSpace(rest);
    return colon > 0 && colon <= LONGEST_SENDER ? splitAt(rest, colon) : undefined;
  };
}

/** `Jo muted the group`, once before a colon: somebody's name and a deed, in a wording of the app that is not known here. */
function isDeed(text: string, isPerson: (name: string) => boolean): boolean {
  const actor = /^(.{1,80}?) [a-z]{2,12}ed(?: |$)/.exec(text)?.[1];
  return actor !== undefined && (actor === 'You' || isPerson(cleanName(actor)));
}

/** A line in a wording of the app, unless its beginning is a sender that writes again and again. */
function isSystemText(rest: string, known: Candidate | undefined, isPerson: (name: string) => boolean): boolean {
  const told = readSystemLine(rest, isPerson);
  if (!told) return false;
  const { actor } = told.event;
  if (actor?.includes(': ') && rest.startsWith(actor) && !isPerson(actor)) return false;
  return told.colon || (known?.plain ?? 0) < 2;
}
