import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../src/source/bytes.ts';
import { fileKind } from '../../src/source/file-kind.ts';
import { isArchive, type Kind, sniff } from '../../src/source/sniff.ts';
import { CHAT, rawZip } from './archives.ts';

const head = (latin1: string) => Buffer.from(latin1, 'latin1');

const SAMPLES: readonly (readonly [Kind, string, string])[] = [
  ['zip', 'a zip', 'PK\x03\x04rest'],
  ['zip', 'a zip without entries', 'PK\x05\x06rest'],
  ['zip', 'the first part of a split zip', 'PK\x07\x08PK\x03\x04'],
  ['zip', 'a zip that needed no second part', 'PK00PK\x03\x04'],
  ['archive-7z', '7-Zip', '7z\xbc\xaf\x27\x1c\x00\x04'],
  ['archive-rar', 'RAR 4', 'Rar!\x1a\x07\x00'],
  ['archive-rar', 'RAR 5', 'Rar!\x1a\x07\x01\x00'],
  ['gzip', 'gzip', '\x1f\x8b\x08\x00'],
  ['tar', 'tar', `${'chat.txt'.padEnd(257, '\0')}ustar\x0000`],
  ['phone-database', 'SQLite', 'SQLite format 3\x00\x10\x00'],
  ['phone-database', 'an adb backup', 'ANDROID BACKUP\n5\n1\nAES-256\n'],
  ['phone-database', 'a Signal backup', `\x00\x00\x00\x3e\x0a\x3c\x0a\x10${'\xa1'.repeat(16)}\x12\x20`],
  ['pdf', 'PDF', '%PDF-1.7\n%\xe2\xe3'],
  ['office-document', 'Word or Outlook before 2007', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00'],
  ['office-document', 'RTF', '{\\rtf1\\ansi'],
  ['office-document', 'an Outlook data file', '!BDN\x00\x00'],
  ['media-file', 'JPEG', '\xff\xd8\xff\xe0\x00\x10JFIF'],
  ['media-file', 'PNG', '\x89PNG\r\n\x1a\n\x00'],
  ['media-file', 'GIF', 'GIF89a'],
  ['media-file', 'a WebP sticker', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
  ['media-file', 'HEIC', '\x00\x00\x00\x18ftypheic'],
  ['media-file', 'MP4', '\x00\x00\x00\x18ftypmp42'],
  ['media-file', 'a voice note', 'OggS\x00\x02'],
  ['media-file', 'MP3', 'ID3\x03\x00'],
  ['media-file', 'WAV', 'RIFF\x24\x00\x00\x00WAVEfmt '],
  ['media-file', 'AMR', '#!AMR\n'],
  ['media-file', 'WebM', '\x1a\x45\xdf\xa3\x01'],
  ['text', 'a chat', CHAT],
  ['text', 'UTF-8 with its mark', '\xef\xbb\xbf12/03/2024'],
  ['text', 'Windows-1252', 'caf\xe9 \x93quoted\x94 \x85'],
  ['text', 'UTF-16LE with its mark', '\xff\xfe1\x002\x00/\x00'],
  ['text', 'UTF-16BE with its mark', '\xfe\xff\x001\x002\x00/'],
  ['text', 'Arabic in UTF-16LE with its mark', '\xff\xfe\x45\x06\x31\x06\x2d\x06'],
  ['text', 'UTF-16LE without a mark', [...CHAT].map((c) => `${c}\0`).join('')],
  ['text', 'UTF-16BE without a mark', [...CHAT].map((c) => `\0${c}`).join('')],
  ['text', 'text with a stray NUL', `${CHAT}\0${CHAT}`],
  ['text', 'text that begins like a bitmap', 'BM told me'],
  ['text', 'JSON', '{"messages": []}'],
  ['binary-file', 'bytes without meaning', '\x01\x02\x03\x04\x80\x81'],
  ['binary-file', 'NUL after NUL', '\0'.repeat(100)],
  ['empty', 'nothing', ''],
];

describe('sniff', () => {
  it.each(SAMPLES)('says %s to %s', (kind, _, bytes) => {
    expect(sniff(head(bytes))).toBe(kind);
  });

  it('calls those kinds archives that hold other files', () => {
    const archives = [...new Set(SAMPLES.map(([kind]) => kind))].filter(isArchive);
    expect(archives).toEqual(['zip', 'archive-7z', 'archive-rar', 'gzip', 'tar']);
  });

  it('judges what it is given, not what lies around it in memory', () => {
    const memory = head('PK\x03\x04hello');
    expect(sniff(memory.subarray(4))).toBe('text');
  });
});

describe('fileKind', () => {
  const noise = Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 151) % 256));
  const kindOf = (bytes: Buffer, name = 'a.txt') => fileKind(bytesInMemory(bytes), name);

  it('finds a zip behind other bytes', () => {
    expect(kindOf(Buffer.concat([noise, rawZip([{ name: 'a.txt' }])]))).toBe('zip');
  });

  it.each(['msgstore.db.crypt14', 'msgstore.db.crypt15', 'msgstore.db.crypt', 'signal-2024.backup'])(
    'believes a name only to call noise a phone database: %s',
    (name) => {
      expect(kindOf(noise, name)).toBe('phone-database');
      expect(kindOf(Buffer.from(CHAT), name)).toBe('text');
    },
  );

  it.each(['export.zip.002', 'export.7z.003', 'export.z02'])(
    'believes a name only to call noise a part: %s',
    (name) => {
      expect(kindOf(noise, name)).toBe('archive-split');
      expect(kindOf(Buffer.from(CHAT), name)).toBe('text');
    },
  );

  it('does not believe the name of a text, a zip, or a picture', () => {
    expect(kindOf(noise, 'chat.txt')).toBe('binary-file');
    expect(kindOf(noise, 'chat.zip')).toBe('binary-file');
    expect(kindOf(rawZip([{ name: 'a.txt' }]), 'photo.jpg')).toBe('zip');
  });
});
