import { describe, expect, it } from 'vitest';
import { splitValues } from '../../../src/detect/identifiers/split-values.ts';
import type { Message } from '../../../src/model.ts';
import { said, shown } from './said.ts';

function found(messages: readonly Message[]): string[][] {
  const split = splitValues();
  return messages.map((message, at) => shown(message, split.next(message, messages[at + 1])));
}

describe('a number in two messages', () => {
  it('is found in both, however it is grouped', () => {
    expect(found(said(['Jo', '999 000'], ['Jo', '1383']))).toEqual([
      ['nhs-number-split: 999 000'],
      ['nhs-number-split: 1383'],
    ]);
    expect(found(said(['Jo', 'form wants nhs no: 9990 001'], ['Jo', '383 sorry fat thumbs']))).toEqual([
      ['nhs-number-split: 9990 001'],
      ['nhs-number-split: 383'],
    ]);
  });

  it('may be a CHI number with one digit in the second message', () => {
    expect(found(said(['Jo', 'Dougal Vale, 010101 111'], ['Jo', '3. phone cut me off']))).toEqual([
      ['chi-number-split: 010101 111'],
      ['chi-number-split: 3'],
    ]);
  });

  it('is found with a wrong check digit when it was called an NHS number', () => {
    expect(found(said(['Jo', 'nhs 999 000'], ['Jo', '1384']))).toEqual([
      ['nhs-number-split: 999 000'],
      ['nhs-number-split: 1384'],
    ]);
    expect(found(said(['Jo', '999 000'], ['Jo', '1384']))).toEqual([[], []]);
  });

  it('comes from one sender', () => {
    expect(found(said(['Jo', '999 000'], ['Sam', '1383']))).toEqual([[], []]);
  });

  it('comes within two minutes', () => {
    expect(found(said(['Jo', '999 000'], ['Jo', '1383', 3]))).toEqual([[], []]);
  });

  it('is no time, no amount and no price', () => {
    expect(found(said(['Jo', 'back at 999 000'], ['Jo', '1383 patients']))).toEqual([[], []]);
    expect(found(said(['Jo', 'it was £999 000'], ['Jo', '1383']))).toEqual([[], []]);
  });

  it('keeps its place in a long message', () => {
    const [first] = found(said(['Jo', `${'x '.repeat(500)}999 000`], ['Jo', '1383']));
    expect(first).toEqual(['nhs-number-split: 999 000']);
  });
});

describe('the end of a number put right', () => {
  it('is found after the number', () => {
    expect(found(said(['Jo', '999 000 1338'], ['Jo', '…1383 sorry']))[1]).toEqual(['nhs-number-corrected: 1383']);
    expect(found(said(['Jo', '999 000 1338'], ['Jo', 'typing in the corridor, ends 1383']))[1]).toEqual([
      'nhs-number-corrected: 1383',
    ]);
  });

  it('is nothing without a number before', () => {
    expect(found(said(['Jo', 'late today'], ['Jo', 'shift ends 1530']))[1]).toEqual([]);
  });
});
