import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/detect/text.ts';

const textOf = (raw: string): string => normalise(raw).text;

describe('normalise', () => {
  it('hands plain ASCII back as it is', () => {
    const normal = normalise('bed 4 NEWS 8');
    expect(normal.text).toBe('bed 4 NEWS 8');
    expect(normal.toRaw(4)).toBe(4);
  });

  it('turns no-break and thin spaces into spaces', () => {
    expect(textOf('999\u00a0000\u202f0018\u2009x')).toBe('999 000 0018 x');
  });

  it('turns curly quotes and every dash into plain ones', () => {
    expect(textOf('Jo’s “bed” 12–3—52 12‑34 5−2')).toBe('Jo\'s "bed" 12-3-52 12-34 5-2');
  });

  it('turns full-width letters and digits into ASCII', () => {
    expect(textOf('ＮＨＳ　９９９')).toBe('NHS 999');
  });

  it('turns Arabic-Indic, Persian, Devanagari and Bengali digits into ASCII', () => {
    expect(textOf('\u0660\u0669 \u06f0\u06f9 \u0966\u096f \u09e6\u09ef')).toBe('09 09 09 09');
  });

  it('takes zero-width and direction marks out', () => {
    expect(textOf('\u200e999\u200b000\u00ad00\ufeff18\u2069')).toBe('9990000018');
  });

  it('reads a digit drawn as a key', () => {
    expect(textOf('bed 4\ufe0f\u20e3')).toBe('bed 4');
  });

  it('leads an offset back past the marks that were taken out', () => {
    const raw = '\u200ebed\u200b 4';
    const normal = normalise(raw);
    expect(raw.slice(normal.toRaw(4))).toBe('4');
  });

  it('leads the end of the text to the end of the raw text', () => {
    const raw = 'bed 4\u200e';
    const normal = normalise(raw);
    expect(normal.toRaw(normal.text.length)).toBe(raw.length);
  });

  it('keeps emoji, accents and lone surrogates', () => {
    expect(textOf('🛏 Siân \ud83d x')).toBe('🛏 Siân \ud83d x');
  });

  it('never changes a unit that it does not take out in any other way than one to one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const normal = normalise(raw);
        const origins = [...normal.text].length === 0 ? [] : Array.from(normal.text, (_, at) => normal.toRaw(at));
        return origins.every((origin, at) => at === 0 || origin > (origins[at - 1] ?? -1));
      }),
    );
  });
});
