// What every report format has in common. Records come in as they are made and text goes out at once, so that a chat with a
// million findings needs no memory; what a format must know first (totals, say) it keeps itself, within a bound.

import type {
  Category,
  ChatRecord,
  HoldKind,
  MessageRecord,
  NotExaminedRecord,
  SourceRecord,
  Summary,
  ToolRecord,
} from '../model.ts';

/** What the ids of the pattern and policy files mean, in the words that these files give. */
export interface Wording {
  /** Short name of a category, e.g. `NHS number`. */
  category(id: Category): string;
  /** What a combination rule says. */
  rule(id: string): string;
  /** Why an entry of a policy acts. */
  entry(id: string): string;
  /** What a kind of hold is called, what it warns of, and the clauses behind it. */
  holdKind(kind: HoldKind): { readonly name: string; readonly says: string; readonly because: readonly string[] };
  /** Where a clause comes from, what it asks for, and on which date its wording was confirmed. */
  clause(id: string): {
    readonly source: string;
    readonly says: string;
    readonly kind?: string;
    readonly verifiedOn?: string | undefined;
  };
}

export interface ReportOptions {
  /** Whether escape sequences for colour may be written; decided by the caller for the stream that the text goes to. */
  readonly color: boolean;
  /** Columns of the screen. */
  readonly width: number;
  /** Set where the records come with what a deliberate reveal adds; the report must say so at its top, with the reason. */
  readonly reveal?: { readonly reason: string };
  /** Whom to ask, as the Trust wrote it into its configuration (Trust policy, last paragraph); never made up. */
  readonly contact?: string;
}

/** Text, or the bytes of a format that is not text. */
export type Written = string | Uint8Array;

/**
 * Each method returns the text to be written now, '' when there is none yet. Calls come in this order: for every source, for
 * every chat of it, its reported messages in order and then the chat; after its chats the source. Rows of what was not
 * examined may come at any time; `end` comes once, last.
 */
export interface ReportWriter {
  message(record: MessageRecord): string;
  chat(record: ChatRecord): string;
  source(record: SourceRecord): string;
  notExamined(row: NotExaminedRecord): string;
  end(summary: Summary): Written | Promise<Written>;
}

export type OpenReport = (tool: ToolRecord, wording: Wording, options: ReportOptions) => ReportWriter;

export interface ReportFormat {
  /** The word after `--format`. */
  readonly id: string;
  /** Of a file in this format, without the dot. */
  readonly extension: string;
  /** Not text: it is never printed on a screen. */
  readonly isBinary?: boolean;
  /** Whether it can show what a deliberate reveal adds to the records; `only`: without that it has nothing to say. */
  readonly reveals?: 'too' | 'only';
  /** One line for the help. */
  readonly describes: string;
  /** Loads the code of the format and starts a report. */
  open(...args: Parameters<OpenReport>): Promise<ReportWriter>;
}
