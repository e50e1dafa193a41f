// A picture in the words of a patient's papers, whose names and numbers could not be read. Of pictures that hold an NHS number 31 in 33 gave
// at least such words to text recognition (measured on invented wristbands, boards and letters), so silence on them would be wrong.

import type { Category, Finding, Power } from '../../model.ts';
import type { Layout } from './blocks.ts';

/** Headings of forms, lists, boards and wristbands; runs of letters, as spaces may be missing. */
const HEADINGS: readonly RegExp[] = [
  /nhs\s*n(?:o|um)|nhs\s*#|nhs\s*\d/i,
  /\bd\.?\s?o\.?\s?b\b|date\s*of\s*birth/i,
  /hosp(?:ital)?\s*(?:no|num)|\bmrn\b|unit\s*no/i,
  /patient/i,
  /\bbed\b|\bbed\s*\d/i,
  /\bward\b|\bward\s*\d/i,
  /surname|forename|first\s*name/i,
  /consultant|\bcons\b/i,
  /allerg/i,
  /diagnosis|\bdnacpr\b|\bpresenting\b/i,
];
/** "Ward" alone stands on every door, and two of them on many a rota. */
const ENOUGH = 3;
const SINGLES_OUT = 0.5;

/** The finding, where it applies; it spans all the text that was seen. */
export function patientForm(
  { text, blocks }: Layout,
  findings: readonly Finding[],
  powerOf: (category: Category) => Power,
): Finding | undefined {
  const seen = blocks.filter(({ by }) => by === 'seen');
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) return undefined;
  const isReadable = findings.some(({ category, confidence }) => {
    const power = powerOf(category);
    return category.startsWith('patient.') && confidence >= SINGLES_OUT && (power === 'direct' || power === 'strong');
  });
  if (isReadable) return undefined;
  const words = seen.map(({ start, end }) => text.slice(start, end)).join('\n');
  if (HEADINGS.filter((heading) => heading.test(words)).length < ENOUGH) return undefined;
  return {
    pattern: 'patient-form',
    category: 'media.patient-form',
    start: first.start,
    end: last.end,
    confidence: 0.7,
    because: ['the words of a patient form, board or wristband, read off a picture: check by eye'],
  };
}
