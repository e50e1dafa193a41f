// Letters from Word before 2007 (.doc): body, headers, footers, notes, comments, text boxes, the pictures in it, and what the file tells of
// itself. The text is read through word-extractor, the container through the reader of Outlook's files, which is the same.

import { Gathering } from '../gathering.ts';
import type { Reader } from '../reader.ts';
import { TableRows } from '../table-rows.ts';
import { picturesIn } from './pictures.ts';
import { summaryOf } from './summary.ts';

export const word97Reader: Reader = {
  kind: 'word-97',
  title: 'Word documents of before 2007 (.doc)',
  packages: ['word-extractor', '@kenjiuno/msgreader'],
  ready: async (limits) => {
    const { default: WordExtractor } = await import('word-extractor');
    const { Reader: Container } = await import('@kenjiuno/msgreader/lib/Reader.js');
    return {
      read: async (bytes) => {
        const gathering = new Gathering(limits);
        const container = new Container(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        container.parse();
        const root = container.rootFolder();
        const main = root.readFile('WordDocument') ?? new Uint8Array();
        if (isLocked(main)) gathering.unread('media-locked');
        else {
          const document = await new WordExtractor().extract(Buffer.from(bytes));
          const asItIs = { filterUnicode: false };
          take('page header', document.getHeaders({ ...asItIs, includeFooters: false }), gathering);
          take('text', document.getBody(asItIs), gathering);
          take('page footer', document.getFooters(asItIs), gathering);
          take('footnote', document.getFootnotes(asItIs), gathering);
          take('endnote', document.getEndnotes(asItIs), gathering);
          take('comment', document.getAnnotations(asItIs), gathering);
          take('text box', document.getTextboxes(asItIs), gathering);
          picturesIn([main, root.readFile('Data') ?? new Uint8Array()], gathering);
        }
        summaryOf(root.readFile('\x05SummaryInformation'), gathering);
        if (root.subFolders().some(({ name }) => name === 'ObjectPool'))
          gathering.unread('media-partly-read', 'files placed in it');
        return gathering.done();
      },
    };
  },
};

/** Bit fEncrypted of the header of the main stream ([MS-DOC], 2.5.2). */
const isLocked = (main: Uint8Array): boolean => ((main[0x0b] ?? 0) & 1) === 1;

/** Each cell of a table ends with a tab, so a row is a line that does. */
function take(place: string, text: string, gathering: Gathering): void {
  let table = new TableRows();
  for (const line of text.split('\n')) {
    if (line.endsWith('\t')) gathering.line(place, table.line(line.split('\t')));
    else {
      gathering.line(place, line);
      table = new TableRows();
    }
  }
}
