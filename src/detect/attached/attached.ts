// What stands in an attachment, read by the same detection as messages. Text read off a picture is read twice, as it is and with spaces
// put where they seem to be missing; what it gives is less sure, for a misread digit can make another person's number.

import type { Passage } from '../../extract/reader.ts';
import type { Aboutness, Category, Conversation, Evidence, Finding, Message } from '../../model.ts';
import { TOPICS } from '../../topics.ts';
import { type Detectors, detect } from '../detect.ts';
import { overlapping } from '../spans.ts';
import { type Block, type Layout, layoutOf } from './blocks.ts';
import { patientForm } from './patient-form.ts';
import { spread } from './spread.ts';
import { unwrapped } from './unwrapped.ts';

/** The evidence in one attachment; offsets of its findings count in `text`, `place` is raw. */
export interface AttachedEvidence {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Only those that a text shows by itself. */
  readonly signals: readonly Category[];
  readonly aboutness: Aboutness | undefined;
  readonly aboutChild: boolean;
}

/** Where the attachment came: titles and names help to read it as they help with messages. */
export type Carrier = Pick<Conversation, 'title' | 'kind' | 'participants'>;

/** Of a category so many findings are kept: a list of ten thousand patients is told as well by its first ones. */
const MOST_OF_A_CATEGORY = 200;

/** How a text reads is learnt from messages. A rota or a menu may read like talk, and is about nobody unless something in it says so. */
const OF_SOMEBODY = /^(?:patient\.|safeguarding\b|staff\.(?!identifier\.name|rota))/;

export async function evidenceIn(
  passages: readonly Passage[],
  carrier: Carrier,
  at: string,
  detectors: Detectors,
): Promise<AttachedEvidence> {
  const layout = layoutOf(passages);
  if (layout.blocks.length === 0)
    return { text: layout.text, findings: [], signals: [], aboutness: undefined, aboutChild: false };
  const found = await readBlocks(layout, carrier, at, detectors, (text) => ({ text, back: (offset) => offset }));
  const isRunTogether = layout.blocks.some(({ by }) => by !== 'typed');
  const apart = isRunTogether
    ? await readBlocks(layout, carrier, at, detectors, (text, by) => spread(text, by === 'told'))
    : [];
  const findings = [...merged(found.flatMap(findingsOf), apart.flatMap(findingsOf))];
  const all = [...found, ...apart].map(({ evidence }) => evidence);
  const form = patientForm(layout, findings, detectors.powerOf);
  return {
    text: layout.text,
    findings: kept(form ? [...findings, form] : findings).map((one) => placed(one, layout)),
    signals: [...new Set(all.flatMap(({ signals }) => signals))].filter((signal) => !signal.startsWith('media.')),
    aboutness: findings.some(({ category }) => OF_SOMEBODY.test(category))
      ? all.map(({ aboutness }) => aboutness).reduce(strongest, undefined)
      : undefined,
    aboutChild: all.some(({ aboutChild }) => aboutChild === true),
  };
}

/** A block as it was read, and how offsets in what was read lead to the attachment's text. */
interface ReadBlock {
  readonly block: Block;
  readonly evidence: Evidence;
  back(offset: number): number;
}

type Reading = (text: string, by: Block['by']) => { readonly text: string; back(offset: number): number };

async function readBlocks(
  { text, blocks }: Layout,
  carrier: Carrier,
  at: string,
  detectors: Detectors,
  reading: Reading,
): Promise<ReadBlock[]> {
  const asRead = blocks.map(({ start, end, by }) => reading(unwrapped(text.slice(start, end)), by));
  const messages = asRead.map((one, index): Message => {
    return { index: index + 1, kind: 'said', at, sender: '', text: one.text, attachments: [], marks: [], line: 1 };
  });
  const conversation = {
    title: carrier.title,
    kind: carrier.kind,
    participants: carrier.participants,
    async *messages() {
      yield messages;
    },
  };
  const read: ReadBlock[] = [];
  for await (const batch of detect(conversation, detectors)) {
    for (const evidence of batch) {
      const block = blocks[evidence.message.index - 1];
      const spreading = asRead[evidence.message.index - 1];
      if (block && spreading) read.push({ block, evidence, back: (offset) => block.start + spreading.back(offset) });
    }
  }
  return read;
}

const findingsOf = ({ block, evidence, back }: ReadBlock): Finding[] =>
  evidence.findings.map((finding) => {
    const here = { ...finding, start: back(finding.start), end: back(finding.end) };
    return block.by === 'seen' ? lessSure(here) : here;
  });

/** Sharp print is misread now and then, handwriting often. */
const READ_OFF_A_PICTURE = 0.85;

const lessSure = (finding: Finding): Finding => ({
  ...finding,
  confidence: finding.confidence * READ_OFF_A_PICTURE,
  because: [...finding.because, 'read off a picture: check by eye'],
});

/** Of the text spread out only what the text as it is did not show, or showed a part of. */
function merged(asItIs: readonly Finding[], apart: readonly Finding[]): Finding[] {
  const known = overlapping(asItIs);
  const added = apart.filter((finding) => !known(finding, standsBefore));
  const better = overlapping(added);
  const standing = asItIs.filter((finding) => !better(finding, holds));
  return [...standing, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}

const standsBefore = (one: Finding, other: Finding): boolean =>
  one.category === other.category || one.confidence >= other.confidence;

const holds = (one: Finding, other: Finding): boolean => one.start <= other.start && one.end >= other.end;

function kept(findings: readonly Finding[]): Finding[] {
  const counts = new Map<Category, number>();
  return findings.filter(({ category }) => {
    const count = (counts.get(category) ?? 0) + 1;
    counts.set(category, count);
    return count <= MOST_OF_A_CATEGORY;
  });
}

function placed(finding: Finding, layout: Layout): Finding {
  const place = layout.passageAt(finding.start)?.place ?? '';
  return place === '' ? finding : { ...finding, place };
}

/** Each topic as strongly as one part is about it; the reasons are those of the part that is most about a person. */
export function strongest(one: Aboutness | undefined, other: Aboutness): Aboutness {
  if (!one) return other;
  const { because, leansOn } = other.person > one.person ? other : one;
  const topics = Object.fromEntries(TOPICS.map((topic) => [topic, Math.max(one[topic], other[topic])]));
  return { ...one, ...topics, because, leansOn };
}
