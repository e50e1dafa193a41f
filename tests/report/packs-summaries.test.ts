// The one-page summaries: what they count, what they say is not known, and that they name and rank nobody.

import { describe, expect, it } from 'vitest';
import { demo, type Result } from './demo.ts';
import { packsOf, wordText } from './packs-run.ts';
import { summaryOf } from './run.ts';

const NAMES = ['siro-summary.docx', 'caldicott-summary.docx'] as const;
const EMPTY: Result = { messages: [], chats: [], sources: demo.sources.slice(2), notExamined: [] };
const files = await packsOf(demo);

describe.each(NAMES)('%s', (name) => {
  const text = wordText(files, name);

  it('says what was not read and not looked at', () => {
    expect(text).toContain('1 source could not be read at all');
    expect(text).toContain('4 photos, 1 document and 1 item that the export left out');
    expect(text).toContain('no hold register was given');
    expect(text).toContain('The order of day and month is assumed in 1 chat.');
  });

  it('names nobody, by name or by pseudonym', () => {
    expect(text).not.toMatch(/\bS\d+\b/);
    expect(text).not.toContain('Maple Ward');
  });

  it('calls nothing clean that was not read', async () => {
    const nothing = wordText(await packsOf(EMPTY), name);
    expect(nothing).toContain('Not everything was read.');
    expect(nothing).toContain('This is not a clean result.');
  });

  it('with a hold register says what is kept, and which holds cover nothing', async () => {
    const held = wordText(await packsOf(demo, summaryOf(demo, ['HOLD-7', 'FOI-9'])), name);
    expect(held).toContain('1 message on hold: keep as it stands.');
    expect(held).not.toContain('no hold register');
  });

  // About 2,700 signs were seen to fit, with the widest of the usual fonts.
  it('stays short enough for a page whatever the numbers', async () => {
    const summary = summaryOf(
      demo,
      Array.from({ length: 200 }, (_, at) => `HOLD-${at}`),
    );
    const big = JSON.parse(JSON.stringify(summary), (_, value) => (typeof value === 'number' ? 123_456_789 : value));
    const page = wordText(await packsOf(demo, { ...big, holdRegister: true }), name);
    expect(page.length).toBeLessThan(3_000);
  });
});

describe('the page for the SIRO', () => {
  const text = wordText(files, 'siro-summary.docx');

  it('goes from risk to what is not known', () => {
    const titles = ['Risk', 'Cause', 'Action', 'Numbers', 'Not known'];
    expect(text.split('\n').filter((line) => titles.includes(line))).toEqual(titles);
  });

  it('counts the packs as they are', () => {
    expect(text).toContain('Care record team (4)');
    expect(text).toContain('HR (1)');
  });
});

describe('the page for the Caldicott Guardian', () => {
  const text = wordText(files, 'caldicott-summary.docx');

  it('says something of each of the eight principles', () => {
    expect(text.split('\n').filter((line) => /^\d [A-Z]/.test(line))).toHaveLength(8);
  });

  it('says who must be told, and whose decision that is', () => {
    expect(text).toContain('The safeguarding lead, today: 1 message.');
    expect(text).toMatch(/Article 34.*The assessment comes first/);
  });
});
