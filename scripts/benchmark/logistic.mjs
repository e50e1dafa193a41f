// Logistic regression on sparse features, deterministic: Adagrad with a seeded shuffle and a small L2 penalty. The weights of the
// later epochs are averaged, which on chats never seen was worth 1.5 points of F1 (npm run fit -- --check).

/** rows: [{ features: Map<string, number>, y: 0|1 }] -> Map<string, number> of weights. Features seen in fewer rows than `least` are left out. */
export function fitWeights(rows, { l2, epochs, rate, least }) {
  const ids = numbered(rows, least);
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1e-8);
  const data = rows.map(({ features, y }) => ({ y, ...sparse(features, ids) }));
  const random = seeded(42);
  const order = data.map((_, at) => at);
  const sums = new Float64Array(ids.size);
  const averaged = Math.ceil(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) step(data[at], weights, squares, l2, rate);
    if (epoch >= epochs - averaged) for (let id = 0; id < sums.length; id++) sums[id] += weights[id];
  }
  return new Map([...ids].map(([feature, id]) => [feature, sums[id] / averaged]));
}

export function predict(features, weights) {
  let sum = 0;
  for (const [feature, amount] of features) sum += (weights.get(feature) ?? 0) * amount;
  return sum;
}

function numbered(rows, least) {
  const counts = new Map();
  for (const { features } of rows)
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least).map(([feature]) => feature);
  return new Map(kept.sort().map((feature, id) => [feature, id]));
}

function sparse(features, ids) {
  const known = [...features].filter(([feature]) => ids.has(feature));
  return {
    at: Int32Array.from(known, ([feature]) => ids.get(feature)),
    amount: Float64Array.from(known, ([, amount]) => amount),
  };
}

function step({ at, amount, y }, weights, squares, l2, rate) {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += weights[at[i]] * amount[i];
  const error = 1 / (1 + Math.exp(-sum)) - y;
  for (let i = 0; i < at.length; i++) {
    const id = at[i];
    const gradient = error * amount[i] + l2 * weights[id];
    squares[id] += gradient * gradient;
    weights[id] -= (rate * gradient) / Math.sqrt(squares[id]);
  }
}

function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order, random) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
}
