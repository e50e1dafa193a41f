import { describe, expect, it } from 'vitest';
import { webPageReader } from '../../src/extract/web-page.ts';
import { readWith, sampleIsRead, textAt } from './reading.ts';

const textOf = async (page: string | Uint8Array) => textAt(await readWith(webPageReader, page));

describe('a web page', () => {
  it('gives its title, its words, names of pictures, and what is hidden or typed into fields', async () => {
    const text = await textOf(
      `<title>Handover</title><!-- a comment --><style>.x{}</style><script>var x = 'code'</script>
       <p>Mrs Vale,<br>bed&nbsp;4</p><img alt="wristband of Kit Vale" src="x.png"><div style="display:none">not shown</div>
       <input value="999 107 9203"><textarea>typed</textarea><a href="mailto:kit%40example.org">write</a>`,
    );
    for (const part of [
      'Handover',
      'Mrs Vale,\nbed 4',
      'wristband of Kit Vale',
      'not shown',
      '999 107 9203',
      'typed',
      'kit@example.org',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/comment|code|\.x/);
    expect(await sampleIsRead(webPageReader)).toBe(true);
  });

  it('gives each row of a table with its headings, also where a table stands in a table', async () => {
    const text = await textOf(
      `<table><tr><td><table><tr><th>Name</th><th>DOB</th></tr><tr><td><p>Kit</p><p>Vale</p></td><td>12/01/1951</td></tr></table>
       </td></tr></table>`,
    );
    expect(text).toContain('Name: Kit Vale; DOB: 12/01/1951');
  });

  it('gives pictures that it carries as inner files', async () => {
    const { inner } = await readWith(webPageReader, '<img src="data:image/png;base64,aGVsbG8=">');
    expect(inner.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['page, file 1 in it', 'hello'],
    ]);
  });

  it('is decoded as it says', async () => {
    const page = Buffer.from('<meta charset="iso-8859-2"><p>Kov\xe1\xe8', 'latin1');
    expect(await textOf(page)).toContain('Kováč');
  });

  it('says that its end was not read', async () => {
    const { unread } = await readWith(webPageReader, `<p>${'word '.repeat(50)}`, { limits: { characters: 20 } });
    expect(unread.length).toBeGreaterThan(0);
  });
});

describe('another text in tags', () => {
  it('gives the values of attributes, as health records hold them', async () => {
    const text = await textOf(
      '<?xml version="1.0"?><Patient xmlns="http://hl7.org/fhir"><birthDate value="1951-01-12"/><id extension="9991079203"/><title/><name>Vale</name></Patient>',
    );
    expect(text).toContain('birthDate: 1951-01-12');
    expect(text).toContain('extension: 9991079203');
    expect(text).toContain('Vale');
  });

  it('does not take the numbers of a drawing for words', async () => {
    const text = await textOf(
      '<?xml version="1.0"?><svg><path d="M 9991079203 4"/><text>Kit <tspan>Vale</tspan></text></svg>',
    );
    expect(text).toBe('Kit Vale');
  });
});
