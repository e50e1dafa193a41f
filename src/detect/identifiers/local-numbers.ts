// Hospital numbers of the Trust at hand: once two numbers of one shape were called hospital numbers in a chat ("hosp no E0123456"),
// a third of that shape counts without the word. The shape is the letters as they are and the count of digits.

import type { Finding, Message } from '../../model.ts';
import { findingAt } from './found.ts';

/**
 * So many must have been called by their name. Two different numbers, not one told twice; a shape without letters needs three, since plain
 * digits are many other things too.
 */
const SEEN_WITH_LETTERS = 2;
const SEEN_PLAIN = 3;

const HOSPITAL_NUMBER = 'patient.identifier.hospital-number';
const CANDIDATE = /(?<![\w/=@.#£+:-])(?:[A-Z]{1,3} ?|[a-z]{1,3})?\d{5,9}[A-Za-z]?(?![\w@]|[./:-]\d| ?(?:am|pm|mg|ml))/g;
/** Labels of other numbers, right before. */
const OTHER =
  /(?:order|ref|ticket|invoice|datix|incident|asset|serial|batch|lot|bleep|ext|tel|call|ring|job|inc|po|code|pin|room|opt|cad|log|ward)(?: (?:no|number|ref|is|on))?[ :.#]{0,2}$/i;

const shapeOf = (value: string): string => value.replace(/[ -]/g, '').toUpperCase().replace(/\d/g, '9');
const isPlain = (shape: string): boolean => /^9+$/.test(shape);

export interface LocalNumbers {
  /** Findings on numbers of a shape learnt earlier in this conversation; `findings` are those that the message has already, offsets as typed. */
  next(message: Message, findings: readonly Finding[]): Finding[];
}

export function localNumbers(): LocalNumbers {
  const seen = new Map<string, Set<string>>();
  const isLearnt = (shape: string): boolean =>
    (seen.get(shape)?.size ?? 0) >= (isPlain(shape) ? SEEN_PLAIN : SEEN_WITH_LETTERS);
  return {
    next(message, findings) {
      if (message.kind !== 'said') return [];
      const found = seen.size === 0 ? [] : matches(message.text, isLearnt);
      for (const { category, start, end, confidence } of findings) {
        if (category !== HOSPITAL_NUMBER || confidence < 0.6) continue;
        const value = message.text.slice(start, end);
        const shape = shapeOf(value);
        const values = seen.get(shape) ?? new Set<string>();
        if (values.size < SEEN_PLAIN) values.add(value.toUpperCase());
        seen.set(shape, values);
      }
      return found;
    },
  };
}

function matches(text: string, isLearnt: (shape: string) => boolean): Finding[] {
  return [...text.matchAll(CANDIDATE)].flatMap(({ 0: value, index }) => {
    const shape = shapeOf(value);
    if (!isLearnt(shape) || OTHER.test(text.slice(Math.max(0, index - 20), index))) return [];
    const because = 'of the shape that this chat calls a hospital number';
    const kind = { pattern: 'hospital-number-local', category: HOSPITAL_NUMBER, confidence: 0.6, because };
    return [findingAt({ start: index, end: index + value.length }, kind)];
  });
}
