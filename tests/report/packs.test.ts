// Hand-over packs: each receiver gets what is theirs and nothing else, says so on every page, and can be filled in.

import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../src/model.ts';
import { PACK_FILES } from '../../src/report/packs/packs.ts';
import { RECEIVERS } from '../../src/report/packs/receivers.ts';
import { demo, type Result } from './demo.ts';
import { hostile } from './hostile.ts';
import { CONTACT, packsOf, partsOf, wordText, workbookText } from './packs-run.ts';
import { summaryOf } from './run.ts';

const files = await packsOf(demo);
const ids = RECEIVERS.map(({ destination }) => destination);
const changed = (index: number, parts: Partial<MessageRecord>): Result => ({
  ...demo,
  messages: demo.messages.map((record) => (record.index === index ? { ...record, ...parts } : record)),
});
const only = (destination: string): Result => ({
  ...demo,
  messages: demo.messages.filter(({ dispositions }) => dispositions.every((one) => one.destination === destination)),
});

describe('the files', () => {
  it('are two a receiver and the two summaries, and nothing for those who have nothing to do', async () => {
    expect([...files.keys()].sort()).toEqual([...PACK_FILES].sort());
    const few = await packsOf(only('corporate-record'));
    expect([...few.keys()]).toEqual([
      'corporate-record.docx',
      'corporate-record.xlsx',
      'siro-summary.docx',
      'caldicott-summary.docx',
    ]);
  });

  it.each([...PACK_FILES])('%s is marked on every page, with its number, and names no author', (name) => {
    const parts = partsOf(files, name);
    const pages = Object.entries(parts).filter(([path]) => /header\d+\.xml$|sheets\/sheet\d+\.xml$/.test(path));
    expect(pages.length).toBeGreaterThan(0);
    for (const [, xml] of pages) expect(xml).toMatch(/<w:hdr.*OFFICIAL-SENSITIVE|OFFICIAL-SENSITIVE<\/oddHeader>/s);
    const all = Object.values(parts).join('');
    expect(all).toMatch(/<w:instrText[^>]*>PAGE|&amp;P of/);
    expect(all).not.toMatch(/creator|lastModifiedBy|dcterms/);
  });

  it('are the same to the byte when made again', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const again = await packsOf(demo);
    for (const [name, bytes] of files) expect(Buffer.from(again.get(name) ?? []).equals(bytes), name).toBe(true);
  });
});

describe.each(ids)('the %s pack', (id) => {
  const own = demo.messages.filter(
    ({ dispositions, verdict }) => dispositions.some(({ destination }) => destination === id) && verdict !== 'possible',
  );
  const word = wordText(files, `${id}.docx`);
  const workbook = workbookText(files, `${id}.xlsx`);

  it('holds its messages and no other', () => {
    expect(own.length).toBeGreaterThan(0);
    for (const { id: reference } of demo.messages) {
      const isOwn = own.some((record) => record.id === reference);
      expect(word.split('\n').includes(`Reference ${reference}`), `Word, ${reference}`).toBe(isOwn);
      expect(workbook.split('\n').includes(reference), `Excel, ${reference}`).toBe(isOwn);
    }
  });

  it.each(['What this is', 'What to do', 'By when', 'By what authority', 'The copy in the chat', 'Whom to ask'])(
    'says: %s',
    (title) => {
      expect(word.split('\n')).toContain(title);
      expect(workbook.split('\n')).toContain(title);
    },
  );

  it('says whom to ask, what was not read, and which clauses ask for it', () => {
    for (const text of [word, workbook]) {
      expect(text).toContain(CONTACT);
      expect(text).toContain('1 source could not be read at all');
      for (const clause of own.flatMap(({ dispositions }) => dispositions.filter((one) => one.destination === id)))
        for (const one of clause.because) expect(text).toContain(`${one}, `);
    }
  });

  it('has a reply slip', () => {
    for (const text of [word, workbook])
      for (const label of ['Moved', 'Not needed', 'Entered where (system)', 'References', 'Name and role', 'Date'])
        expect(text.split('\n')).toContain(label);
  });

  it('advises deletion only where the scan does', () => {
    const deletes = own.some(({ residual }) => residual === 'delete-after-transfer');
    expect(/delete after transfer/i.test(word)).toBe(deletes);
    expect(/delete after transfer/i.test(workbook)).toBe(deletes);
  });
});

describe('what a receiver is shown', () => {
  const both = changed(12, {
    dispositions: [...(demo.messages[0]?.dispositions ?? []), { destination: 'staff-record', because: ['POL-02'] }],
    flags: ['staff.hr.sickness'],
  });

  it('is only what concerns them', async () => {
    const shared = await packsOf(both);
    expect(wordText(shared, 'staff-record.docx')).toContain("A colleague's sickness");
    expect(wordText(shared, 'staff-record.docx')).not.toMatch(/Diagnosis|NHS number\n/);
    expect(wordText(shared, 'care-record.docx')).toContain('Diagnosis or injury');
    expect(wordText(shared, 'care-record.docx')).not.toContain("A colleague's sickness");
  });

  it('does not tell HR who wrote it', () => {
    expect(wordText(files, 'staff-record.docx')).not.toMatch(/\bS\d+ of this chat/);
  });

  it('leaves out what nobody has confirmed, and counts it, but for safeguarding', async () => {
    const unsure = await packsOf({
      ...demo,
      messages: demo.messages.map((record) => ({ ...record, verdict: 'possible' as const })),
    });
    expect([...unsure.keys()].filter((name) => !name.includes('summary'))).toEqual([
      'safeguarding.docx',
      'safeguarding.xlsx',
    ]);
    expect(wordText(unsure, 'safeguarding.docx')).toContain('Severity: critical, possible only');
    const one = await packsOf(changed(12, { verdict: 'possible' }));
    expect(wordText(one, 'care-record.docx')).toContain('1 more message may belong here');
  });

  it('holds the words and the name only after a deliberate reveal', async () => {
    expect(wordText(files, 'care-record.docx')).toContain('Author of the message: S3 of this chat');
    const revealed = { sender: 'Dr Jo Sample', text: 'bed 4 on oxygen' };
    const told = await packsOf(changed(12, { revealed }));
    for (const text of [wordText(told, 'care-record.docx'), workbookText(told, 'care-record.xlsx')]) {
      expect(text).toContain('Dr Jo Sample');
      expect(text).toContain('bed 4 on oxygen');
    }
    const others = [...told.keys()].filter((name) => name.endsWith('.docx') && !name.startsWith('care-record'));
    for (const name of others) expect(wordText(told, name)).not.toMatch(/Jo Sample|on oxygen/);
  });

  it('keeps what is on hold', async () => {
    const text = wordText(files, 'incident-system.docx');
    expect(text).toContain('Copy in the chat: keep (on hold)');
    expect(text).not.toContain('HOLD-7');
  });
});

describe('in Word', () => {
  const xml = partsOf(files, 'care-record.docx');

  it('headings, repeated heads, language and title are there for a screen reader', () => {
    const body = xml['word/document.xml'] ?? '';
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1);
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBeGreaterThan(6);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(body.match(/<w:tbl>/g)?.length ?? 0);
    expect(xml['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
    expect(xml['docProps/core.xml']).toContain('<dc:title>Late entries for the care record</dc:title>');
  });

  it('each item has three boxes to tick', () => {
    expect((xml['word/document.xml'] ?? '').match(/<w14:checkbox>/g)).toHaveLength(3 * 4);
  });
});

describe('in Excel', () => {
  it('the state is chosen from a list, in the column of that name', () => {
    const xml = partsOf(files, 'care-record.xlsx');
    const sheet = xml['xl/worksheets/sheet2.xml'] ?? '';
    const [, column, last] = /sqref="([A-Z]+)2:[A-Z]+(\d+)"/.exec(sheet) ?? [];
    const cell = new RegExp(`<c r="${column}1"[^>]*><v>(\\d+)</v>`).exec(sheet)?.[1];
    expect(workbookText(files, 'care-record.xlsx').split('\n')[Number(cell)]).toBe('State');
    expect(Number(last)).toBe(sheet.match(/<row /g)?.length);
    expect(sheet).toContain('&quot;To move,Moved,Not needed&quot;');
    // The order that Excel insists on.
    expect(sheet).toMatch(/<\/sheetData>.*<dataValidations .*<pageMargins .*<pageSetup .*<headerFooter>/s);
  });
});

describe('hostile text', () => {
  it('breaks no file and does nothing', async () => {
    const revealed = { sender: '=cmd|calc!A1', text: '=HYPERLINK("https://evil.example")\ufffe\uffff\u0000\ud800' };
    const packs = await packsOf({
      ...hostile,
      messages: hostile.messages.map((record) => ({ ...record, revealed })),
    });
    expect(packs.size).toBe(PACK_FILES.length);
    for (const name of packs.keys()) {
      for (const xml of Object.values(partsOf(packs, name))) {
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/);
        expect(xml).not.toMatch(/<script|<img|<f[ >]|<w:fldSimple|<w:hyperlink/);
      }
    }
  });
});

describe('a large result', () => {
  const [first] = demo.messages;
  const many: Result = {
    ...demo,
    messages: Array.from({ length: 600 }, (_, at) => ({ ...first, id: `m:${at}`, index: at }) as MessageRecord),
  };

  it('is cut with a word to say so, in Word first', async () => {
    const packs = await packsOf(many, summaryOf(many), 550);
    const text = wordText(packs, 'care-record.docx');
    expect(text).toContain('This pack lists 550 items');
    expect(text).toContain('It leaves out the 50 least serious items');
    expect(text).toContain('This document lists the first 500 items.');
    expect(text.match(/^Reference m:/gm)).toHaveLength(500);
    const sheet = partsOf(packs, 'care-record.xlsx')['xl/worksheets/sheet2.xml'] ?? '';
    expect(sheet.match(/<row /g)).toHaveLength(551);
  }, 30_000);
});
