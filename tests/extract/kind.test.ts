import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { recognise } from '../../src/extract/kind.ts';

const bytes = (latin1: string): Buffer => Buffer.from(latin1, 'latin1');

async function zip(...names: string[]): Promise<Buffer> {
  const file = new ZipFile();
  for (const name of names) file.addBuffer(Buffer.from('x'), name, { compress: false });
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A compound file with these streams in its directory, which begins in the second sector. */
function compound(...names: string[]): Buffer {
  const file = Buffer.alloc(512 * 3);
  bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xfffffffe, 512 + 4);
  for (const [at, name] of names.entries()) {
    const start = 1024 + at * 128;
    file.write(name, start, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, start + 64);
  }
  return file;
}

describe('the kind of a file', () => {
  it.each([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'scan.pdf', 'image'],
    ['\x89PNG\r\n\x1a\n', 'x', 'image'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'x', 'image'],
    ['\0\0\0\x18ftypheic\0\0\0\0', 'x', 'image'],
    ['\0\0\0\x18ftypM4A \0\0\0\0', 'x', 'audio'],
    ['\0\0\0\x18ftypisom\0\0\0\0', 'x', 'video'],
    ['OggS\0\x02', 'PTT-1.opus', 'audio'],
    ['%PDF-1.7\n', 'x', 'pdf'],
    ['\r\nsome server said this\r\n%PDF-1.4\n', 'x', 'pdf'],
    ['{\\rtf1\\ansi', 'letter.doc', 'rtf'],
    ['BEGIN:VCARD\r\nVERSION:2.1', 'x.txt', 'contact'],
    ['\xef\xbb\xbfBEGIN:VCALENDAR\r\n', 'x', 'calendar'],
    ['Return-Path: <a@example.org>\r\nFrom: a\r\nTo: b\r\n\r\nhello', 'x.txt', 'email'],
    ['From: the ward\nTo: all\nDate: today\n\na letter', 'x.txt', 'text'],
    ['<!DOCTYPE html><p>hello', 'x', 'web-page'],
    ['<?xml version="1.0"?><svg xmlns="x"/>', 'x', 'image'],
    ['<?xml version="1.0"?>\n<office:document office:version="1.3">', 'x.fodp', 'office'],
    ['name,dob\nA,B\n', 'list.csv', 'text'],
    ['BMI 31, plan agreed', 'x.txt', 'text'],
  ])('of %j called %s is %s', async (content, name, kind) => {
    expect(await recognise(bytes(content), name)).toEqual({ kind });
  });

  it.each([
    [['[Content_Types].xml', '_rels/.rels', 'word/document.xml'], 'office'],
    [['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'], 'spreadsheet'],
    [['mimetype', 'META-INF/manifest.xml'], 'office'],
    [['scan.jpg', 'letter.docx'], 'archive'],
  ])('of a zip with %j is %s', async (names, kind) => {
    expect(await recognise(await zip(...names), 'x.bin')).toEqual({ kind });
  });

  it('of an OpenDocument sheet is told by its type', async () => {
    const file = new ZipFile();
    file.addBuffer(Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), 'mimetype', { compress: false });
    file.addBuffer(Buffer.from('x'), 'content.xml');
    file.end();
    const chunks: Buffer[] = [];
    for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
    expect(await recognise(Buffer.concat(chunks), 'x')).toEqual({ kind: 'spreadsheet' });
  });

  it.each([
    [['Root Entry', 'WordDocument'], { kind: 'word-97' }],
    [['Root Entry', 'Workbook', 'WordDocument'], { kind: 'spreadsheet' }],
    [['Root Entry', '__properties_version1.0'], { kind: 'outlook-message' }],
    [['Root Entry', 'EncryptedPackage'], { reason: 'media-locked' }],
    [['Root Entry'], { reason: 'media-kind-unknown' }],
  ])('of a compound file with %j', async (names, expected) => {
    expect(await recognise(compound(...names), 'x.doc')).toEqual(expected);
  });

  it.each([
    ['', 'empty'],
    ['\x1f\x8b\x08', 'media-kind-unknown'],
    ['7z\xbc\xaf\x27\x1c', 'archive-7z'],
    ['\x01\x02\x03\x04\x05\x06', 'media-kind-unknown'],
    ['PK\x03\x04 and then nothing', 'media-damaged'],
  ])('is not told of %j', async (content, reason) => {
    expect(await recognise(bytes(content), 'x.jpg')).toEqual({ reason });
  });

  it('takes neither ages nor memory over a directory that goes in circles', async () => {
    const file = compound('Root Entry');
    file.writeUInt32LE(1, 512 + 4);
    expect(await recognise(file, 'x.doc')).toEqual({ reason: 'media-kind-unknown' });
    const cut = compound('Root Entry', 'WordDocument').subarray(0, 1100);
    expect(await recognise(cut, 'x.doc')).toEqual({ reason: 'media-kind-unknown' });
    expect(await recognise(deflateRawSync(Buffer.alloc(100)), 'x.doc')).toHaveProperty('reason');
  });
});
