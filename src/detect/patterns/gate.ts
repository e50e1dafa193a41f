// What a text must hold at the very least before a regex can match it: so many digits, so many of them in a row, so many @. Read off the regex
// itself, so that nobody has to declare it and a wrong declaration cannot hide a pattern. It may only err downwards.

export interface Least {
  readonly digits: number;
  /** Digits with nothing between them. */
  readonly row: number;
  readonly ats: number;
}

const NOTHING: Least = { digits: 0, row: 0, ats: 0 };
const DIGIT: Least = { digits: 1, row: 1, ats: 0 };
const AT: Least = { digits: 0, row: 0, ats: 1 };

const both = (a: Least, b: Least): Least => ({
  digits: a.digits + b.digits,
  row: Math.max(a.row, b.row),
  ats: a.ats + b.ats,
});
export const either = (a: Least, b: Least): Least => ({
  digits: Math.min(a.digits, b.digits),
  row: Math.min(a.row, b.row),
  ats: Math.min(a.ats, b.ats),
});

/** Where the reading of a regex source has got to. */
interface Reader {
  readonly source: string;
  at: number;
}

/** The smallest number of digits, of digits in a row and of @ in any text that the regex matches. Lookarounds and back references count as nothing. */
export function leastOf(source: string): Least {
  return readAlternatives({ source, at: 0 });
}

function readAlternatives(reader: Reader): Least {
  let least = readSequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at++;
    least = either(least, readSequence(reader));
  }
  return least;
}

function readSequence(reader: Reader): Least {
  let least = NOTHING;
  while (reader.at < reader.source.length && !endsSequence(reader.source.charAt(reader.at))) {
    const item = readItem(reader);
    const times = readRepeat(reader);
    // `\d{4}` is a row of four; whether a repeated group's rows touch is not asked.
    const row = item === DIGIT ? times : times > 0 ? item.row : 0;
    if (item !== NOTHING) least = both(least, { digits: item.digits * times, row, ats: item.ats * times });
  }
  return least;
}

const endsSequence = (char: string): boolean => char === '|' || char === ')';

function readItem(reader: Reader): Least {
  const char = reader.source.charAt(reader.at);
  if (char === '(') return readGroup(reader);
  if (char === '[') return readClass(reader);
  if (char === '\\') return readEscape(reader);
  reader.at++;
  if (char === '@') return AT;
  return char >= '0' && char <= '9' ? DIGIT : NOTHING;
}

function readGroup(reader: Reader): Least {
  const head = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(reader.source.slice(reader.at, reader.at + 40))?.[0] ?? '(';
  reader.at += head.length;
  const inner = readAlternatives(reader);
  reader.at++;
  return /^\(\?<?[=!]$/.test(head) ? NOTHING : inner;
}

function readClass(reader: Reader): Least {
  const start = reader.at;
  while (reader.at < reader.source.length && reader.source[reader.at] !== ']') {
    reader.at += reader.source[reader.at] === '\\' ? 2 : 1;
  }
  reader.at++;
  const inside = reader.source.slice(start + 1, reader.at - 1);
  return /^(?:\\d|\d-\d|\d)+$/.test(inside) ? DIGIT : NOTHING;
}

/** `\d` is a digit; the digits of `\x41`, `\u0041` and `\1` are not. */
function readEscape(reader: Reader): Least {
  const whole = /^\\(?:x[\da-f]{2}|u[\da-f]{4}|[pP]\{[^}]*\}|k<\w+>|\d+|.)/i.exec(
    reader.source.slice(reader.at, reader.at + 40),
  )?.[0];
  reader.at += whole?.length ?? 1;
  return whole === '\\d' ? DIGIT : NOTHING;
}

/** How often the item before it must stand there: 1 without a quantifier. */
function readRepeat(reader: Reader): number {
  if (!'*+?{'.includes(reader.source.charAt(reader.at) || ' ')) return 1;
  const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (quantifier === null) return 1;
  reader.at += quantifier[0].length;
  if (quantifier[1] !== undefined) return Number(quantifier[1]);
  return quantifier[0].startsWith('+') ? 1 : 0;
}
