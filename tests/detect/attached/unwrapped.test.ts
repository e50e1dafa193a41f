// Lines that the paper broke, and lines that their writer ended.

import { expect, it } from 'vitest';
import { unwrapped } from '../../../src/detect/attached/unwrapped.ts';

const FULL = 'She has been given the contact details of our specialist nurse, Carol';

it('joins a line that the paper broke, letter for letter', () => {
  const letter = `${FULL}\nWhitby, on the number above.\n\nYours sincerely`;
  expect(unwrapped(letter)).toBe(letter.replace('Carol\nWhitby', 'Carol Whitby'));
});

it('leaves lists, addresses and tables as they are', () => {
  const list = `${FULL}\n42 Larkspur Close\nWexbury\nAda Lind | 84F | CT head and all that must be said about it here\nBo Ek | 67M`;
  expect(unwrapped(list)).toBe(list);
});
