// Reads people.chat.yaml and measures the detector on it: spans found, missed and wrongly found, by role and by community.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { cuesSchema, type PeopleFiles } from '../../../src/detect/people/files.ts';
import { buildPeople, type PeopleTable, type PersonFinding, peopleOf } from '../../../src/detect/people/people.ts';
import { normalise } from '../../../src/detect/text.ts';
import { tokenise } from '../../../src/detect/words/tokens.ts';

const folder = new URL('../../../patterns/people/', import.meta.url);
export const fileText = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

export const files: PeopleFiles<string> = {
  names: fileText('names.tsv'),
  english: fileText('english.tsv'),
  shape: fileText('name-shape.txt'),
  cues: cuesSchema.parse(parse(fileText('cues.yaml'), { schema: 'failsafe' })),
};
export const table: PeopleTable = buildPeople(files);

export const message = (raw: string, sender = 'Someone') => {
  const text = normalise(raw);
  return { text, tokens: tokenise(text.text), sender };
};

/** What a single message by itself gives: the words found with their role, and confidence from 0.7 on unless told. */
export function namesIn(raw: string, participants: readonly string[] = [], least = 0.7): string[] {
  return shown(raw, peopleOf(table, participants).find(message(raw)), least);
}

export const shown = (raw: string, findings: readonly PersonFinding[], least = 0.7): string[] =>
  findings
    .filter(({ confidence }) => confidence >= least)
    .map(({ start, end, subject }) => `${raw.slice(start, end)}: ${subject}`);

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly role: string;
  readonly group: string;
}

interface MarkedMessage {
  readonly sender: string;
  readonly text: string;
  readonly marks: readonly Marked[];
}

export interface MarkedChat {
  readonly title: string;
  readonly people: readonly string[];
  readonly messages: readonly MarkedMessage[];
}

/** "[kowalska|P:east-european]" */
const MARK = /\[([^\]|]{1,60})\|([PRSOX])(?::([a-z-]{1,30}))?\]/g;

function readMarked(line: string): MarkedMessage {
  const [sender = '', raw = ''] = line.split(/> (.*)/s);
  let text = '';
  let copied = 0;
  const marks: Marked[] = [];
  for (const match of raw.matchAll(MARK)) {
    const [whole, name = '', role = '', group = 'none'] = match;
    text += raw.slice(copied, match.index);
    marks.push({ start: text.length, end: text.length + name.length, role, group });
    text += name;
    copied = match.index + whole.length;
  }
  return { sender, text: text + raw.slice(copied), marks };
}

export function readChats(): MarkedChat[] {
  const source = readFileSync(new URL('./people.chat.yaml', import.meta.url), 'utf8');
  const { chats } = parse(source, { schema: 'failsafe' }) as {
    chats: { title: string; people: string[]; messages: string[] }[];
  };
  return chats.map(({ title, people, messages }) => ({ title, people, messages: messages.map(readMarked) }));
}

export interface Score {
  wanted: number;
  found: number;
  wrong: number;
  rightRole: number;
  nameless: number;
  falselyFlagged: number;
  readonly groups: Map<string, { wanted: number; found: number }>;
}

const ROLES: Readonly<Record<string, string>> = { patient: 'P', relative: 'R', staff: 'S', unknown: 'P' };

/** A marked span counts as found when any reported span overlaps it. */
export function measure(chats: readonly MarkedChat[], least = 0.7): Score {
  const score: Score = {
    wanted: 0,
    found: 0,
    wrong: 0,
    rightRole: 0,
    nameless: 0,
    falselyFlagged: 0,
    groups: new Map(),
  };
  for (const chat of chats) {
    const people = peopleOf(table, chat.people);
    for (const { sender, text, marks } of chat.messages) {
      count(
        score,
        marks,
        people.find(message(text, sender)).filter(({ confidence }) => confidence >= least),
      );
    }
  }
  return score;
}

function count(score: Score, marks: readonly Marked[], findings: readonly PersonFinding[]): void {
  const wanted = marks.filter(({ role }) => role !== 'X');
  for (const mark of wanted) {
    const hit = findings.find(({ start, end }) => start < mark.end && end > mark.start);
    const group = score.groups.get(mark.group) ?? { wanted: 0, found: 0 };
    group.wanted++;
    score.wanted++;
    if (hit) {
      group.found++;
      score.found++;
      if (mark.role === 'O' || ROLES[hit.subject] === mark.role) score.rightRole++;
    }
    score.groups.set(mark.group, group);
  }
  const wrong = findings.filter(({ start, end }) => !marks.some((mark) => start < mark.end && end > mark.start));
  score.wrong += wrong.length;
  if (wanted.length > 0) return;
  score.nameless++;
  if (wrong.length > 0) score.falselyFlagged++;
}
