// What a reader of one app's exports must offer. To add an app: a folder beside this file and a line in formats.ts.

import type { Conversation, DateOrder, SourceFile } from '../model.ts';
import type { Shelf } from './media.ts';
import type { ColumnMap } from './table/columns.ts';

export interface SurveyOptions {
  /** Overrides what the file shows. */
  readonly dateOrder?: DateOrder['order'];
  /** Title that the names of file and archive suggest; '' when they say nothing. */
  readonly title: string;
  /** Columns of a table, as the user names them. */
  readonly columns?: ColumnMap;
  /** The other files of the source, for attachments. */
  readonly shelf: Shelf;
}

/** What an officer must know of a format: `ig-scan formats` prints it, and the README shows it. Phrases, without a full stop. */
interface AboutFormat {
  /** What to hand in, and how it comes about. */
  readonly handIn: string;
  /** The signs in a file by which it is recognised. */
  readonly toldBy: string;
  /** What an export of it leaves out, or the program leaves alone, beyond what is so for all formats. */
  readonly limits: string;
  /** An invented export of it, below fixtures/. */
  readonly example: string;
}

export interface ChatFormat {
  readonly id: string;
  readonly app: string;
  /** As an officer would call it: the app, then which of its exports. */
  readonly name: string;
  readonly about: AboutFormat;
  /** 0 to 1: how much the beginning of a file (64 KB of text) looks like a chat of this format; `columns` are those of --map. */
  recognise(head: string, path: string, columns?: ColumnMap): number;
  /** Of the files recognised, those that are read together (parts of one thread, pages of one chat), in reading order; without it each stands alone. */
  gather?(files: readonly SourceFile[]): readonly (readonly SourceFile[])[];
  /** Reads the files to their end for the facts of the chats in them; the messages are read again when asked for. */
  survey(files: readonly SourceFile[], options: SurveyOptions): Promise<readonly Conversation[]>;
}

/** The survey of a format whose files stand alone: one after another, so that no two are held at once. */
export const fileByFile =
  (
    surveyFile: (file: SourceFile, options: SurveyOptions) => Promise<Conversation | readonly Conversation[]>,
  ): ChatFormat['survey'] =>
  async (files, options) => {
    const chats: Conversation[] = [];
    for (const file of files) chats.push(...[await surveyFile(file, options)].flat());
    return chats;
  };
