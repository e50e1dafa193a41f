import { describe, expect, it } from 'vitest';
import { textReader } from '../../src/extract/text.ts';
import { readWith, sampleIsRead, textAt } from './reading.ts';

describe('a text', () => {
  it('is read line by line, empty ones too, so that offsets are those of the file', async () => {
    const { passages, unread } = await readWith(textReader, 'Bed 4\r\n\r\nJones, Mary\n');
    expect(passages).toEqual([
      { place: 'line 1', text: 'Bed 4', by: 'typed' },
      { place: 'line 2', text: '', by: 'typed' },
      { place: 'line 3', text: 'Jones, Mary', by: 'typed' },
      { place: 'line 4', text: '', by: 'typed' },
    ]);
    expect(unread).toEqual([]);
    expect(await sampleIsRead(textReader)).toBe(true);
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from('\ufeffSiân is here, all day', 'utf16le')],
    ['UTF-16 without', Buffer.from('Siân is here, all day', 'utf16le')],
    ['Windows-1252', Buffer.from('Si\xe2n is here, all day', 'latin1')],
  ])('in %s is decoded', async (_encoding, bytes) => {
    expect(textAt(await readWith(textReader, bytes)).trim()).toBe('Siân is here, all day');
  });

  it('beyond the limit is said to be unread', async () => {
    expect((await readWith(textReader, 'one\ntwo three', { limits: { characters: 6 } })).unread).toEqual([
      { reason: 'media-partly-read', place: 'after line 2' },
    ]);
  });
});

describe('a table as text', () => {
  const list = 'Patient,DOB,NHS Number\n"ASHDOWN, Len",12/01/1951,9991079203\n"Vale, ""Kit""",,999 123 7577\n';

  it('gives each row with the headings of its cells', async () => {
    const { passages, unread } = await readWith(textReader, list, { name: 'list.csv' });
    expect(passages.slice(1)).toEqual([
      { place: 'line 2', text: 'Patient: ASHDOWN, Len; DOB: 12/01/1951; NHS Number: 9991079203', by: 'typed' },
      { place: 'line 3', text: 'Patient: Vale, "Kit"; NHS Number: 999 123 7577', by: 'typed' },
    ]);
    expect(unread).toEqual([]);
  });

  it('is known by its columns, whatever its name and signs between cells', async () => {
    expect(textAt(await readWith(textReader, list.replaceAll(',', '\t'), { name: 'list.txt' }), 'line 3')).toContain(
      'NHS Number: 999 123 7577',
    );
  });

  it('says which rows and columns were not read', async () => {
    const { passages, unread } = await readWith(textReader, list, { name: 'a.csv', limits: { rows: 2, columns: 2 } });
    expect(passages).toHaveLength(2);
    expect(unread.map(({ place }) => place)).toEqual(['after line 2', 'columns after number 2']);
  });
});
