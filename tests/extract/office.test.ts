import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/extract/kind.ts';
import { officeReader } from '../../src/extract/office/office.ts';
import { officeSample } from '../../src/extract/office/sample.ts';
import { rawZip } from '../source/archives.ts';
import { LIMITS } from './limits.ts';

const read = async (bytes: Uint8Array, limits = LIMITS) =>
  (await officeReader.ready(limits, {})).read(bytes, 'letter.docx');
const textAt = (passages: readonly { place: string; text: string }[], place: string) =>
  passages
    .filter((passage) => passage.place === place)
    .map(({ text }) => text)
    .join('\n');

const word = (body: string, parts: readonly { name: string; content: string }[] = []) =>
  rawZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'word/document.xml',
      content: body.startsWith('<?') ? body : `<w:document><w:body>${body}</w:body></w:document>`,
    },
    ...parts,
  ]);
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('a Word document', () => {
  it('gives the header first, then the letter; the rows of a list get their headings', async () => {
    const row = (...cells: string[]) =>
      new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });
    const table = new Table({
      rows: [row('Name', 'DOB', 'NHS No'), row('Nesta Quarrington', '12/01/1951', '999 107 9203')],
    });
    const document = new Document({
      creator: 'Ida Fennimore',
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Mrs Nesta Quarrington')] }) },
          children: [new Paragraph({ children: [new TextRun('Seen '), new TextRun('today')] }), table],
        },
      ],
    });
    const bytes = await Packer.toBuffer(document);
    expect(await recognise(bytes, 'without-ending')).toEqual({ kind: 'office' });
    const { passages, facts, unread } = await read(bytes);
    expect(passages[0]).toEqual({ place: 'page header', text: 'Mrs Nesta Quarrington', by: 'typed' });
    expect(textAt(passages, 'text')).toBe(
      'Seen today\nName\tDOB\tNHS No\nName: Nesta Quarrington; DOB: 12/01/1951; NHS No: 999 107 9203',
    );
    expect(facts).toContainEqual({ name: 'author', value: 'Ida Fennimore' });
    expect(unread).toEqual([]);
  });

  it('gives what was deleted, is hidden, stands in a text box or describes a picture', async () => {
    const { passages } = await read(
      word(
        `<w:p><w:r><w:t>kept </w:t></w:r><w:del w:author="Ida Fennimore"><w:r><w:delText>removed</w:delText></w:r></w:del>
         <w:ins><w:r><w:t>put in</w:t></w:r></w:ins></w:p>
         <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>not shown</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r></w:p>
         <mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('boxed')}</w:txbxContent></mc:Choice>
         <mc:Fallback><w:txbxContent>${paragraph('boxed')}${paragraph('old only')}</w:txbxContent></mc:Fallback></mc:AlternateContent>
         <w:p><w:r><wp:docPr descr="wristband of Nesta"/><wp:posOffset>9991079203</wp:posOffset></w:r></w:p>`,
      ),
    );
    expect(textAt(passages, 'text')).toMatch(/^kept\s+put in\nshown$/);
    expect(textAt(passages, 'deleted text')).toBe('removed');
    expect(textAt(passages, 'hidden text')).toBe('not shown');
    expect(textAt(passages, 'text box')).toBe('boxed\nold only');
    expect(textAt(passages, 'description of a picture')).toBe('wristband of Nesta');
    expect(passages).toContainEqual({ place: 'author of a change or comment', text: 'Ida Fennimore', by: 'told' });
    expect(JSON.stringify(passages)).not.toContain('9991079203');
  });

  it('gives comments, footnotes, links and footers in their places', async () => {
    const link =
      '<Relationships><Relationship Id="r1" Target="mailto:nesta@example.org" TargetMode="External"/></Relationships>';
    const { passages } = await read(
      word(paragraph('letter'), [
        { name: 'word/footer1.xml', content: `<w:ftr>${paragraph('below')}</w:ftr>` },
        {
          name: 'word/comments.xml',
          content: `<w:comments><w:comment>${paragraph('ring her')}</w:comment></w:comments>`,
        },
        { name: 'word/footnotes.xml', content: `<w:footnotes>${paragraph('see 999 107 9203')}</w:footnotes>` },
        { name: 'word/_rels/document.xml.rels', content: link },
      ]),
    );
    expect(passages.map(({ place, text }) => [place, text])).toEqual([
      ['text', 'letter'],
      ['footnote', 'see 999 107 9203'],
      ['comment', 'ring her'],
      ['page footer', 'below'],
      ['link', 'mailto:nesta@example.org'],
    ]);
  });

  it('hands back pictures and files in it, and passes over fonts and macros', async () => {
    const { inner } = await read(
      word(paragraph('letter'), [
        { name: 'word/media/image1.png', content: 'a' },
        { name: 'word/media/image2.jpeg', content: 'b' },
        { name: 'word/embeddings/list.xlsx', content: 'c' },
        { name: 'word/fonts/font1.odttf', content: 'd' },
        { name: 'word/vbaProject.bin', content: 'e' },
      ]),
    );
    expect(inner.map(({ name }) => name)).toEqual(['picture 1', 'picture 2', 'list.xlsx']);
  });
});

describe('slides', () => {
  it('bear the numbers under which they are shown, with notes and hidden ones', async () => {
    const slide = (text: string, attributes = '') =>
      `<p:sld${attributes}><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;
    const { passages } = await read(
      rawZip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        {
          name: 'ppt/presentation.xml',
          content: '<p:presentation><p:sldId id="256" r:id="b"/><p:sldId id="257" r:id="a"/></p:presentation>',
        },
        {
          name: 'ppt/_rels/presentation.xml.rels',
          content: `<Relationships>${relation('a', 'slide', 'slides/slide1.xml')}${relation('b', 'slide', 'slides/slide2.xml')}</Relationships>`,
        },
        { name: 'ppt/slides/slide1.xml', content: slide('made first', ' show="0"') },
        { name: 'ppt/slides/slide2.xml', content: slide('shown first') },
        { name: 'ppt/notesSlides/notesSlide1.xml', content: slide('say this') },
        {
          name: 'ppt/notesSlides/_rels/notesSlide1.xml.rels',
          content: `<Relationships>${relation('n', 'slide', '../slides/slide2.xml')}</Relationships>`,
        },
      ]),
    );
    expect(passages.map(({ place, text }) => [place, text])).toEqual([
      ['slide 2 (hidden)', 'made first'],
      ['slide 1', 'shown first'],
      ['notes of slide 1', 'say this'],
    ]);
  });
});

describe('an OpenDocument text', () => {
  const flat = (content: string) =>
    Buffer.from(
      `<office:document xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.text">${content}</office:document>`,
    );

  it('gives headers, deleted and hidden text, comments and slides in their places', async () => {
    const bytes =
      flat(`<office:automatic-styles><style:style style:name="T1"><style:text-properties text:display="none"/></style:style></office:automatic-styles>
      <office:master-styles><style:header><text:p>Mrs Nesta Quarrington</text:p></style:header></office:master-styles>
      <office:body><text:tracked-changes><text:deletion><text:p>removed</text:p></text:deletion></text:tracked-changes>
      <text:p>NHS<text:s text:c="2"/>No<text:span text:style-name="T1">not shown</text:span><office:annotation><dc:creator>Ida Fennimore</dc:creator><dc:date>2024-09-03</dc:date><text:p>ring her</text:p></office:annotation></text:p>
      <draw:page draw:master-page-name="m"><text:p>shown</text:p><presentation:notes><text:p>said</text:p></presentation:notes></draw:page></office:body>`);
    expect(await recognise(bytes, 'x')).toEqual({ kind: 'office' });
    const { passages, unread } = await read(bytes);
    expect(Object.fromEntries(passages.map(({ place, text }) => [place, text]))).toEqual({
      'page header': 'Mrs Nesta Quarrington',
      'deleted text': 'removed',
      text: 'NHS  No',
      'hidden text': 'not shown',
      comment: 'ring her',
      'author of a change or comment': 'Ida Fennimore',
      'slide 1': 'shown',
      'notes of slide 1': 'said',
    });
    expect(unread).toEqual([]);
  });

  it('is locked when its manifest says so', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const { passages, unread } = await read(
      rawZip([
        { name: 'content.xml', content: 'x' },
        { name: 'META-INF/manifest.xml', content: manifest },
      ]),
    );
    expect([passages, unread]).toEqual([[], [{ reason: 'media-locked' }]]);
  });
});

describe('a hostile document', () => {
  it('has nothing expanded or opened that its declaration names, and says so; the rest is read', async () => {
    const { passages, unread } = await read(
      word(
        `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>
        <w:document>${paragraph('kept &a; &c;')}</w:document>`,
        [{ name: 'word/header1.xml', content: `<w:hdr>${paragraph('Mrs Nesta Quarrington')}</w:hdr>` }],
      ),
    );
    expect(textAt(passages, 'text')).toBe('kept &a; &c;');
    expect(textAt(passages, 'page header')).toBe('Mrs Nesta Quarrington');
    expect(unread).toEqual([{ reason: 'media-partly-read', place: 'text' }]);
  });

  it('is read up to the limit of a part, counted while it unpacks', async () => {
    const limits = { ...LIMITS, inflatedPart: 2 ** 20 };
    const { passages, unread } = await read(word(paragraph('kept') + paragraph('A'.repeat(3 * 2 ** 20))), limits);
    expect(textAt(passages, 'text')).toContain('kept');
    expect(unread).toEqual([{ reason: 'media-too-big', place: 'text' }]);
  });

  it('is read up to the limit of characters', async () => {
    const { passages, unread } = await read(word(paragraph('abcdef') + paragraph('ghijkl')), {
      ...LIMITS,
      characters: 8,
    });
    expect(textAt(passages, 'text')).toBe('abcdef\ngh');
    expect(unread).toEqual([{ reason: 'media-too-big', place: 'text from here on: text' }]);
  });

  it('is damaged when it is cut', async () => {
    const whole = word(paragraph('letter'));
    expect((await read(whole.subarray(0, whole.length - 30))).unread).toEqual([{ reason: 'media-damaged' }]);
  });
});

it('recognises its own sample and reads the word in it', async () => {
  const { bytes, name, word: expected } = officeSample();
  expect(await recognise(bytes, name)).toEqual({ kind: 'office' });
  expect((await read(bytes)).passages[0]?.text).toBe(expected);
});
