import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import { describe, expect, it } from 'vitest';
import { outlookMessageReader } from '../../src/extract/outlook-message.ts';
import { unpackedRtf } from '../../src/extract/rtf/packed.ts';
import { readWith, textAt } from './reading.ts';

type Folder = { readonly [name: string]: Uint8Array | Folder };

const words = (text: string): Buffer => Buffer.from(text, 'utf16le');
/** Properties hold numbers; none is needed here. */
const properties = (header: number): Buffer => Buffer.alloc(header);

/** A compound file of these folders and streams. */
function message(root: Folder): Uint8Array {
  const entries: Parameters<typeof burn>[0] = [{ name: 'Root Entry', type: 5, length: 0, children: [] }];
  const fill = (folder: Folder, parent: number): void => {
    for (const [name, content] of Object.entries(folder)) {
      const at = entries.length;
      entries[parent]?.children?.push(at);
      if (content instanceof Uint8Array)
        entries.push({ name, type: 2, length: content.length, binaryProvider: () => Uint8Array.from(content) });
      else {
        entries.push({ name, type: 1, length: 0, children: [] });
        fill(content, at);
      }
    }
  };
  fill(root, 0);
  return burn(entries);
}

const mail = (more: Folder = {}): Uint8Array =>
  message({
    '__properties_version1.0': properties(32),
    '__substg1.0_0037001F': words('Kit Vale – results'),
    '__substg1.0_0C1A001F': words('Ida Fennimore'),
    '__substg1.0_5D01001F': words('ida@example.org'),
    '__substg1.0_1000001F': words('NHS 999 107 9203\r\nbed 4'),
    '__substg1.0_3A1C001F': words('07700 900123'),
    '__recip_version1.0_#00000000': {
      '__properties_version1.0': properties(8),
      '__substg1.0_3001001F': words('Ward Clerk'),
      '__substg1.0_39FE001F': words('ward@example.org'),
    },
    '__attach_version1.0_#00000000': {
      '__properties_version1.0': properties(8),
      '__substg1.0_3707001F': words('list.csv'),
      '__substg1.0_37010102': Buffer.from('a,b'),
    },
    ...more,
  });

describe('an Outlook message', () => {
  it('gives subject, addresses, body, other details and what is attached', async () => {
    const reading = await readWith(outlookMessageReader, mail());
    expect(textAt(reading, 'subject')).toBe('Kit Vale – results');
    expect(textAt(reading, 'addresses')).toContain('From: Ida Fennimore <ida@example.org>');
    expect(textAt(reading, 'addresses')).toContain('Ward Clerk <ward@example.org>');
    expect(textAt(reading, 'body')).toBe('NHS 999 107 9203\nbed 4');
    expect(textAt(reading, 'details')).toContain('Mobile telephone number: 07700 900123');
    expect(reading.inner.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['list.csv', 'a,b'],
    ]);
    expect(reading.unread).toEqual([]);
  });

  it('that is sent as a page gives what only the page says', async () => {
    const page = Buffer.from('<p>NHS 999 107 9203</p><p>bed 4</p><img alt="wristband">');
    const reading = await readWith(outlookMessageReader, mail({ '__substg1.0_10130102': page }));
    expect(textAt(reading, 'body as a page')).toBe('alt: wristband');
  });
});

describe('the packed body of a message', () => {
  /** The example of [MS-OXRTFCP], 4.1.1. */
  const packed = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c0900206277 05b06c647d0a800fa0'.replaceAll(
      ' ',
      '',
    ),
    'hex',
  );
  it('is unpacked', () => {
    expect(Buffer.from(unpackedRtf(packed, 1000) ?? '').toString('latin1')).toBe(
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    );
  });
  it('is refused where it is cut, or larger than allowed', () => {
    expect(unpackedRtf(packed.subarray(0, 30), 1000)).toBeUndefined();
    expect(unpackedRtf(packed, 10)).toBeUndefined();
  });
});
