import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/extract/kind.ts';
import { pdfReader } from '../../src/extract/pdf/pdf.ts';
import { pdfSample } from '../../src/extract/pdf/sample.ts';
import { LIMITS } from './limits.ts';

const read = async (bytes: Uint8Array, limits = LIMITS) =>
  (await pdfReader.ready(limits, {})).read(bytes, 'letter.pdf');

/** Objects in order, each as its text; the last argument adds to the trailer. */
function pdf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

const stream = (text: string, entries = '') => `<<${entries}/Length ${text.length}>>\nstream\n${text}\nendstream`;
const words = (...lines: string[]) =>
  lines.map((line, at) => `BT /F 14 Tf 40 ${700 - at * 30} Td (${line}) Tj ET`).join('\n');
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';

/** A page of this size with this content; `more` are objects from 6 on, `entries` stand in the page. */
const page = (content: string, { box = '600 800', entries = '', resources = '', more = [] as string[] } = {}) => [
  CATALOG,
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${box}]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${resources}>>${entries}>>`,
  stream(content),
  FONT,
  ...more,
];

const LETTER = words('Re: Mrs Nesta Quarrington DOB 12/01/1951', 'NHS No 999 107 9203', 'seen in the clinic today');

describe('a PDF with text', () => {
  it('gives the text of a page in its place, and is not drawn', async () => {
    const { passages, inner, unread, facts } = await read(pdf(page(LETTER)));
    expect(passages).toEqual([{ place: 'page 1', text: expect.stringContaining('999 107 9203'), by: 'typed' }]);
    expect(passages[0]?.text).toContain('Quarrington');
    expect([inner, unread]).toEqual([[], []]);
    expect(facts).toContainEqual({ name: 'pages', value: '1' });
  });

  it('tells its author and title', async () => {
    const info = '<</Author(Ida Fennimore)/Title(Letter on Nesta Quarrington)/ModDate(D:20240903101500)>>';
    const { passages, facts } = await read(pdf([...page(LETTER), info], '/Info 6 0 R'));
    expect(passages).toContainEqual({ place: 'property: author', text: 'Ida Fennimore', by: 'told' });
    expect(facts).toContainEqual({ name: 'title', value: 'Letter on Nesta Quarrington' });
    expect(facts).toContainEqual({ name: 'modified', value: '2024-09-03' });
  });

  it('gives notes written on the page, and what a form is filled in with', async () => {
    const note = '<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(ring her son)/T(Ida Fennimore)>>';
    const field = '<</Type/Annot/Subtype/Widget/FT/Tx/T(NHS number)/V(999 107 9203)/Rect[40 40 90 60]/F 4>>';
    const objects = page(LETTER, { entries: '/Annots[6 0 R 7 0 R]', more: [note, field] });
    objects[0] = '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[7 0 R]>>>>';
    const { passages } = await read(pdf(objects));
    expect(passages).toContainEqual({ place: 'page 1, note', text: 'ring her son', by: 'typed' });
    expect(passages).toContainEqual({ place: 'page 1, form field', text: 'NHS number: 999 107 9203', by: 'typed' });
  });
});

describe('a page that must be looked at', () => {
  it('is drawn when it has fewer than 20 letters', async () => {
    const { inner } = await read(pdf(page('0 0 1 rg 10 10 300 300 re f')));
    expect(inner.map(({ name }) => name)).toEqual(['page 1 as a picture']);
    expect(Buffer.from(inner[0]!.bytes.subarray(1, 4)).toString()).toBe('PNG');
  });

  it('is drawn when a picture covers most of it, text or not', async () => {
    const image = stream(
      '\xff\x00\x00',
      '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8',
    );
    const content = `${LETTER}\nq 590 0 0 790 0 0 cm /I Do Q`;
    const { inner, passages } = await read(pdf(page(content, { resources: '/XObject<</I 6 0 R>>', more: [image] })));
    expect(inner).toHaveLength(1);
    expect(passages[0]?.text).toContain('Quarrington');
  });

  it('is not drawn when it is blank', async () => {
    expect((await read(pdf(page('')))).inner).toEqual([]);
  });

  it('comes out small, and says that it was not read, when it measures kilometres', async () => {
    const { inner, unread } = await read(pdf(page('0 0 1 rg 10 10 300 300 re f', { box: '200000 200000' })));
    const header = Buffer.from(inner[0]!.bytes);
    expect(header.readUInt32BE(16) * header.readUInt32BE(20)).toBeLessThanOrEqual(8e6);
    expect(unread).toEqual([{ reason: 'media-partly-read', place: 'page 1 as a picture' }]);
  });
});

describe('a PDF that is not read', () => {
  it('says from which page on there were more than may be read', async () => {
    const objects = page(LETTER);
    objects[1] = '<</Type/Pages/Kids[3 0 R 3 0 R 3 0 R]/Count 3>>';
    const { passages, unread } = await read(pdf(objects), { ...LIMITS, pages: 2 });
    expect(passages.map(({ place }) => place)).toEqual(['page 1', 'page 2']);
    expect(unread).toEqual([{ reason: 'media-too-big', place: 'page 3 and what follows' }]);
  });

  it('is damaged when it is cut', async () => {
    const whole = pdf(page(LETTER));
    const { unread } = await read(whole.subarray(0, whole.length * 0.6));
    expect(unread.map(({ reason }) => reason)).toContain('media-damaged');
  });

  it('is locked when it needs a password', async () => {
    const lock = `<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`;
    const { passages, unread } = await read(
      pdf([...page(LETTER), lock], `/Encrypt 6 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`),
    );
    expect([passages, unread]).toEqual([[], [{ reason: 'media-locked' }]]);
  });
});

it('recognises its own sample and reads the word in it', async () => {
  const { bytes, name, word } = pdfSample();
  expect(await recognise(bytes, name)).toEqual({ kind: 'pdf' });
  expect((await read(bytes)).passages[0]?.text).toContain(word);
});
