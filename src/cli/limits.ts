// The limit flags: numbers, and sizes such as 64GB, in the user's notation.

import { ScanError } from '../errors.ts';
import type { Limits } from '../model.ts';
import { DEFAULT_LIMITS } from '../source/limits.ts';

export interface LimitFlags {
  readonly maxEntries?: string;
  readonly maxInflatedBytes?: string;
  readonly maxRatio?: string;
  readonly maxDepth?: string;
  readonly maxNestedBytes?: string;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/** The limits of a run: the defaults, changed by the flags that were given. Throws ScanError on a value that is no number. */
export function limitsFrom(flags: LimitFlags): Limits {
  return {
    entries: read('--max-entries', flags.maxEntries) ?? DEFAULT_LIMITS.entries,
    inflatedBytes: read('--max-inflated-bytes', flags.maxInflatedBytes) ?? DEFAULT_LIMITS.inflatedBytes,
    ratio: read('--max-ratio', flags.maxRatio) ?? DEFAULT_LIMITS.ratio,
    depth: read('--max-depth', flags.maxDepth) ?? DEFAULT_LIMITS.depth,
    nestedBytes: read('--max-nested-bytes', flags.maxNestedBytes) ?? DEFAULT_LIMITS.nestedBytes,
  };
}

/** `1000` or `64GB` as a number; undefined for anything else, and for 0. */
export function sizeOf(text: string): number | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,15}(?:\.\d{1,3})?)\s?([KMGT]B|)$/i.exec(text.trim()) ?? [];
  const value = Number(digits) * (UNITS[unit.toUpperCase()] ?? 1);
  return value > 0 ? value : undefined;
}

function read(flag: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = sizeOf(given);
  if (value === undefined) {
    throw new ScanError(
      `${flag} needs a number above 0.`,
      `Write for instance ${flag} 1000, or 64GB where it is a size.`,
    );
  }
  return value;
}
