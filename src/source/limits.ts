// How much an archive may make us do. A small file can unpack to more than any disk holds ("zip bomb").

import { SourceError } from '../errors.ts';
import type { Limits } from '../model.ts';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

export const DEFAULT_LIMITS: Limits = {
  entries: 100_000,
  /** Only what is opened counts: chats, not the media beside them. The largest chat an app exports stays far below 1 GiB. */
  inflatedBytes: 64 * GIB,
  /**
   * Chats deflate by 3 to 10. Tried: a bot that posts one line every minute reaches 38, one long line 123, because the
   * times differ. Deflate cannot pass 1032, and bombs are built to come close to that.
   */
  ratio: 200,
  depth: 2,
  /** Well below the memory of an office computer, well above an export without media. */
  nestedBytes: 512 * MIB,
};

/** Below this a high ratio is harmless: a page of one repeated line must not look like an attack. */
const RATIO_APPLIES_FROM = MIB;

/** Told how many bytes of a file have come out so far, in this pass; throws SourceError once that is too many. */
export type Meter = (produced: number) => void;

/** What one source may still unpack. Each byte of an entry counts once, however often the entry is read. */
export class Budget {
  readonly #limits: Limits;
  #inflated = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The meter of one entry that takes `packed` bytes in the archive. */
  meter(packed: number): Meter {
    let counted = 0;
    return (produced) => {
      const more = Math.max(0, produced - counted);
      if (this.#inflated + more > this.#limits.inflatedBytes && more > 0) throw new SourceError('limit-inflated-bytes');
      if (produced > RATIO_APPLIES_FROM && produced > packed * this.#limits.ratio) throw new SourceError('limit-ratio');
      this.#inflated += more;
      counted += more;
    };
  }
}
