// Scores decisions against labels: what was rightly found, what was noisy, what was missed. Messages labelled `maybe` (two officers
// could differ) are left out.

const REPORTED = new Set(['confirmed', 'probable', 'indirect']);
const DESTINATION = {
  'care-record': 'care',
  'staff-record': 'hr',
  'corporate-record': 'corp',
  'incident-system': 'incident',
  safeguarding: 'sg',
};
/** Category -> flag of the labels, first hit wins. */
const FLAGS = [
  [/^credential\.|key-safe$/, 'secret'],
  [/destruction-intent$|concealment$/, 'hold'],
  [/channel-evasion$|disappearing-messages$/, 'evade'],
  [/unprofessional/, 'unprof'],
  [/wrong-patient$|wrong-recipient$/, 'wrongpt'],
  [/not-documented$/, 'notdoc'],
  [/^media\./, 'media'],
  [/non-staff-member$|leaver-present$/, 'outsider'],
  [/forward-outside$|screenshot-of-system$/, 'forward'],
];
/** Category -> kind of identifier of the labels, first hit wins. */
const KINDS = [
  [/nhs-number$/, 'nhs'],
  [/chi-number$|hc-number$/, 'chi'],
  [/hospital-number$/, 'hosp'],
  [/\.dob$/, 'dob'],
  [/age-sex$/, 'age'],
  [/initials$/, 'initials'],
  [/location-bed$/, 'bed'],
  [/postcode$/, 'postcode'],
  [/address$/, 'address'],
  [/key-safe$/, 'keysafe'],
  [/phone$/, 'phone'],
  [/email$/, 'email'],
  [/nino$/, 'nino'],
  [/finance\.bank$/, 'bank'],
  [/finance\.card$/, 'card'],
  [/passport$/, 'passport'],
  [/driving-licence$/, 'licence'],
  [/employee-number$|smartcard$/, 'empno'],
  [/registration$/, 'regno'],
  [/vehicle$/, 'vrm'],
  [/^credential\./, 'credential'],
  [/event-ref$/, 'ref'],
  [/name-full$|name-partial$|next-of-kin$|identifier\.name$/, 'name'],
];
/** Where the program may err on the side of caution, a surplus hit is no fault. */
const SOFT = new Set(['bed', 'age', 'vrm', 'ref']);

const tally = () => ({ right: 0, noisy: 0, missed: 0 });
const add = (count, is, said) => {
  if (is && said) count.right += 1;
  else if (is) count.missed += 1;
  else if (said) count.noisy += 1;
};
const of = (counts, key) => {
  counts[key] ??= tally();
  return counts[key];
};
const firstOf = (table, category) => table.find(([pattern]) => pattern.test(category))?.[1];

/** One scoreboard; `add` takes a message's text, spans and labels with what the program made of it. */
export function scoreboard() {
  const board = {
    person: tally(),
    context: tally(),
    patient: tally(),
    staff: tally(),
    destinations: {},
    flags: {},
    identifiers: {},
    rules: {},
    patterns: {},
    calibration: {},
    ordinary: 0,
    falseAlarms: 0,
    reviews: 0,
    messages: 0,
  };
  return { board, add: (labelled, findings, decision, isShown) => score(board, labelled, findings, decision, isShown) };
}

function score(board, { message, spans, labels }, findings, decision, isShown) {
  board.messages += 1;
  if (decision.verdict === 'possible') board.reviews += 1;
  if (labels.verdict === 'maybe') return;
  const is = labels.verdict === 'pci';
  const said = REPORTED.has(decision.verdict);
  add(board.person, is, said);
  if (is && labels.needsContext) add(board.context, is, said);
  for (const subject of ['patient', 'staff'])
    if (is && labels.subjects.includes(subject)) add(board[subject], is, said);
  if (!is) board.ordinary += 1;
  if (!is && said) board.falseAlarms += 1;
  if (said) add(of(board.rules, decision.rules[0]), is, said);
  if (said) add(of(board.calibration, Math.min(0.9, Math.floor(decision.confidence * 10) / 10).toFixed(1)), is, said);
  const sent = decision.dispositions.map(({ destination }) => DESTINATION[destination]).filter(Boolean);
  scoreSets(board.destinations, new Set(labels.to), new Set(sent));
  const shown = findings.filter(isShown);
  const raised = [...(isShown.any ? shown.map(({ category }) => category) : []), ...decision.flags].map((one) =>
    firstOf(FLAGS, one),
  );
  scoreSets(board.flags, new Set(labels.flags.filter((flag) => flag !== 'urgent')), new Set(raised.filter(Boolean)));
  scoreSpans(board, message.text, spans, isShown.any ? shown : []);
}

function scoreSets(counts, wanted, got) {
  for (const one of new Set([...wanted, ...got])) add(of(counts, one), wanted.has(one), got.has(one));
}

/** Identifiers by kind, and what each pattern found of them. */
function scoreSpans({ identifiers: counts, patterns }, text, wanted, findings) {
  const found = findings
    .map(({ pattern, category, start, end }) => ({
      pattern,
      kind: firstOf(KINDS, category),
      text: text.slice(start, end).toLowerCase(),
      used: false,
    }))
    .filter(({ kind }) => kind);
  const touches = (a, b) => a !== '' && b !== '' && (a.includes(b) || b.includes(a));
  for (const span of wanted) {
    const hit = found.find((one) => !one.used && one.kind === span.kind && touches(one.text, span.text.toLowerCase()));
    if (hit) {
      hit.used = true;
      add(of(patterns, hit.pattern), true, true);
    }
    add(of(counts, span.kind), true, hit !== undefined);
  }
  for (const one of found.filter(({ used, kind }) => !used && !SOFT.has(kind))) {
    if (wanted.some((span) => touches(one.text, span.text.toLowerCase()))) continue;
    of(counts, one.kind).noisy += 1;
    of(patterns, one.pattern).noisy += 1;
  }
}

/** Precision, recall and F1 of a tally; 1 where there was nothing to find or nothing said. */
export function ratesOf({ right, noisy, missed }) {
  const precision = right + noisy === 0 ? 1 : right / (right + noisy);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { precision, recall, f1: right === 0 ? 0 : (2 * right) / (2 * right + noisy + missed) };
}

export const sumOf = (counts) =>
  Object.values(counts).reduce(
    (sum, one) => ({ right: sum.right + one.right, noisy: sum.noisy + one.noisy, missed: sum.missed + one.missed }),
    tally(),
  );
