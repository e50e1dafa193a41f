import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forHtml, forTerminal } from '../../src/report/escape.ts';

describe('forTerminal', () => {
  it('takes the escape sign out of sequences that colour or repaint a screen', () => {
    expect(forTerminal('a\u001b[31mred\u009b2J')).toBe('a [31mred 2J');
  });

  it('keeps text on one line', () => {
    expect(forTerminal('one\r\ntwo\u2028three\u0085four')).toBe('one two three four');
  });

  it('removes marks that turn the direction of writing or hide between letters', () => {
    expect(forTerminal('\u202agnp.exe\u202e a\u200bb\u00ad\ufeffc\u2066d\u2069')).toBe('gnp.exe abcd');
  });

  it('keeps emoji whole, families and skin tones included', () => {
    expect(forTerminal('Ward 4 👩‍⚕️ 👨‍👩‍👧 👍🏽 ❤️')).toBe('Ward 4 👩‍⚕️ 👨‍👩‍👧 👍🏽 ❤️');
  });

  it('removes a joiner that only splits a word', () => {
    expect(forTerminal('Wi\u200dlson')).toBe('Wilson');
  });

  it('keeps letters of other scripts and ordinary accents', () => {
    expect(forTerminal('Siân Владимир نور 山田')).toBe('Siân Владимир نور 山田');
  });

  it('cuts towers of accents down', () => {
    expect([...forTerminal(`a${'\u0301'.repeat(500)}b`)].length).toBe(6);
  });

  it('leaves no control and no bidi sign, whatever comes in', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(anything, (text) => {
        expect(forTerminal(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('forHtml', () => {
  it('escapes all five signs', () => {
    expect(forHtml(`<a href="x" b='y'>&`)).toBe('&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;');
  });

  it('removes what forTerminal removes', () => {
    expect(forHtml('a\u202eb\u0000c')).toBe('ab c');
  });
});
