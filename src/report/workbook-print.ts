// What a sheet needs to be filled in and printed, and what the library that writes workbooks has no option for: a list of choices for a
// column, a marking and page numbers on every printed page, the head row repeated.

import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { forHtml } from './escape.ts';

export interface PrintSetup {
  /** On every printed page, with the page's number below; pages repeat the first row, and the first column of a sheet with choices. */
  readonly marking?: string;
  /** A column, from 0, whose cells offer these words. */
  readonly choices?: { readonly column: number; readonly words: readonly string[] };
}

type PrintedSheet = PrintSetup & { readonly name: string; readonly rows: readonly unknown[] };
export function printFeature(sheets: readonly PrintedSheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            return sheet === undefined ? xml : withMarking(withChoices(xml, sheet), sheet);
          },
        },
        'xl/workbook.xml': { transform: (xml) => withRepeatedHead(xml, sheets) },
      },
    },
  };
}

// The order of elements in a sheet is fixed (ECMA-376 part 1, 18.3.1.99): choices before the margins, headers after the page setup.
function withChoices(xml: string, { choices, rows }: PrintedSheet): string {
  if (choices === undefined || rows.length === 0) return xml;
  const column = letters(choices.column);
  const words = forHtml(`"${choices.words.join(',')}"`);
  const list = `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${column}2:${column}${rows.length + 1}"><formula1>${words}</formula1></dataValidation></dataValidations>`;
  return xml.replace('<pageMargins ', (margins) => list + margins);
}

function withMarking(xml: string, { marking }: PrintedSheet): string {
  if (marking === undefined) return xml;
  // An ampersand starts a code there; two of them print one.
  const text = forHtml(`&C&B${marking.replaceAll('&', '&&')}`);
  const headers = `<headerFooter><oddHeader>${text}</oddHeader><oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter>`;
  return xml.replace(/<pageSetup [^>]*\/>/, (setup) => setup + headers);
}

function withRepeatedHead(xml: string, sheets: readonly PrintedSheet[]): string {
  const names = sheets.flatMap(({ marking, name, choices }, at) => {
    const repeated = `${choices === undefined ? '' : `'${name}'!$A:$A,`}'${name}'!$1:$1`;
    return marking === undefined
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${repeated}</definedName>`];
  });
  return names.length === 0
    ? xml
    : xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
}

/** 0 is A, 25 is Z, 26 is AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
