import { utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/extract/kind.ts';
import { spreadsheetSample } from '../../src/extract/spreadsheet/sample.ts';
import { spreadsheetReader } from '../../src/extract/spreadsheet/spreadsheet.ts';
import { LIMITS } from './limits.ts';

const read = async (bytes: Uint8Array, limits = LIMITS) =>
  (await spreadsheetReader.ready(limits, {})).read(bytes, 'list');

/** A ward list with a date, a number typed as a number, a comment, a hidden row and column, and a hidden sheet. */
function wardList(): WorkBook {
  const list = utils.aoa_to_sheet(
    [
      ['Patient', 'DOB', 'NHS No', 'Bed'],
      ['QUARRINGTON, Nesta', new Date(Date.UTC(1951, 0, 12)), 9991079203, '4'],
      ['PELLOWE, Idris', new Date(Date.UTC(1944, 8, 17)), '999 123 7577', '5'],
    ],
    { UTC: true, cellDates: true },
  );
  list.A2.c = [{ a: 'Ida Fennimore', t: 'daughter rang' }];
  list['!rows'] = [{}, {}, { hidden: true }];
  list['!cols'] = [{}, {}, {}, { hidden: true }];
  const hidden = utils.aoa_to_sheet([['NHS 999 131 6760']]);
  return {
    SheetNames: ['Ward 7', 'Old'],
    Sheets: { 'Ward 7': list, Old: hidden },
    Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] },
  };
}
const as = (bookType: 'xlsx' | 'xlsb' | 'xls' | 'ods'): Buffer =>
  write(wardList(), { type: 'buffer', bookType, compression: true, cellDates: true });

describe.each(['xlsx', 'xlsb', 'xls', 'ods'] as const)('a ward list as %s', (type) => {
  it('gives each row with its headings, dates day first and numbers whole', async () => {
    const bytes = as(type);
    expect(await recognise(bytes, `list.${type}`)).toEqual({ kind: 'spreadsheet' });
    expect(await recognise(bytes, `list.${type}`)).not.toEqual({ kind: 'office' });
    const { passages, unread } = await read(bytes);
    const texts = passages.map(({ text }) => text);
    expect(texts).toContain('Patient: QUARRINGTON, Nesta; DOB: 12/01/1951; NHS No: 9991079203; Bed: 4');
    expect(texts).toContain('Patient: PELLOWE, Idris; DOB: 17/09/1944; NHS No: 999 123 7577; Bed: 5');
    expect(texts).toContain('NHS 999 131 6760');
    expect(unread).toEqual([]);
  });
});

describe('what is hidden in a spreadsheet', () => {
  it('is read, and its place says so', async () => {
    const { passages, facts } = await read(as('xlsx'));
    const places = passages.map(({ place }) => place);
    expect(places).toContain('sheet "Ward 7", row 3 (hidden), hidden column D');
    expect(places).toContain('sheet "Old" (hidden), row 1');
    expect(facts).toContainEqual({ name: 'hidden', value: 'sheet "Old" (hidden)' });
    expect(passages).toContainEqual({
      place: 'sheet "Ward 7", row 2, comment',
      text: 'Ida Fennimore: daughter rang',
      by: 'typed',
    });
  });

  it('is told by the styles of an OpenDocument sheet, and one row that stands for a million is read once', async () => {
    const content = `<office:document xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
      <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
      <table:table table:name="Old" table:style-name="ta2"><table:table-column table:visibility="collapse"/>
      <table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="9991079203"><office:annotation><text:p>ring her</text:p></office:annotation><text:p>9.99E+09</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="16383"/></table:table-row></table:table></office:document>`;
    const { passages, unread } = await read(Buffer.from(content));
    expect(passages.slice(1).map(({ place, text }) => [place, text])).toEqual([
      ['sheet "Old" (hidden), row 1, hidden column A', '9991079203'],
      ['sheet "Old" (hidden), row 1, comment', 'ring her'],
    ]);
    expect(unread).toEqual([]);
  });
});

describe('a spreadsheet beyond the limits', () => {
  const rows = (count: number, columns: number): Buffer =>
    write(
      {
        SheetNames: ['Big'],
        Sheets: { Big: utils.aoa_to_sheet(Array.from({ length: count }, (_, at) => Array(columns).fill(`c${at}`))) },
      },
      { type: 'buffer', bookType: 'xlsx', compression: true },
    );

  it.each([
    ['rows', { rows: 3 }, 'sheet "Big": some of its rows'],
    ['columns', { columns: 4 }, 'sheet "Big": columns beyond D'],
    ['sheets', { sheets: 0 }, 'sheet 1 and what follows'],
  ])('says which %s were not read', async (_, limit, place) => {
    const { unread } = await read(rows(6, 6), { ...LIMITS, ...limit });
    expect(unread).toContainEqual({ reason: 'media-too-big', place });
  });

  it('has its first rows read when a sheet unpacks to more than a part may', async () => {
    const { passages, unread } = await read(rows(3000, 30), { ...LIMITS, inflatedPart: 1.5 * 2 ** 20 });
    expect(passages.length).toBeGreaterThan(10);
    expect(unread).toContainEqual({ reason: 'media-too-big', place: 'sheet 1: some of its rows' });
  });

  it('is damaged when it is cut', async () => {
    const whole = rows(10, 4);
    expect((await read(whole.subarray(0, whole.length - 40))).unread).toEqual([{ reason: 'media-damaged' }]);
  });
});

it('recognises its own sample and reads the word in it', async () => {
  const { bytes, name, word } = spreadsheetSample();
  expect(await recognise(bytes, name)).toEqual({ kind: 'spreadsheet' });
  expect((await read(bytes)).passages.map(({ text }) => text)).toContain(word);
});
