// The first pass over a file: which header does it use, how do its records end, in what order stand day and month, who
// writes? It looks at headers only and decides nothing about messages.

import { SourceError } from '../../errors.ts';
import type { IssueCode } from '../../issues.ts';
import type { SourceFile } from '../../model.ts';
import { createLineSplitter, type LineEnd, type TakeLine } from '../lines.ts';
import { withoutMarks } from '../marks.ts';
import { type Encoding, firstGuess, textOf, WrongEncoding } from '../text.ts';
import { type DateEvidence, noDateEvidence, noteDate } from './dates.ts';
import type { Header } from './header.ts';
import { createHeaderReader } from './read-header.ts';
import { isUntimedNotice, type Layout } from './records.ts';
import { noSenders, noteSender, type SenderTally } from './senders.ts';

/** The headers of one shape: those of one export, or lines pasted from another. */
interface ShapeTally {
  readonly layout: string;
  readonly bracket: boolean;
  readonly twelve: boolean;
  readonly dates: DateEvidence;
  count: number;
  /** Unbroken sequences of headers of this shape. */
  runs: number;
  readonly firstLine: number;
  /** One of them opens with a BOM: a file was put behind another. */
  bom: boolean;
  /** Lines of system text as only WhatsApp Web writes them. */
  web: number;
  /** Headers behind a line that ends so; the end of the file counts as one behind its last line. */
  afterCrlf: number;
  afterLf: number;
  /** Of those behind a LF the ones in a file that ends records with CRLF: lines of a chat pasted into a message. */
  pasted: number;
}

export interface Outline {
  readonly encoding: Encoding;
  readonly shapes: ReadonlyMap<number, ShapeTally>;
  readonly senders: SenderTally;
  /** Shape of the first and of the last header. */
  readonly firstShape: number;
  readonly lastShape: number;
  /** Lines after a CRLF that are no header. */
  readonly textAfterCrlf: number;
  /** A notice without time stood before the first header. */
  readonly untimedNotice: boolean;
  readonly nuls: number;
  readonly damage: IssueCode | undefined;
}

/** Reads a file to its end, in the encoding that its bytes show. */
export async function outlineOf(file: SourceFile): Promise<Outline> {
  const guess = await firstGuess(file);
  try {
    return await outlineIn(file, guess);
  } catch (error) {
    if (error instanceof WrongEncoding) return outlineIn(file, error.instead);
    throw error;
  }
}

async function outlineIn(file: SourceFile, encoding: Encoding): Promise<Outline> {
  const sketch = createSketch();
  const splitter = createLineSplitter(sketch.add);
  let damage: IssueCode | undefined;
  try {
    for await (const text of textOf(file, encoding)) splitter.push(text);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    damage = error.code;
  }
  splitter.finish();
  return { encoding, ...sketch.result(), nuls: splitter.nuls(), damage };
}

function createSketch() {
  const readHeader = createHeaderReader();
  const shapes = new Map<number, ShapeTally>();
  const senders = noSenders();
  let [firstShape, lastShape] = [-1, -1];
  let [lines, textAfterCrlf] = [0, 0];
  let untimedNotice = false;
  let crlfEndsRecords = false;
  let previous: LineEnd = 'none';

  const noteHeader = (header: Header, line: string): void => {
    const tally = shapes.get(header.shape) ?? newTally(header, lines);
    if (tally.count === 0) shapes.set(header.shape, tally);
    tally.count++;
    if (header.shape !== lastShape) tally.runs++;
    if (header.bom && lines > 1) tally.bom = true;
    if (header.form.name === 'web-system') tally.web++;
    if (previous === 'crlf') {
      tally.afterCrlf++;
      crlfEndsRecords ||= tally.bracket;
    }
    if (previous === 'lf') tally.afterLf++;
    if (firstShape === -1) firstShape = header.shape;
    lastShape = header.shape;
    if (previous === 'lf' && crlfEndsRecords && tally.bracket) {
      tally.pasted++;
      return;
    }
    const rest = line.slice(header.rest);
    noteDate(tally.dates, header, rest);
    if (header.form.name !== 'web-system') noteSender(senders, rest, tally.bracket);
  };

  const add: TakeLine = (line, end) => {
    lines++;
    const header = readHeader(line);
    if (header) noteHeader(header, line);
    else if (previous === 'crlf' && line !== '') textAfterCrlf++;
    else if (firstShape === -1) untimedNotice ||= isUntimedNotice(withoutMarks(line));
    previous = end;
  };

  const result = () => {
    const last = shapes.get(lastShape);
    if (last && previous === 'crlf') last.afterCrlf++;
    return { shapes, senders, firstShape, lastShape, textAfterCrlf, untimedNotice };
  };
  return { add, result };
}

const newTally = (header: Header, line: number): ShapeTally => ({
  layout: header.form.layout,
  bracket: header.form.family === 'bracket',
  twelve: header.twelve,
  dates: noDateEvidence(),
  count: 0,
  runs: 0,
  firstLine: line,
  bom: false,
  web: 0,
  afterCrlf: 0,
  afterLf: 0,
  pasted: 0,
});

/** What the outline says about how to divide the file. */
export interface Plan extends Layout {
  readonly layout: string;
  readonly main: ShapeTally;
  readonly mainShape: number;
  readonly web: boolean;
  /** Shapes whose headers start messages; the main one first. */
  readonly accepted: ReadonlyMap<number, ShapeTally>;
  readonly others: readonly ShapeTally[];
}

/** Undefined when the file holds no header at all. */
export function planOf(outline: Outline): Plan | undefined {
  const ranked = [...outline.shapes].sort(([, x], [, y]) => y.count - x.count || x.firstLine - y.firstLine);
  const [mainShape, main] = ranked[0] ?? [];
  if (mainShape === undefined || !main) return undefined;
  const accepted = new Map(
    ranked.filter(([shape, tally]) => shape === mainShape || isJoined(shape, tally, main, outline)),
  );
  const crlf = main.bracket && endsRecordsWithCrlf(main, outline.textAfterCrlf);
  const web = main.bracket && main.twelve && (main.web > 0 || outline.untimedNotice);
  return {
    layout: web ? 'whatsapp-web' : main.layout,
    main,
    mainShape,
    web,
    accepted,
    others: ranked.slice(1).flatMap(([, tally]) => (crlf && tally.pasted === tally.count ? [] : [tally])),
    accepts: (header, before) =>
      accepted.has(header.shape) && !(crlf && before === 'lf' && header.form.family === 'bracket' && !header.bom),
  };
}

/**
 * An export writes all its headers alike. Other headers are a second export joined to the first (long, at one end, behind a BOM)
 * or lines pasted into a message.
 */
function isJoined(shape: number, tally: ShapeTally, main: ShapeTally, outline: Outline): boolean {
  if (tally.bom || (main.bom && shape === outline.firstShape)) return true;
  if (tally.count < 3) return false;
  const atOneEnd = tally.runs === 1 && (shape === outline.firstShape || shape === outline.lastShape);
  return atOneEnd || tally.count * 4 >= main.count || tally.count >= 50 * tally.runs;
}

/**
 * True for an iPhone export as written: what follows a CRLF is a header, and few lines behind a LF look like one (pasted
 * ones do). False when another program saved it anew.
 */
const endsRecordsWithCrlf = (main: ShapeTally, textAfterCrlf: number): boolean =>
  main.afterCrlf > 0 && textAfterCrlf * 50 <= main.afterCrlf && main.afterLf <= 3 * main.afterCrlf;
