// Runs a pattern's own examples through the path that a scan takes, with all the other patterns present.

import type { Finding } from '../../model.ts';
import { normalise } from '../text.ts';
import type { CompiledPattern, CompiledPatterns } from './compile.ts';
import { findPatterns } from './match.ts';

export interface ExampleFailure {
  readonly pattern: string;
  /** `missing`: should have been found and was not. `noisy`: was found and should not have been. */
  readonly kind: 'missing' | 'noisy';
  /** The example; it comes from the pattern file. */
  readonly example: string;
  readonly says: string;
}

/** The examples of a pattern that do not hold. `all` are the patterns that run together, this one among them. */
export function checkPattern({ file }: CompiledPattern, all: CompiledPatterns): ExampleFailure[] {
  const missing = file.match.flatMap(({ text, finds, atLeast }) => {
    const found = findingsOf(file.id, text, all);
    return [
      ...unfound(found, finds, atLeast ?? 0).map((says) => ({ kind: 'missing' as const, example: text, says })),
      ...surplus(found, finds).map((says) => ({ kind: 'noisy' as const, example: text, says })),
    ];
  });
  const noisy = file.noMatch.flatMap(({ text, why }) =>
    findingsOf(file.id, text, all).map(({ value, confidence }) => ({
      kind: 'noisy' as const,
      example: text,
      says: `finds "${value}" with ${confidence}, although: ${why}`,
    })),
  );
  return [...missing, ...noisy].map((failure) => ({ pattern: file.id, ...failure }));
}

type Found = Pick<Finding, 'confidence'> & { readonly value: string };

function findingsOf(id: string, example: string, all: CompiledPatterns): Found[] {
  const text = normalise(example);
  return findPatterns(text, all)
    .filter(({ pattern }) => pattern === id)
    .map(({ start, end, confidence }) => ({ value: text.raw.slice(text.toRaw(start), text.toRaw(end)), confidence }));
}

function unfound(found: readonly Found[], wanted: readonly string[], atLeast: number): string[] {
  const left = [...found];
  return wanted.flatMap((value) => {
    const at = left.findIndex((candidate) => candidate.value === value);
    const [hit] = at < 0 ? [] : left.splice(at, 1);
    if (hit === undefined) return [`does not find "${value}"`];
    return hit.confidence < atLeast ? [`finds "${value}" with ${hit.confidence}, not ${atLeast}`] : [];
  });
}

function surplus(found: readonly Found[], wanted: readonly string[]): string[] {
  const left = [...wanted];
  return found.flatMap(({ value }) => {
    const at = left.indexOf(value);
    if (at < 0) return [`finds "${value}" as well`];
    left.splice(at, 1);
    return [];
  });
}
