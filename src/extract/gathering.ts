// What a reader of documents gathers while it reads: texts up to the limit of characters, inner files up to their number, and once for
// each place why something there was not read.

import type { IssueCode } from '../issues.ts';
import type { FileFact, InnerFile, Passage, Reading, ReadingLimits, Unread } from './reader.ts';

/** A passage is rounded off at this many characters: it is still read as a whole, and a long letter is not one single text. */
const LONG_PASSAGE = 4000;

export class Gathering {
  readonly #limits: ReadingLimits;
  readonly #passages: Passage[] = [];
  /** The passage of each place that lines are still added to. */
  readonly #open = new Map<string, { text: string; at: number }>();
  readonly #facts: FileFact[] = [];
  readonly #inner: InnerFile[] = [];
  readonly #unread = new Map<string, Unread>();
  #characters = 0;

  constructor(limits: ReadingLimits) {
    this.#limits = limits;
  }

  /** True once there is as much text as may be taken. */
  get isFull(): boolean {
    return this.#characters >= this.#limits.characters;
  }

  /** Adds a passage of its own. */
  passage(place: string, text: string, by: Passage['by'] = 'typed'): void {
    const kept = this.#taken(text.trim(), place);
    if (kept !== '') this.#passages.push({ place, text: kept, by });
  }

  /** Adds a line to the passage of this place, which stands where its first line came up. */
  line(place: string, text: string, by: Passage['by'] = 'typed'): void {
    const kept = this.#taken(text.trimEnd(), place);
    if (kept.trim() === '') return;
    let open = this.#open.get(place);
    if (!open || open.text.length + kept.length > LONG_PASSAGE) {
      open = { text: '', at: this.#passages.length };
      this.#passages.push({ place, text: '', by });
      this.#open.set(place, open);
    }
    open.text += open.text === '' ? kept : `\n${kept}`;
    this.#passages[open.at] = { place, text: open.text, by };
  }

  fact(name: FileFact['name'], value: string): void {
    const kept = value.trim().slice(0, LONG_PASSAGE);
    if (kept !== '') this.#facts.push({ name, value: kept });
  }

  inner(name: string, bytes: Uint8Array): void {
    if (this.#inner.length >= this.#limits.innerFiles) this.unread('media-too-big', 'files inside it');
    else if (bytes.length > 0) this.#inner.push({ name, bytes });
  }

  /** `place`: which part, in words; none = the whole file. */
  unread(reason: IssueCode, place?: string): void {
    this.#unread.set(`${reason} ${place ?? ''}`, { reason, ...(place === undefined ? {} : { place }) });
  }

  done(): Reading {
    return {
      passages: this.#passages,
      facts: this.#facts,
      inner: this.#inner,
      unread: [...this.#unread.values()],
    };
  }

  #taken(text: string, place: string): string {
    const room = this.#limits.characters - this.#characters;
    if (text.length > room) this.unread('media-too-big', `text from here on: ${place}`);
    const kept = text.slice(0, Math.max(0, room));
    this.#characters += kept.length;
    return kept;
  }
}
