// Bed codes of the ward at hand: once "C3" and "B14" stood beside words of care in a chat, a bare "B15" is a bed too ("sorry. B15",
// "C1 C3 C4 all flu A positive").

import type { Finding, Message } from '../../model.ts';
import { findingAt } from './found.ts';

/** So many different codes must have been told with care beside them. */
const SEEN = 3;

const BED = 'patient.identifier.location-bed';
/** Patterns whose findings teach: those that believe a code because of the words around it. */
const TEACHES = /^location-(?:code|bay-code)$/;
const CODE =
  /(?<![\w/.:£#'-])[A-GNRa-gnr][1-9]\d?(?![\w%°£/-]|[.:]\d| ?(?:am|pm|mg|mls?|mcg|deficiency|injection|level|post|paper|pay|fec|chemo|cycle)(?![a-z]))/g;
/** Vitamins, pay bands, roads and spines, right before. */
const OTHER =
  /(?:vit(?:amin)?|band|bands|the|low|on|via|of|grade|stage|day|spine|level|junction|printer|size)[ .:]{1,2}$/i;

export interface BedCodes {
  /** Findings on bare bed codes of letters learnt earlier; `findings` are those that the message has already. One conversation, in order. */
  next(message: Message, findings: readonly Finding[]): Finding[];
}

export function bedCodes(): BedCodes {
  const told = new Set<string>();
  return {
    next({ kind, text }, findings) {
      if (kind !== 'said') return [];
      for (const { pattern, start, end, confidence } of findings) {
        if (!TEACHES.test(pattern) || confidence < 0.6 || told.size >= SEEN) continue;
        told.add(text.slice(start, end).toUpperCase());
      }
      if (told.size < SEEN) return [];
      return [...text.matchAll(CODE)].flatMap(({ 0: value, index }) => {
        if (OTHER.test(text.slice(Math.max(0, index - 14), index))) return [];
        const because = 'a bed code as this chat has used them before';
        const bed = { pattern: 'location-local-code', category: BED, confidence: 0.6, because };
        return [findingAt({ start: index, end: index + value.length }, bed)];
      });
    },
  };
}
