// Learns, from the name list and the English words, how much the spelling of an unknown word looks like a name.
// Logistic regression on hashed letter groups of 2 to 4; weights in 63 steps, one character each, so that the file can be read in one pass.
// The same features are computed in src/detect/people/shape.ts; tests/detect/people/shape.test.ts checks that both agree.

const BUCKETS = 8192;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+';
const ZERO = 31;
const PASSES = 6;
const RATE = 0.08;

/** Feature numbers of a word; the same as in src/detect/people/shape.ts. */
export function buckets(word) {
  const framed = `^${word}$`;
  const found = [];
  for (let size = 2; size <= 4; size++) {
    for (let at = 0; at + size <= framed.length; at++) {
      let hash = size;
      for (let i = at; i < at + size; i++) hash = (Math.imul(hash, 31) + framed.charCodeAt(i)) >>> 0;
      found.push((hash ^ (hash >>> 13)) & (BUCKETS - 1));
    }
  }
  return found;
}

/** A fixed order that mixes names and words: training must give the same bytes every time. */
function shuffled(items) {
  const result = [...items];
  let state = 12345;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

/** Text of name-shape.txt: first line `bias scale`, second line the weights. */
export function trainShape(names, english) {
  const words = new Set(english);
  const examples = shuffled([
    ...names.filter((name) => name.length > 3 && !words.has(name)).map((word) => [word, 1]),
    ...english.filter((word) => word.length > 3).map((word) => [word, 0]),
  ]);
  const weights = new Float64Array(BUCKETS);
  let bias = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    const rate = RATE / (1 + pass);
    for (const [word, isName] of examples) {
      const at = buckets(word);
      const share = 1 / Math.sqrt(at.length);
      let sum = bias;
      for (const bucket of at) sum += weights[bucket] * share;
      const error = isName - 1 / (1 + Math.exp(-sum));
      bias += rate * error * 0.1;
      for (const bucket of at) weights[bucket] += rate * error * share * 4;
    }
  }
  const scale = 4 / ZERO;
  const steps = [...weights].map((weight) => Math.max(-ZERO, Math.min(ZERO, Math.round(weight / scale))));
  return `${bias.toFixed(4)} ${scale.toFixed(6)}\n${steps.map((step) => ALPHABET[step + ZERO]).join('')}\n`;
}
