import { describe, expect, it } from 'vitest';
import { columns, wrap } from '../../src/report/terminal/page.ts';
import { openTerminal } from '../../src/report/terminal/writer.ts';
import { demo, type Result } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { hostile } from './hostile.ts';
import { OPTIONS, summaryOf, write } from './run.ts';

const screen = (result: Result, options = OPTIONS) => write(openTerminal(tool, wording, options), result);

describe('the screen', () => {
  it('shouts what was not read before anything else', () => {
    expect(screen(demo).split('\n')[0]).toBe('NOT EVERYTHING WAS READ');
    expect(screen(demo)).toContain('NOT READ  exports/old phone.zip');
  });

  it('says which readers were wanting, and where to get them, although every source was opened', () => {
    const read = { ...demo, sources: demo.sources.slice(0, 1) };
    const absentReaders = [
      { title: 'PDF documents', packages: ['pdfjs-dist'], files: 1 },
      { title: 'photos and scans', packages: ['onnxruntime-node'], files: 3 },
    ];
    const text = write(openTerminal(tool, wording, OPTIONS), read, { ...summaryOf(read), absentReaders });
    expect(text.split('\n').slice(0, 4).join(' ').replace(/\s+/g, ' ')).toContain(
      'NOT EVERYTHING WAS READ What reads PDF documents (1 file) and photos and scans (3 files) is not installed: ig-scan doctor says how to get it.',
    );
  });

  it('names urgent messages before all others', () => {
    const text = screen(demo);
    expect(text.indexOf('message 20')).toBeGreaterThan(text.indexOf('URGENT: READ THESE NOW'));
    expect(text.indexOf('message 20')).toBeLessThan(text.indexOf('message 12'));
  });

  it('says the same with and without colour', () => {
    const colours = screen(demo, { ...OPTIONS, color: true });
    expect(colours).toContain('\u001b[');
    expect(colours.replace(/\u001b\[\d+m/g, '')).toBe(screen(demo));
  });

  it.each([60, 80, 100])('fits into %i columns', (width) => {
    const lines = screen(demo, { ...OPTIONS, width }).split('\n');
    expect(lines.filter((line) => columns(line) > width)).toEqual([]);
  });

  it('lets no control or bidi sign of a name through', () => {
    expect(screen(hostile)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  it('does not call a chat without findings clean', () => {
    const quiet = { ...demo, messages: [], sources: demo.sources.slice(0, 1), chats: demo.chats.slice(0, 1) };
    expect(screen(quiet)).toContain(
      'No person-confidential information was recognised in 68 messages in 1 chat. That is not proof',
    );
  });

  it('shows at most 15 messages and says how many there are', () => {
    const sample = demo.messages[0]!;
    const messages = Array.from({ length: 40 }, (_, i) => ({ ...sample, id: `m${i}`, index: i + 1 }));
    const text = screen({ ...demo, messages });
    expect(text).toContain('THE MOST SERIOUS MESSAGES (15 of 40)');
    expect(text.match(/^ {2}\* /gm)).toHaveLength(15);
  });

  it('warns against deleting while no hold register was given', () => {
    expect(screen(demo)).toContain('No hold register was given: do not delete anything yet');
  });

  it('says that a hold covers a message once a register was given', () => {
    const text = write(openTerminal(tool, wording, OPTIONS), demo, summaryOf(demo, ['HOLD-7']));
    expect(text).toContain('It covers 1 message reported here');
  });
});

describe('wrapping', () => {
  it('breaks at spaces', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  });

  it('cuts a word that is longer than the line', () => {
    expect(wrap('a abcdefgh', 5)).toEqual(['a', 'abcde', 'fgh']);
  });

  it('gives an emoji two columns', () => {
    expect(wrap('🙂🙂 🙂', 5)).toEqual(['🙂🙂', '🙂']);
  });
});
