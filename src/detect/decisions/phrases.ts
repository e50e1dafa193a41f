// The phrases of patterns/decisions.yaml, made ready to look for. One expression a list: they are tried on few messages, those about
// somebody's care, a colleague or the organisation.

import type { DecisionFile } from './decision-file.ts';

type List = Exclude<keyof DecisionFile, 'id' | 'name' | 'why' | 'sources' | 'match' | 'noMatch'>;
export type Phrases = Readonly<Record<List, RegExp>>;

/** Where a sentence begins, and what may stand before an order in it. */
const OPENING = String.raw`(?:^|[,;:] ?|\b(?:and|then|so|now|ok|please|pls) )`;
const LETTER = String.raw`[\p{L}\p{N}]`;

/** Expressions for texts in small letters with single spaces. */
export function compilePhrases(file: DecisionFile): Phrases {
  const anywhere = (list: List) => new RegExp(`(?<!${LETTER})(?:${choice(file[list])})(?!${LETTER})`, 'u');
  const whole = (list: List) => new RegExp(`^(?:${choice(file[list])})[ .!]*$`, 'u');
  return {
    clinical: anywhere('clinical'),
    order: new RegExp(`${OPENING}(?:${choice(file.order)})(?!${LETTER})`, 'u'),
    corporate: anywhere('corporate'),
    staffing: anywhere('staffing'),
    report: new RegExp(`(?<!${LETTER})(?:${choice(file.report)})(?: [^ ]+)? $`, 'u'),
    request: anywhere('request'),
    anyone: anywhere('anyone'),
    action: anywhere('action'),
    takesOn: whole('takesOn'),
    proposal: anywhere('proposal'),
    agreement: whole('agreement'),
    hedge: anywhere('hedge'),
    weighty: anywhere('weighty'),
    reason: anywhere('reason'),
    due: anywhere('due'),
  };
}

/** The longest first, so that "from monday" is not cut short; an apostrophe may be left out, and % is a number. */
function choice(list: readonly string[]): string {
  const phrases = list
    .flatMap((line) => line.split('|'))
    .map((phrase) => phrase.trim().toLowerCase().replaceAll(/\s+/g, ' '));
  return phrases
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((phrase) =>
      phrase
        .replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
        .replaceAll("'", "'?")
        .replaceAll('%', '[0-9]+'),
    )
    .join('|');
}
