import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../src/model.ts';
import { openHtml } from '../../src/report/html/writer.ts';
import { demo, type Result } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { hostile } from './hostile.ts';
import { OPTIONS, summaryOf, write } from './run.ts';

const page = (result: Result, holdIds?: readonly string[]) =>
  write(openHtml(tool, wording, OPTIONS), result, summaryOf(result, holdIds));
const section = (text: string, id: string) =>
  new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(text)?.[0] ?? '';

describe('the page', () => {
  it.each([
    ['an ordinary result', demo],
    ['a hostile result', hostile],
  ])('holds no script, no address and no event handler: %s', (_, result) => {
    const tags = page(result).match(/<[a-z!/][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => /<script|<img|<link|<iframe| on\w+=| style=|(?:src|href)="(?!#)/i.test(tag))).toEqual(
      [],
    );
    expect(tags.filter((tag) => /https?:/.test(tag))).toEqual([]);
  });

  it('shows hostile names as text', () => {
    expect(page(hostile)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('holds no control or bidi sign', () => {
    expect(page(hostile)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  it('says at its top which readers were wanting', () => {
    const absentReaders = [{ title: '<b>photos</b>', packages: [], files: 2 }];
    const summary = { ...summaryOf(demo), absentReaders };
    const text = write(openHtml(tool, wording, OPTIONS), demo, summary);
    expect(section(text, 'summary')).toContain('What reads &lt;b&gt;photos&lt;/b&gt; (2 files) is not installed');
  });

  it('names of an item that was read in part the part that was not', () => {
    const notExamined = demo.notExamined.map((row) => ({ ...row, place: 'page 3' }));
    expect(section(page({ ...demo, notExamined }), 'not-examined')).toContain('document [name hidden 1].pdf (page 3)');
  });

  it('allows by its policy just the style that stands in it', () => {
    const text = page(demo);
    const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(text).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  it.each([
    ['an ordinary result', demo],
    ['a hostile result', hostile],
  ])('closes every element that it opens, in order: %s', (_, result) => {
    const open: string[] = [];
    const withoutStyle = page(result).replace(/<style>[\s\S]*<\/style>/, '');
    for (const [, slash, name = ''] of withoutStyle.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (['meta', 'br'].includes(name)) continue;
      if (slash === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('has a target for every link, and every id once', () => {
    const text = page(demo);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const targets = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('shows every message in full once', () => {
    expect(page(demo).match(/<tr id="m\d+">/g)).toHaveLength(demo.messages.length);
  });

  it('puts a safeguarding message under urgent and tells its other receivers', () => {
    const text = page(demo);
    expect(section(text, 'urgent')).toContain('message 20, S2');
    expect(section(text, 'care-record')).toMatch(/in full in another section:[\s\S]*>20</);
  });

  it('does not hand a possible message to a receiver before a person has looked', () => {
    const possible = demo.messages.filter(({ verdict }) => verdict === 'possible');
    const record = { ...possible[0]!, dispositions: [{ destination: 'care-record', because: [] }] } as const;
    const text = page({ ...demo, messages: [record] });
    expect(section(text, 'human-review')).toContain('<tr id="m1">');
  });

  it('says at the top that something was not read', () => {
    expect(section(page(demo), 'summary')).toContain('Not everything was read.');
  });

  it('says of a chat without findings what was looked at and that it proves nothing', () => {
    const quiet = { ...demo, messages: [], sources: demo.sources.slice(0, 1), chats: demo.chats.slice(0, 1) };
    expect(section(page(quiet), 'summary')).toContain(
      'No person-confidential information was recognised in 68 messages in 1 chat. That is not proof that there is none.',
    );
  });

  it('never calls a scan that read no chat clean', () => {
    const nothing = { ...demo, messages: [], chats: [], sources: demo.sources.slice(2) };
    expect(section(page(nothing), 'summary')).toContain('No chat could be read, so nothing was scanned.');
  });

  it('warns of a hold that covers no message: its names may be misspelt', () => {
    const text = section(page(demo, ['HOLD-7', 'HOLD-9']), 'deletion');
    expect(text).toContain('Not one message is covered by HOLD-9: check the spelling');
  });

  it('says which messages a hold covers when a register was given', () => {
    expect(section(page(demo, ['HOLD-7']), 'deletion')).toContain(
      'It covers 1 message reported here: keep it as it is.',
    );
  });
});

describe('a page with very many messages', () => {
  const sample = demo.messages.find(({ verdict }) => verdict === 'confirmed')!;
  const many = (count: number, from = 0): MessageRecord[] =>
    Array.from({ length: count }, (_, i) => ({ ...sample, id: `${sample.chat}:${from + i + 1}`, index: from + i + 1 }));
  const result = (messages: readonly MessageRecord[]): Result => ({ ...demo, messages, chats: demo.chats.slice(0, 1) });

  it('stays under 5 MB with 20,000 findings', () => {
    const messages = many(Math.ceil(20_000 / sample.findings.length));
    expect(Buffer.byteLength(page(result(messages)))).toBeLessThan(5_000_000);
  });

  it('leaves out the least serious beyond 20,000 and says how many', () => {
    const low = many(30).map((record): MessageRecord => ({ ...record, severity: 'low' }));
    const text = page(result([...low, ...many(19_990, 30)]));
    expect(text.match(/<tr id="m\d+">/g)).toHaveLength(20_000);
    expect(section(text, 'summary')).toContain('20 low. The totals count them');
  });
});

describe('decisions and actions', () => {
  it('stand in a table that says on what they rest, who acts and whether they are written up', () => {
    const rows = section(page(demo), 'decisions');
    expect(rows).toContain('Decision, clinical');
    expect(rows).toContain('on uncertain information');
    expect(rows).toContain('the person asked; by: 17:00; taken on by S2 (message 14)');
    expect(rows).toContain('said not to be');
  });

  it('are left out where there are none', () => {
    const none = demo.messages.map(({ decision: _, ...record }) => record);
    expect(section(page({ ...demo, messages: none }), 'decisions')).toBe('');
  });
});

describe('how the chats are used', () => {
  it('hides small counts, and says so of chats with too few people', () => {
    const hours = section(page(demo), 'hours');
    expect(hours).toContain('21 (35 %)');
    expect(hours).toContain('fewer than 5');
    expect(hours).toContain('too few people to show');
    expect(hours).toContain('Monday to Friday, 08:00 to 18:00. Bank holidays, shifts and leave are not known');
  });

  it('says every month in numbers; the bar is hidden from screen readers', () => {
    const months = section(page(demo), 'timeline');
    expect(months).toContain('<th scope="row">December 2024</th><td class="n">71</td>');
    expect(months).toMatch(/<td class="bar" aria-hidden="true">█+░+<\/td>/);
  });
});
