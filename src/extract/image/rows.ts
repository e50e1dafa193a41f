// Scraps of writing, each with its place in the picture -> lines as a person reads them, in blocks with a place in words. A photo is taken
// at an angle, so a line is followed along its slope: the cells of a patient in a list must end up on one line, with nobody else's.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A scrap of writing: a word, a cell of a table, or a line. Corners run clockwise from its own top left. */
export interface Word {
  readonly text: string;
  readonly confidence: number;
  readonly corners: readonly [Point, Point, Point, Point];
}

/** Lines that stand together. */
export interface Block {
  readonly place: string;
  readonly lines: readonly string[];
  /** How sure the reading is, by the length of its scraps; 0 to 1. */
  readonly confidence: number;
}

/** A scrap with what its line needs: the middles of its ends, and its height. */
interface Scrap extends Word {
  readonly left: Point;
  readonly right: Point;
  readonly tall: number;
}

interface Row {
  readonly scraps: Scrap[];
  /** Middle, seen level: the slope of the page is taken out. */
  readonly level: number;
  readonly tall: number;
}

/** Two scraps are on one line when the middles of their ends are nearer than this part of the lower one's height … */
const SAME_LINE = 0.55;
/** … and they overlap by less than this part of it. */
const OVERLAP = 0.8;
/** A gap of more than this many heights of a line begins a new block. */
const BLOCK_GAP = 3;
/** A gap inside a line of more than this many heights divides two cells. */
const CELL_GAP = 1.2;
/** A scrap must be this many times as long as high for its slope to count. */
const LONG = 4;

/** Blocks from top to bottom. `width` and `height` are the picture's. */
export function blocksOf(words: readonly Word[], width: number, height: number): Block[] {
  const scraps = words.map(scrapOf);
  const slope = slopeOf(scraps);
  const rows = rowsOf(scraps, slope);
  const blocks: Row[][] = [];
  for (const row of rows) {
    const block = blocks.at(-1);
    const above = block?.at(-1);
    const gap = above ? row.level - above.level - (row.tall + above.tall) / 2 : Number.POSITIVE_INFINITY;
    if (block && above && gap < BLOCK_GAP * Math.max(row.tall, above.tall)) block.push(row);
    else blocks.push([row]);
  }
  return blocks.map((block) => ({
    place: placeOf(block, width, height),
    lines: block.map(lineOf),
    confidence: surenessOf(block),
  }));
}

function scrapOf(word: Word): Scrap {
  const [topLeft, topRight, bottomRight, bottomLeft] = word.corners;
  const tall = (distance(topLeft, bottomLeft) + distance(topRight, bottomRight)) / 2;
  return { ...word, left: middle(topLeft, bottomLeft), right: middle(topRight, bottomRight), tall: Math.max(1, tall) };
}

/** Slope of the page: the middle one of all scraps long enough to have one; level where none is. */
function slopeOf(scraps: readonly Scrap[]): number {
  const slopes = scraps
    .filter(({ left, right, tall }) => right.x - left.x > LONG * tall)
    .map(({ left, right }) => (right.y - left.y) / (right.x - left.x))
    .sort((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}

/** From left to right each scrap joins the line whose end points at it best, or begins one. */
function rowsOf(scraps: readonly Scrap[], slope: number): Row[] {
  const open: Scrap[][] = [];
  for (const scrap of [...scraps].sort((a, b) => a.left.x - b.left.x || a.left.y - b.left.y)) {
    let best: Scrap[] | undefined;
    let nearest = SAME_LINE;
    for (const row of open) {
      const off = distanceFromLine(row, scrap, slope);
      if (off < nearest) [best, nearest] = [row, off];
    }
    if (best) best.push(scrap);
    else open.push([scrap]);
  }
  return open.map((row) => toRow(row, slope)).sort((a, b) => a.level - b.level);
}

/** How far off the line's end a scrap stands, in heights of the lower of the two; infinite where it stands over or under it. */
function distanceFromLine(row: readonly Scrap[], scrap: Scrap, slope: number): number {
  const end = row.at(-1);
  if (!end) return Number.POSITIVE_INFINITY;
  const tall = Math.min(end.tall, scrap.tall);
  const gap = scrap.left.x - end.right.x;
  if (gap < -OVERLAP * tall) return Number.POSITIVE_INFINITY;
  return Math.abs(scrap.left.y - (end.right.y + gap * slope)) / tall;
}

function toRow(scraps: Scrap[], slope: number): Row {
  const levels = scraps.map(({ left, right }) => (left.y + right.y) / 2 - ((left.x + right.x) / 2) * slope);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { scraps, level: mean(levels), tall: mean(scraps.map(({ tall }) => tall)) };
}

/** Cells stand apart by a bar, as in a table that is read out; the words of a sentence by a space. */
function lineOf({ scraps }: Row): string {
  let line = '';
  let end: Scrap | undefined;
  for (const scrap of scraps) {
    const apart = end && scrap.left.x - end.right.x > CELL_GAP * Math.min(end.tall, scrap.tall);
    line += (end ? (apart ? ' | ' : ' ') : '') + scrap.text;
    end = scrap;
  }
  return line;
}

function surenessOf(block: readonly Row[]): number {
  let letters = 0;
  let sum = 0;
  for (const { scraps } of block)
    for (const { text, confidence } of scraps) {
      letters += text.length;
      sum += text.length * confidence;
    }
  return letters === 0 ? 0 : Math.round((sum / letters) * 100) / 100;
}

/** 'top left', 'middle', 'bottom right' …; a block that takes up most of the picture is not on one side of it. */
function placeOf(block: readonly Row[], width: number, height: number): string {
  const corners = block.flatMap(({ scraps }) => scraps.flatMap((scrap) => scrap.corners));
  const side = (values: readonly number[], whole: number, names: readonly [string, string]): string => {
    const low = Math.max(0, Math.min(...values));
    const high = Math.min(whole, Math.max(...values));
    if (high - low > whole * 0.6) return '';
    const centre = (low + high) / 2 / whole;
    return centre < 0.36 ? names[0] : centre > 0.64 ? names[1] : 'middle';
  };
  const down = side(
    corners.map(({ y }) => y),
    height,
    ['top', 'bottom'],
  );
  const across = side(
    corners.map(({ x }) => x),
    width,
    ['left', 'right'],
  );
  if (down === '' && across === '') return 'whole picture';
  if (down === 'middle' || down === '') return across === '' ? 'middle' : across;
  return across === 'middle' || across === '' ? down : `${down} ${across}`;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
