import { describe, expect, it } from 'vitest';
import { contactReader } from '../../src/extract/contact.ts';
import { readWith, sampleIsRead, textAt } from './reading.ts';

const card = (version: string, ...lines: string[]): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');

describe('a contact card', () => {
  it('gives every value with its label, lines joined and escapes undone, and the photo', async () => {
    const photo = Buffer.from('hello').toString('base64');
    const reading = await readWith(
      contactReader,
      card(
        '3.0',
        'N:Vale;Kit;;Mrs;',
        'item1.TEL;TYPE=CELL:07700 900123',
        'item1.X-ABLabel:_$!<Daughter>!$_',
        'BDAY:19510112',
        'NOTE:NHS 999 107\\, bed 4\\nconfused an',
        ' d frail',
        `PHOTO;ENCODING=b;TYPE=JPEG:${photo.slice(0, 4)}`,
        ` ${photo.slice(4)}`,
      ) +
        card(
          '4.0',
          'FN:Siân',
          'BDAY:1951-01-12',
          'TEL;VALUE=uri:tel:07700900456',
          `PHOTO:data:image/jpeg;base64,${photo}`,
        ),
    );
    expect(textAt(reading, 'card 1')).toBe(
      'Surname and first names: Vale, Kit, Mrs\nDaughter: 07700 900123\nDate of birth: 12/01/1951\nNote: NHS 999 107, bed 4\nconfused and frail',
    );
    expect(textAt(reading, 'card 2')).toBe('Name: Siân\nDate of birth: 12/01/1951\nTel: 07700900456');
    expect(reading.inner.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['card 1, photo', 'hello'],
      ['card 2, photo', 'hello'],
    ]);
    expect(await sampleIsRead(contactReader)).toBe(true);
  });

  it('of an old phone is decoded', async () => {
    const reading = await readWith(
      contactReader,
      card(
        '2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:O=27Neill;Si=C3=',
        '=A2n;;;',
        'TEL;CELL:07700900456',
        'NOTE;QUOTED-PRINTABLE:bed=204',
      ),
    );
    expect(textAt(reading)).toBe("Surname and first names: O'Neill, Siân\nTel: 07700900456\nNote: bed 4");
  });

  it('gives words that belong to no name', async () => {
    expect(textAt(await readWith(contactReader, 'Mrs Vale is in bed 4', { name: 'x.vcf' }))).toBe(
      'Mrs Vale is in bed 4',
    );
  });
});
