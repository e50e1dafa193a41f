// Handover lists with bare bed numbers: "4 angio, INR 1.6 / 9 back for rewiring / 14 home tomorrow". A line's number is a bed when the
// lines go up with gaps (an ordinary list counts 1, 2, 3) and most of them speak of care.

import type { Finding } from '../../model.ts';
import { findingAt } from './found.ts';

const LINE = /(?:^|\n)(?:[^\n:]{1,24}: )?[ \t>*•-]{0,3}(\d{1,2})(?= [A-Za-z\d][^\n]{2,})/g;
/** A quantity, a time or a date, not a bed. */
const NO_BED =
  /^ (?:x |pm|am|mins?|hrs?|hours?|days?|of |pints?|packs?|boxes|bags?|pairs?|tins?|bottles?|kg|g |ml|mg|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?![a-z]))/i;
const CARE = /\.clinical\.|\.restricted\.|\.identifier\.|^context\.care/;
const BED = 'patient.identifier.location-bed';
const HIGHEST = 60;

interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly upTo: number;
}

/** Beds at the beginnings of lines; `findings` are those that the text has already. Offsets as typed. */
export function bedLines(text: string, findings: readonly Finding[]): Finding[] {
  if (!text.includes('\n')) return [];
  const lines = linesOf(text);
  if (lines.length < 2 || !goUpWithGaps(lines)) return [];
  const tellsOfCare = (line: Line): boolean =>
    findings.some(({ category, start }) => start >= line.end && start < line.upTo && CARE.test(category));
  if (lines.filter(tellsOfCare).length * 2 <= lines.length) return [];
  const kind = {
    pattern: 'location-list-line',
    category: BED,
    confidence: 0.7,
    because: 'numbers before the lines of a handover list, with gaps',
  };
  return lines.map((line) => findingAt(line, kind));
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(LINE)].flatMap((match) => {
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    const newline = text.indexOf('\n', end);
    const upTo = newline < 0 ? text.length : newline;
    if (NO_BED.test(text.slice(end, end + 12)) || Number(number) > HIGHEST) return [];
    return [{ number: Number(number), start: end - number.length, end, upTo }];
  });
}

function goUpWithGaps(lines: readonly Line[]): boolean {
  const steps = lines.slice(1).map(({ number }, at) => number - (lines[at]?.number ?? 0));
  return steps.every((step) => step > 0) && steps.some((step) => step > 1);
}
