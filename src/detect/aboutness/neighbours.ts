// Second look: a message is read again beside its neighbours, now that the first look has been taken at all of them.
// "yes dnar" means little alone; between two messages about a patient it is about that patient.

import { TOPICS } from '../../topics.ts';
import type { Glimpse } from './glimpse.ts';

/** One score a topic, in the order of TOPICS: log-odds, clipped. */
export type Scores = ArrayLike<number>;

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

/** Messages of a conversation after the first look: index i of `scores` belongs to index i of `glimpses`. */
export interface Looked {
  readonly glimpses: readonly Glimpse[];
  readonly scores: readonly Scores[];
}

/** Visits the features of the message at a place; `usual` is the mean score of the chat so far, one a topic. */
export function visitNeighbours({ glimpses, scores }: Looked, at: number, usual: Scores, visit: VisitFeature): void {
  const now = glimpses[at];
  if (!now) return;
  const fading = fadingOf(glimpses, at, now);
  const view = emptyView();
  for (let topic = 0; topic < OF_TOPIC.length; topic++) {
    const features = OF_TOPIC[topic];
    if (!features) continue;
    lookAt(view, scores, at, topic, fading);
    visitTopic(features, view, visit);
    visit(features.usual, usual[topic] ?? 0);
    visitTraits(features, view, now, visit);
  }
  const { identity, clinical, ordinary, pronoun, short, asks } = now.traits;
  visit(ALWAYS, 1);
  if (identity) visit(IDENTITY, 1);
  visit(CLINICAL[clinical], 1);
  if (ordinary) visit(ORDINARY, 1);
  if (pronoun) visit(PRONOUN, 1);
  if (short) visit(SHORT, 1);
  if (asks) visit(ASKS, 1);
  visitFamilies(now, visit);
}

function visitFamilies({ sure }: Glimpse, visit: VisitFeature): void {
  for (const [at, { family }] of sure.entries()) {
    const feature = FAMILIES.get(family);
    if (feature !== undefined && sure.findIndex((one) => one.family === family) === at) visit(feature, 0.5);
  }
}

/** What time in between makes of each neighbour, the same for every topic; the nearest first. */
interface Fading {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** How many of those before belong to the same stretch of talk. */
  readonly stretch: number;
  /** How many messages back the sender's own message just before stands; 0 if there is none. */
  readonly sameSender: number;
}

function fadingOf(glimpses: readonly Glimpse[], at: number, now: Glimpse): Fading {
  const before: number[] = [];
  const after: number[] = [];
  let stretch = 0;
  let sameSender = 0;
  for (let step = 1; step <= BEFORE; step++) {
    const earlier = glimpses[at - step];
    if (!earlier) break;
    const minutes = Math.abs(now.minute - earlier.minute);
    before.push(Math.exp(-minutes / FADING_BEFORE));
    if (minutes <= STRETCH) stretch += 1;
    const isOwn = step <= 4 && minutes <= 5 && earlier.message.sender === now.message.sender;
    if (isOwn && sameSender === 0) sameSender = step;
  }
  for (let step = 1; step <= AFTER; step++) {
    const later = glimpses[at + step];
    if (later) after.push(Math.exp(-Math.abs(now.minute - later.minute) / FADING_AFTER));
  }
  return { before, after, stretch, sameSender };
}

/** One topic's scores around a message, faded; one view serves all topics of a message, one after another. */
interface View {
  own: number;
  readonly before: number[];
  readonly after: number[];
  /** The highest of the last stretch. */
  recent: number;
  /** Of the sender's own message just before, if there is one. */
  sameSender: number | undefined;
}

const emptyView = (): View => ({ own: 0, before: [], after: [], recent: LOWEST, sameSender: undefined });

function lookAt(view: View, scores: readonly Scores[], at: number, topic: number, fading: Fading): void {
  view.own = scores[at]?.[topic] ?? 0;
  view.recent = LOWEST;
  for (let step = 0; step < fading.before.length; step++) {
    const score = scores[at - 1 - step]?.[topic] ?? 0;
    view.before[step] = score * (fading.before[step] ?? 0);
    if (step < fading.stretch) view.recent = Math.max(view.recent, score);
  }
  for (let step = 0; step < fading.after.length; step++)
    view.after[step] = (scores[at + 1 + step]?.[topic] ?? 0) * (fading.after[step] ?? 0);
  view.sameSender = fading.sameSender === 0 ? undefined : (scores[at - fading.sameSender]?.[topic] ?? 0);
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

function visitTraits(of: OfTopic, { own, before, after, recent }: View, now: Glimpse, visit: VisitFeature): void {
  const { pronoun, short, asks, ordinary, clinical, attached } = now.traits;
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
