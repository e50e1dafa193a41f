// One message of 64 KB, the largest that WhatsApp lets pass, of the kinds that bring naive patterns to a halt.

import { describe, expect, it } from 'vitest';
import { findPatterns } from '../../../src/detect/patterns/match.ts';
import { normalise } from '../../../src/detect/text.ts';
import { shipped } from './shipped.ts';

const SIZE = 65_536;
const repeated = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

/** Milliseconds of this process; the best of some runs, since the machine may be busy. */
function cost(text: string): number {
  const runs = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    findPatterns(normalise(text), shipped);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

const words = shipped.phrases.phrases;

describe('a message of 64 KB', () => {
  it.each([
    ['digits', repeated('1')],
    ['1-', repeated('1-')],
    ['a.', repeated('a.')],
    ['one long word', repeated('x')],
    ['07', repeated('07')],
    ['@', repeated('@')],
    ['a.b-c+ without an @', repeated('a.b-c+')],
    ['spaced digits', repeated('1 ')],
    ['capitals and digits', repeated('A1 ')],
    ['house numbers without a street', repeated('12 acacia beech ')],
    ['"password for x is"', repeated('password for x is ')],
    ['"code for a b c"', repeated('code for a b c ')],
    ['"dob"', repeated('dob ')],
    ['every word of the pack', repeated(`${words.join(' ')} `)],
    ['every word of the pack once, then numbers', `${words.join(' ')} ${repeated('12 ab 3456 cd ')}`],
    ['zero-width marks', repeated('4\u200b')],
    ['lone surrogates', repeated('\ud83d')],
  ])('of %s costs less than 60 ms', (_, text) => {
    expect(cost(text)).toBeLessThan(60);
  });

  it.each([
    ['beds', 'bed 4 '],
    ['NHS numbers', 'nhs no 9990000018 '],
    ['dates of birth', '12/3/52 '],
    ['PINs', 'pin 4417 '],
    ['addresses', '12 acacia street '],
    ['e-mail addresses', 'a@b.example '],
  ])('of nothing but %s takes twice as long as half of it, not four times', (_, piece) => {
    const whole = repeated(piece);
    expect(cost(whole)).toBeLessThan(4 * cost(whole.slice(0, SIZE / 2)) + 2);
  });
});
