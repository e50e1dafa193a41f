// What was found in an archive or folder: the files to read, what could not be offered for reading, and the issues of both.

import { ISSUES, type IssueCode } from '../issues.ts';
import type { Issue, NotExamined, SourceFile } from '../model.ts';

/** Order by code unit, the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

export class Inventory {
  readonly #files: SourceFile[] = [];
  readonly #notExamined: NotExamined[] = [];
  readonly #counts = new Map<IssueCode, number>();

  offer(file: SourceFile): void {
    this.#files.push(file);
  }

  /** Something that will not be read: a row of its own, and an issue of the source. */
  leaveOut(path: string, kind: 'file' | 'archive', reason: IssueCode): void {
    this.#notExamined.push({ path, kind, reason });
    this.note(partial(kind, reason));
  }

  note(code: IssueCode, count = 1): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  /** Sorted by path. */
  get files(): readonly SourceFile[] {
    return this.#files.toSorted(byPath);
  }

  /** Sorted by path. */
  get notExamined(): readonly NotExamined[] {
    return this.#notExamined.toSorted(byPath);
  }

  /** One for each code, in the order of issues.ts, with its count where it was met more than once. */
  get issues(): readonly Issue[] {
    const codes = Object.keys(ISSUES) as IssueCode[];
    return codes.flatMap((code) => {
      const count = this.#counts.get(code) ?? 0;
      if (count === 0) return [];
      return count === 1 ? [{ code }] : [{ code, count }];
    });
  }
}

/** Being unreadable is a fact about one file in the source: the source itself is then read in part. */
function partial(kind: 'file' | 'archive', reason: IssueCode): IssueCode {
  if (ISSUES[reason].effect !== 'unreadable') return reason;
  return kind === 'archive' ? 'nested-archive' : 'file-unreadable';
}
