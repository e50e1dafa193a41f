// One WhatsApp chat as a conversation: two passes over its file for the facts, and one more whenever its messages are
// asked for. No pass holds more of the chat than a chunk, one record, and the names of its people.

import { SourceError } from '../../errors.ts';
import type { Conversation, Message, SourceFile } from '../../model.ts';
import { type Census, count, emptyCensus, kindOf, participantsOf } from '../census.ts';
import type { SurveyOptions } from '../format.ts';
import { castOf } from './cast.ts';
import {
  type Reading as DateReading,
  decideOrder,
  noDateEvidence,
  type Order,
  orderIssues,
  readingOf,
} from './dates.ts';
import { issuesOf } from './issues.ts';
import { createMessageReader, type Reading } from './messages.ts';
import { type Outline, outlineOf, type Plan, planOf } from './outline.ts';
import { noNotes, type ReadingNotes, recordsOf } from './records.ts';

/** Messages handed out at a time. */
const BATCH = 400;

/** The conversation in a file. One without any header has no records; recognising is done before. */
export async function surveyChat(file: SourceFile, options: SurveyOptions): Promise<Conversation> {
  const outline = await outlineOf(file);
  const plan = planOf(outline);
  const dateOrder = decideOrder(plan?.main.dates ?? noDateEvidence(), plan?.web ?? false, options.dateOrder);
  const cast = castOf(outline.senders, options.title);
  const reading: Reading = {
    cast,
    web: plan?.web ?? false,
    shelf: options.shelf,
    path: file.path,
    isPresent: (name) => options.shelf.find(name, file.path) !== undefined,
    orderOf: plan ? ordersByShape(plan, dateOrder.order, options.dateOrder) : () => dateOrder.order,
  };
  const census = emptyCensus();
  const notes = noNotes();
  const impossible = plan ? await takeCensus(file, { outline, plan, reading, census, notes }) : 0;
  const messages = (): AsyncIterable<readonly Message[]> =>
    plan ? messagesOf(file, outline, plan, reading, notes) : noMessages();
  const dateIssues = plan
    ? orderIssues(
        dateOrder,
        [...plan.accepted.values()].map((shape) => shape.dates),
      )
    : [];
  return {
    app: 'whatsapp',
    layout: plan?.layout ?? 'whatsapp',
    path: file.path,
    title: (plan?.main.bracket && !plan.web ? cast.noticeTitle : '') || census.title || options.title,
    kind: kindOf(census),
    dateOrder,
    participants: participantsOf(census),
    firstAt: census.first,
    lastAt: census.last,
    counts: {
      records: census.records,
      said: census.records - census.system,
      system: census.system,
      attachments: census.attachments,
    },
    issues: [...dateIssues, ...issuesOf({ outline, plan, census, impossible, notes })],
    messages,
  };
}

/** Joined exports may come from phones of different settings: each shape of header is read in its own order. */
function ordersByShape(plan: Plan, main: Order, given: Order | undefined): (shape: number) => DateReading {
  const orders = new Map<number, DateReading>();
  for (const [shape, { dates, bracket }] of plan.accepted) {
    const own = decideOrder(dates, plan.web && bracket, given);
    orders.set(shape, readingOf(dates, own.certain ? own.order : main));
  }
  return (shape) => orders.get(shape) ?? main;
}

interface Survey {
  readonly outline: Outline;
  readonly plan: Plan;
  readonly reading: Reading;
  readonly census: Census;
  readonly notes: ReadingNotes;
}

/** Gives how many dates are in no calendar in the order chosen. */
async function takeCensus(file: SourceFile, { outline, plan, reading, census, notes }: Survey): Promise<number> {
  const readMessage = createMessageReader(reading);
  let impossible = 0;
  for await (const records of recordsOf(file, outline.encoding, plan, notes)) {
    for (const record of records) {
      const { message, possible } = readMessage(record);
      if (!possible) impossible++;
      count(census, message, reading.shelf, reading.path);
    }
  }
  return impossible;
}

async function* messagesOf(
  file: SourceFile,
  outline: Outline,
  plan: Plan,
  reading: Reading,
  survey: ReadingNotes,
): AsyncGenerator<readonly Message[]> {
  const readMessage = createMessageReader(reading);
  const notes = noNotes();
  for await (const records of recordsOf(file, outline.encoding, plan, notes)) {
    for (let i = 0; i < records.length; i += BATCH) {
      yield records.slice(i, i + BATCH).map((record) => readMessage(record).message);
    }
  }
  // Damage that the survey met is reported with it; damage that is new must not pass for the end of the chat.
  if (notes.damage !== undefined && survey.damage === undefined) throw new SourceError(notes.damage);
}

async function* noMessages(): AsyncGenerator<readonly Message[]> {}
