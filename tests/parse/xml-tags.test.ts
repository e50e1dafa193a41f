// Tags of an XML file that keeps everything in attributes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type XmlNotes, type XmlTag, xmlTags } from '../../src/parse/xml-tags.ts';

/** Reads a text that comes in pieces of `size` signs; `data` is passed over. */
async function read(text: string, size = 1000): Promise<{ tags: XmlTag[]; notes: XmlNotes }> {
  const notes = { long: 0, cut: false };
  const tags: XmlTag[] = [];
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  for await (const batch of xmlTags(pieces(), (name) => name !== 'data', notes)) tags.push(...batch);
  return { tags, notes };
}

const shown = (tags: readonly XmlTag[]) =>
  tags.map(({ name, closes, isEmpty, attributes }) => [
    `${closes ? '/' : ''}${name}${isEmpty ? '/' : ''}`,
    Object.fromEntries(attributes),
  ]);

const FILE = `<?xml version='1.0'?><!DOCTYPE x><!-- <no a="1"> --><smses count = "1">
  <sms body="a &lt;b&gt; &amp;#10; &#10;c" other='say "hi" data="x"'/><part data="QUJD" ct="x"></part></smses>`;

describe('tags of XML', () => {
  it('are the same however the file comes in pieces', async () => {
    const whole = shown((await read(FILE)).tags);
    expect(whole).toEqual([
      ['smses', { count: '1' }],
      ['sms/', { body: 'a <b> &#10; \nc', other: 'say "hi" data="x"' }],
      ['part', { ct: 'x' }],
      ['/part', {}],
      ['/smses', {}],
    ]);
    for (const size of [1, 2, 7]) expect(shown((await read(FILE, size)).tags)).toEqual(whole);
  });

  it('pass over what is not wanted, and say how long it was', async () => {
    const { tags } = await read(FILE);
    expect(tags[2]?.skipped.get('data')).toBe(4);
  });

  it('put the halves of an emoji together, and mark a half that is alone', async () => {
    const { tags } = await read('<a b="&#55357;&#56859; &#55357;x &#x1F600; &#99999999; &unknown;"/>');
    expect(tags[0]?.attributes.get('b')).toBe('😛 \ufffdx 😀 &#99999999; &unknown;');
  });

  it('say that a file breaks off', async () => {
    for (const cut of ['<smses count="1">', '<smses><sms body="x', '<smses><!-- ', '']) {
      expect((await read(cut)).notes.cut).toBe(true);
    }
    expect((await read(FILE)).notes.cut).toBe(false);
  });

  it('say that a value was too long to be held', async () => {
    const { tags, notes } = await read(`<a b="${'x'.repeat(1_100_000)}" c="1"/>`, 50_000);
    expect(notes.long).toBe(1);
    expect(tags[0]?.attributes.get('c')).toBe('1');
  });

  it('give back any text that was escaped', async () => {
    const escaped = (text: string) => text.replace(/[&<>"'\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const { tags } = await read(`<a b="${escaped(text)}"/>`, size);
        expect(tags[0]?.attributes.get('b')).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
