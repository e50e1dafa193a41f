import { describe, expect, it } from 'vitest';
import { leastOf } from '../../../src/detect/patterns/gate.ts';
import { shipped } from './shipped.ts';

describe('leastOf', () => {
  it.each([
    ['\\d{10}', 10],
    ['\\d{3} ?\\d{3}', 6],
    ['[0-9][12]x', 2],
    ['(?:\\d{4}|\\d{6})', 4],
    ['a|\\d', 0],
    ['(?:\\d\\d)?\\d', 1],
    ['(?:-\\d{2}){3}', 6],
    ['\\d{2,4}', 2],
    ['\\d*\\d+', 1],
    ['(?=\\d{5})x', 0],
    ['(?<!\\d)x(?!\\d)', 0],
    ['(?<=\\d)\\d', 1],
    ['(?<value>\\d{4})', 4],
    ['bed 4', 1],
    ['[a-z\\d]', 0],
    ['[^\\d]', 0],
    ['\\x41\\u0031\\1', 0],
    ['[\\]\\d]\\d', 1],
    ['(\\d)\\1', 1],
  ])('counts the digits that %s cannot do without', (source, digits) => {
    expect(leastOf(source).digits).toBe(digits);
  });

  it.each([
    ['\\d{3} ?\\d{4}', 4],
    ['(?:\\d{4}|\\d{6})', 4],
    ['\\d(?:[ -]?\\d){9}', 1],
    ['(?:\\d{5})?\\d{2}', 2],
    ['(?:\\d{5})*x', 0],
    ['(?=\\d{5})x', 0],
    ['[1-9]\\d{2,8}', 2],
  ])('knows the row of digits that %s cannot do without', (source, row) => {
    expect(leastOf(source).row).toBe(row);
  });

  it('counts an @ that must be there', () => {
    expect(leastOf('\\w{1,64}@\\w').ats).toBe(1);
  });

  it('counts no @ that may be left out', () => {
    expect(leastOf('[\\w@]{2}@?').ats).toBe(0);
  });

  it('never asks for more than a shipped example holds', () => {
    for (const { file, forms } of shipped.patterns) {
      for (const { text } of file.match) {
        const digits = text.replace(/\D/g, '').length;
        const matching = forms.filter(({ regex }) => text.search(regex) >= 0);
        const row = Math.max(0, ...(text.match(/\d+/g) ?? []).map(({ length }) => length));
        for (const { name, least } of matching) {
          expect(least.digits, `${file.id} ${name}`).toBeLessThanOrEqual(digits);
          expect(least.row, `${file.id} ${name}`).toBeLessThanOrEqual(row);
        }
      }
    }
  });
});
