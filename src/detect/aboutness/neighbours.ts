// Second look: a message is read again beside its neighbours, now that the first look has been taken at all of them.
// "yes dnar" means little alone; between two messages about a patient it is about that patient.

import { familyOf, type Glimpse, STRONG } from './clues.ts';

/** What messages are looked at for; see weights.ts. Scores are log-odds, clipped. */
export const TOPICS = ['person', 'staff', 'care', 'hr', 'corporate', 'incident', 'safeguarding'] as const;

/** A message after the first look: one score a topic, in the order of TOPICS. */
export interface Looked {
  readonly glimpse: Glimpse;
  readonly scores: readonly number[];
}

/** How many messages before and after are looked at. */
export const BEFORE = 6;
export const AFTER = 4;
/** After so many minutes a neighbour counts a third (e-folding). */
const FADING_BEFORE = 20;
const FADING_AFTER = 10;
/** Stands for "nothing near": as low as a score goes. */
const LOWEST = -2;
/** A stretch of talk: what was said within it may be what this message is about. */
const STRETCH = 30;

/** Called once a feature, by its place in FEATURES. */
export type VisitFeature = (feature: number, amount: number) => void;

/** The names of all features, as in patterns/aboutness/second-look.tsv. */
export const FEATURES: string[] = [];

function feature(name: string): number {
  FEATURES.push(name);
  return FEATURES.length - 1;
}

/** Each topic's features; a scan asks for a hundred of them a message, so they are numbers. */
const OF_TOPIC = TOPICS.map((topic) => ({
  own: feature(`${topic}: own`),
  against: feature(`${topic}: own, against`),
  withBefore: feature(`${topic}: own and before`),
  before: Array.from({ length: BEFORE }, (_, at) => feature(`${topic}: ${at + 1} before`)),
  after: Array.from({ length: AFTER }, (_, at) => feature(`${topic}: ${at + 1} after`)),
  bothSides: feature(`${topic}: both sides`),
  recent: feature(`${topic}: recent`),
  sameSender: feature(`${topic}: same sender before`),
  usual: feature(`${topic}: usual in this chat`),
  pronounAfter: feature(`${topic}: pronoun after`),
  pronounRecent: feature(`${topic}: pronoun, recent`),
  shortAfter: feature(`${topic}: short after`),
  shortOwn: feature(`${topic}: short, own`),
  asksAfter: feature(`${topic}: asks after`),
  asksBefore: feature(`${topic}: asks before`),
  ordinaryRecent: feature(`${topic}: ordinary talk, recent`),
  clinicalRecent: {
    strong: feature(`${topic}: clinical strong, recent`),
    weak: feature(`${topic}: clinical weak, recent`),
  },
  attachmentAfter: feature(`${topic}: attachment after`),
  attachmentBefore: feature(`${topic}: attachment before`),
}));
type OfTopic = (typeof OF_TOPIC)[number];

const ALWAYS = feature('always');
const IDENTITY = feature('identity');
const CLINICAL = {
  strong: feature('clinical strong'),
  weak: feature('clinical weak'),
  none: feature('clinical none'),
};
const ORDINARY = feature('ordinary talk');
const PRONOUN = feature('pronoun');
const SHORT = feature('short');
const ASKS = feature('asks');
/** What the message surely speaks of, in families wide enough to be met often in the labelled chats. */
const FAMILIES = new Map(
  [
    'patient.identifier',
    'patient.clinical',
    'patient.restricted',
    'patient.special',
    'patient.criminal',
    'patient.social',
    'safeguarding',
    'staff.identifier',
    'staff.finance',
    'staff.hr',
    'staff.special',
    'staff.rota',
    'credential',
    'corporate',
    'incident',
    'governance',
    'ops',
    'context.care',
    'context.subject',
    'context.first-person',
    'context.decision',
    'context.action',
    'context.urgent',
    'context.credential',
  ].map((family) => [family, feature(`strong ${family}`)]),
);

/** `before` nearest first, `after` nearest first, `usual` the mean score of the chat so far, one a topic. */
export function visitNeighbours(
  now: Looked,
  before: readonly Looked[],
  after: readonly Looked[],
  usual: readonly number[],
  visit: VisitFeature,
): void {
  const fading = fadingOf(now, before, after);
  const view = newView(before.length, after.length);
  for (let at = 0; at < OF_TOPIC.length; at++) {
    const features = OF_TOPIC[at];
    if (!features) continue;
    turn(view, at, now, before, after, fading);
    visitTopic(features, view, visit);
    visit(features.usual, usual[at] ?? 0);
    visitTraits(features, view, now, visit);
  }
  const { identity, clinical, ordinary, pronoun, short, asks } = now.glimpse.traits;
  visit(ALWAYS, 1);
  if (identity) visit(IDENTITY, 1);
  visit(CLINICAL[clinical], 1);
  if (ordinary) visit(ORDINARY, 1);
  if (pronoun) visit(PRONOUN, 1);
  if (short) visit(SHORT, 1);
  if (asks) visit(ASKS, 1);
  for (const family of strongFamilies(now.glimpse)) visit(family, 0.5);
}

function strongFamilies({ findings }: Glimpse): Set<number> {
  const families = new Set<number>();
  for (const { category, confidence } of findings) {
    const family = confidence >= STRONG ? FAMILIES.get(familyOf(category)) : undefined;
    if (family !== undefined) families.add(family);
  }
  return families;
}

/** What time in between makes of each neighbour, the same for every topic. */
interface Fading {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** How many of those before belong to the same stretch of talk. */
  readonly stretch: number;
  /** Place of the sender's own message just before; -1 if there is none. */
  readonly sameSender: number;
}

function fadingOf(now: Looked, before: readonly Looked[], after: readonly Looked[]): Fading {
  const minutes = (looked: Looked) => Math.abs(now.glimpse.minute - looked.glimpse.minute);
  const { sender } = now.glimpse.message;
  return {
    before: before.map((looked) => Math.exp(-minutes(looked) / FADING_BEFORE)),
    after: after.map((looked) => Math.exp(-minutes(looked) / FADING_AFTER)),
    stretch: before.filter((looked) => minutes(looked) <= STRETCH).length,
    sameSender: before.findIndex(
      (looked, at) => at < 4 && looked.glimpse.message.sender === sender && minutes(looked) <= 5,
    ),
  };
}

/** One topic's scores around a message; the same object is turned from topic to topic. */
interface View {
  own: number;
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** The highest of the last stretch. */
  recent: number;
  /** Of the sender's own message just before, if there is one. */
  sameSender: number | undefined;
}

const newView = (before: number, after: number): View => ({
  own: 0,
  before: new Float64Array(before),
  after: new Float64Array(after),
  recent: LOWEST,
  sameSender: undefined,
});

function turn(
  view: View,
  topic: number,
  now: Looked,
  before: readonly Looked[],
  after: readonly Looked[],
  fading: Fading,
): void {
  view.own = now.scores[topic] ?? 0;
  view.recent = LOWEST;
  for (let at = 0; at < before.length; at++) {
    const score = before[at]?.scores[topic] ?? 0;
    view.before[at] = score * (fading.before[at] ?? 0);
    if (at < fading.stretch) view.recent = Math.max(view.recent, score);
  }
  for (let at = 0; at < after.length; at++) {
    view.after[at] = (after[at]?.scores[topic] ?? 0) * (fading.after[at] ?? 0);
  }
  view.sameSender = fading.sameSender < 0 ? undefined : before[fading.sameSender]?.scores[topic];
}

function visitTopic(of: OfTopic, { own, before, after, recent, sameSender }: View, visit: VisitFeature): void {
  visit(of.own, own);
  visit(of.against, Math.min(0, own));
  visit(of.withBefore, Math.max(0, own + (before[0] ?? 0)));
  for (let at = 0; at < before.length; at++) visit(of.before[at] ?? ALWAYS, before[at] ?? 0);
  for (let at = 0; at < after.length; at++) visit(of.after[at] ?? ALWAYS, after[at] ?? 0);
  visit(of.bothSides, Math.min(before[0] ?? 0, after[0] ?? 0));
  visit(of.recent, recent);
  if (sameSender !== undefined) visit(of.sameSender, sameSender);
}

function visitTraits(of: OfTopic, { own, before, after, recent }: View, now: Looked, visit: VisitFeature): void {
  const { pronoun, short, asks, ordinary, clinical, attached } = now.glimpse.traits;
  const last = before[0] ?? 0;
  const next = after[0] ?? 0;
  if (pronoun) visit(of.pronounAfter, last);
  if (pronoun) visit(of.pronounRecent, recent);
  if (short) visit(of.shortAfter, last);
  if (short) visit(of.shortOwn, own);
  if (asks) visit(of.asksAfter, last);
  if (asks) visit(of.asksBefore, next);
  if (ordinary) visit(of.ordinaryRecent, recent);
  if (clinical !== 'none') visit(of.clinicalRecent[clinical], recent);
  if (attached) visit(of.attachmentAfter, last);
  if (attached) visit(of.attachmentBefore, next);
}
