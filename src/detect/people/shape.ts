// "Is this unknown word spelt like a name?" A score learnt from the name list and the English words by
// scripts/train-name-shape.mjs; it lets an unlisted surname count for something. The features must stay the same in both.

const BUCKETS = 8192;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+';
const ZERO = 31;
const LONGEST = 20;

/** Log-odds that a lower-case word without accents is a name rather than an English word; 0 = cannot tell. */
export type Shape = (word: string) => number;

/** Reads name-shape.txt: a line `bias scale`, a line with one character a weight. */
export function readShape(file: string): Shape {
  const [head = '', body = ''] = file.split('\n');
  const [bias = 0, scale = 0] = head.split(' ').map(Number);
  const weights = new Float32Array(BUCKETS);
  for (let i = 0; i < BUCKETS && i < body.length; i++) weights[i] = (ALPHABET.indexOf(body.charAt(i)) - ZERO) * scale;
  return (word) => (word.length > LONGEST ? 0 : scoreOf(`^${word}$`, weights, bias));
}

function scoreOf(framed: string, weights: Float32Array, bias: number): number {
  let sum = 0;
  let count = 0;
  for (let size = 2; size <= 4; size++) {
    for (let at = 0; at + size <= framed.length; at++) {
      let hash = size;
      for (let i = at; i < at + size; i++) hash = (Math.imul(hash, 31) + framed.charCodeAt(i)) >>> 0;
      sum += weights[(hash ^ (hash >>> 13)) & (BUCKETS - 1)] ?? 0;
      count++;
    }
  }
  return bias + sum / Math.sqrt(Math.max(1, count));
}
