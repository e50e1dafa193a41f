// Spaces put where a picture lost them, and the way back to the text as it was.

import { describe, expect, it } from 'vitest';
import { spread } from '../../../src/detect/attached/spread.ts';

describe('text that was run together', () => {
  it.each([
    ['DorisWhitcombe', 'Doris Whitcombe'],
    ['NHS9991079203', 'NHS 9991079203'],
    ['9991079203Whitcombe', '9991079203 Whitcombe'],
    ['19/06/1957female', '19/06/1957 female'],
  ])('%s is read as %s', (raw, text) => {
    expect(spread(raw).text).toBe(text);
  });

  it.each(['84F', 'bed 7B', 'Doris Whitcombe', 'DNACPR', ''])('leaves alone: %s', (raw) => {
    expect(spread(raw).text).toBe(raw);
  });

  it('leads back to where each sign stood', () => {
    const raw = 'bed 7 DorisWhitcombe NHS9991079203';
    const { text, back } = spread(raw);
    for (const word of ['Doris', 'Whitcombe', '9991079203']) {
      const start = text.indexOf(word);
      expect(raw.slice(back(start), back(start + word.length))).toBe(word);
    }
  });

  it('takes the signs of a file name for spaces, only where asked', () => {
    expect(spread('Doris_Whitcombe-letter.pdf', true).text).toBe('Doris Whitcombe letter pdf');
    expect(spread('Doris_Whitcombe').text).toBe('Doris_Whitcombe');
  });
});
